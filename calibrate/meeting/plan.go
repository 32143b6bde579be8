package meeting

import (
	"fmt"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
)

// meetingParts are the parts in order, with their share of the time.
var meetingParts = []struct {
	id    string
	share float64
}{
	{calibrate.PartNorms, 0.05},
	{calibrate.PartMark, 0},
	{calibrate.PartPredict, 0.05},
	{calibrate.PartLook, 0.05},
	{calibrate.PartItems, 0.62},
	{calibrate.PartClarify, 0.09},
	{calibrate.PartCommit, 0.09},
	{calibrate.PartNext, 0.05},
}

// leastForItem is how little, in minutes, an item can be settled in.
const leastForItem = 4

// usualItems is how many items a meeting of so many minutes takes up: what
// three people can settle in an hour is better than what nobody settles.
var usualItems = []struct{ minutes, items int }{{105, 4}, {60, 3}, {0, 2}}

// Check reports whether a meeting of so many minutes can take up so
// many items; 0 stands for the default.
func Check(minutes, items int) error {
	if minutes == 0 {
		minutes = calibrate.DefaultMeeting
	}
	if err := (calibrate.Options{Minutes: minutes}).Check(); err != nil {
		return err
	}
	if most := split(minutes)[calibrate.PartItems] / leastForItem; items < 0 || items > most {
		return fmt.Errorf("%d items are not between 1 and %d, which is what %d minutes allow", items, most, minutes)
	}
	return nil
}

// plannedMeeting is a meeting with its number of items.
type plannedMeeting struct {
	calibrate.Meeting
	items int
}

// newMeeting plans a meeting: its length and the number of items are the
// defaults where they are 0, and there are no more items than to settle.
func newMeeting(minutes, toSettle, items int) plannedMeeting {
	if minutes == 0 {
		minutes = calibrate.DefaultMeeting
	}
	if items == 0 {
		at := slices.IndexFunc(usualItems, func(u struct{ minutes, items int }) bool { return minutes >= u.minutes })
		items = usualItems[at].items
	}
	m := plannedMeeting{calibrate.Meeting{Minutes: minutes}, min(items, toSettle)}
	of := split(minutes)
	for _, p := range meetingParts {
		m.Parts = append(m.Parts, calibrate.MeetingPart{ID: p.id, Minutes: of[p.id]})
	}
	return m
}

// split divides the minutes of a meeting: whole ones, at least one a part, and
// what is left to the items.
func split(minutes int) map[string]int {
	of := map[string]int{}
	left := minutes
	for _, p := range meetingParts {
		if p.id != calibrate.PartItems {
			of[p.id] = max(leastPart(p.id), int(float64(minutes)*p.share+0.5))
			left -= of[p.id]
		}
	}
	of[calibrate.PartItems] = left
	return of
}

// leastPart is how many minutes a part has at least: to mark reasons takes two,
// however long the meeting is.
func leastPart(id string) int {
	if id == calibrate.PartMark {
		return 2
	}
	return 1
}

// minutesOf is the time for item k: the first take what is left over.
func (m plannedMeeting) minutesOf(k int) int {
	all := split(m.Minutes)[calibrate.PartItems]
	minutes := all / m.items
	if k < all%m.items {
		minutes++
	}
	return minutes
}
