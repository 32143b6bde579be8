package meeting

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/calibrate"
)

// Every meeting adds up to its minutes, and leaves most to the items.
func TestMeetings(t *testing.T) {
	for minutes := calibrate.ShortestMeeting; minutes <= calibrate.LongestMeeting; minutes++ {
		m := newMeeting(minutes, 100, 0)
		sum, items := 0, 0
		for _, p := range m.Parts {
			sum += p.Minutes
			if p.Minutes < 1 {
				t.Errorf("%d minutes: %s has %d", minutes, p.ID, p.Minutes)
			}
			switch {
			case p.ID == calibrate.PartItems:
				items = p.Minutes
			case p.ID == calibrate.PartMark && p.Minutes != 2:
				t.Errorf("%d minutes: %d to mark reasons", minutes, p.Minutes)
			}
		}
		for k := range m.items {
			items -= m.minutesOf(k)
		}
		if sum != minutes || items != 0 || Check(minutes, m.items) != nil {
			t.Errorf("%d minutes: %+v", minutes, m)
		}
	}
	usual := []int{newMeeting(30, 9, 0).items, newMeeting(60, 9, 0).items, newMeeting(120, 9, 0).items, newMeeting(60, 1, 0).items}
	if diff := cmp.Diff([]int{2, 3, 4, 1}, usual); diff != "" {
		t.Error(diff)
	}
	for _, bad := range [][2]int{{29, 0}, {121, 0}, {30, 5}, {60, -1}} {
		if Check(bad[0], bad[1]) == nil {
			t.Errorf("%d minutes with %d items are allowed", bad[0], bad[1])
		}
	}
}
