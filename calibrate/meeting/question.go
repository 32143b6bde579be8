package meeting

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/team"
)

// question is the one question to start with: it fits what may be the matter.
func (a *Planner) question(x *calibrate.AgendaItem, item int) string {
	common := wording.Level(commonest(x))
	switch {
	case aboutUnseen(x):
		return fmt.Sprintf("When is it “not observed”, and when is it a %s?", common)
	case len(x.Boundary) == 0:
		return fmt.Sprintf("What made it a %s?", common)
	}
	low, high := wording.Level(x.Boundary[0]), wording.Level(x.Boundary[1])
	switch calibrate.Quadrant(x.Reading.Name()) {
	case calibrate.UnclearLine:
		return fmt.Sprintf("Both sides write of the same moments: where does %s end, and %s begin?", low, high)
	case calibrate.NoticedDifferently:
		if at := moment(a.Written.TextsOf(item)); at != "" {
			return fmt.Sprintf("Watch from %s: what does each side see there?", at)
		}
		return "Find what each side writes of in the video, and watch it: what does the other side see there?"
	case calibrate.Lucky:
		return fmt.Sprintf("Most gave %s, each for something else: what made it a %s?", common, common)
	case calibrate.Shared:
		return fmt.Sprintf("Most gave %s, for like reasons: what would have made it a %s?", common, other(x, common))
	}
	return fmt.Sprintf("What did you see or hear that made it a %s and not a %s, or a %s and not a %s?", low, high, high, low)
}

// aboutUnseen reports whether the question is when it is "not observed": as
// many could not observe it as gave the commonest level.
func aboutUnseen(x *calibrate.AgendaItem) bool {
	return x.NotObserved > 0 && x.NotObserved >= largest(x).Count || x.NotObserved > 0 && len(x.Spread) == 1
}

// largest is the level that most gave, the lower of two.
func largest(x *calibrate.AgendaItem) calibrate.LevelCount {
	return slices.MaxFunc(x.Spread, func(p, q calibrate.LevelCount) int {
		return cmp.Or(cmp.Compare(p.Count, q.Count), cmp.Compare(q.Value, p.Value))
	})
}

func commonest(x *calibrate.AgendaItem) float64 { return largest(x).Value }

// other is the level across the line from the commonest.
func other(x *calibrate.AgendaItem, common string) string {
	if low := wording.Level(x.Boundary[0]); low != common && commonest(x) >= x.Boundary[1] {
		return low
	}
	return wording.Level(x.Boundary[1])
}

// clock is a time of the video: "at 9:38", not the "2:00" that a timer shows.
var clock = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(?:at|by|from|around|about|until|since|after|before)\s+(\d{1,2}:[0-5]\d(?::[0-5]\d)?)\b`)
})

// mostMoments is how many times of one reason are read.
const mostMoments = 12

// moment is the time that most reasons for an item name, the first of several.
func moment(texts []string) string {
	count := map[string]int{}
	for _, text := range texts {
		for _, m := range clock().FindAllStringSubmatch(text, mostMoments) {
			count[m[1]]++
		}
	}
	best := ""
	for at, n := range count {
		if best == "" || n > count[best] || n == count[best] && earlier(at, best) {
			best = at
		}
	}
	return best
}

// earlier reports whether a time of day or of a video is before another.
func earlier(x, y string) bool {
	if len(x) != len(y) {
		return len(x) < len(y)
	}
	return strings.Compare(x, y) < 0
}

// nextLesson says which kind of lesson to rate next.
func nextLesson(r *calibrate.Report) string {
	const lesson = "a different lesson, with the same indicators"
	if r.Alignment.Distance.Value.Reason() == team.NarrowRange || r.Alignment.Exact.Value.Reason() == stats.NoPairs {
		return lesson + ", with more range: one where you expect more than one level"
	}
	for _, x := range r.Agenda {
		if len(x.Boundary) == 2 && !aboutUnseen(&x) {
			return fmt.Sprintf("%s, where you expect %s to fall between %s and %s",
				lesson, x.Indicator, wording.Level(x.Boundary[0]), wording.Level(x.Boundary[1]))
		}
	}
	return lesson + ", that is harder to rate"
}
