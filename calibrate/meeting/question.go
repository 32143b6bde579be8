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
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team"
)

// question is the one question to start with: it fits what may be the matter.
func (a *Planner) question(x *calibrate.AgendaItem, item int, levels []rating.Level) string {
	name := func(v float64) string { return levelNamed(levels, v) }
	common := name(commonest(x))
	switch {
	case aboutUnseen(x):
		return fmt.Sprintf("When is it “not observed”, and when is it %s?", common)
	case len(x.Boundary) == 0:
		switch calibrate.Quadrant(x.Reading.Name()) {
		case calibrate.Lucky, calibrate.PartlyAlike:
			return "Read the reasons aloud: do they describe the same thing?"
		case calibrate.NothingSeen:
			return "What did you see or hear that led you there?"
		}
		return fmt.Sprintf("What made it %s?", common)
	}
	if len(levels) > wording.MostLevels && x.Reading.Name() == "" {
		return "What did you see or hear that made you rate it so low, or so high?"
	}
	low, high := name(x.Boundary[0]), name(x.Boundary[1])
	switch calibrate.Quadrant(x.Reading.Name()) {
	case calibrate.UnclearLine:
		return fmt.Sprintf("Both sides write about the same moments. Where does %s end, and %s begin?", low, high)
	case calibrate.NoticedDifferently:
		if at := moment(x.Quotes); at != "" {
			return fmt.Sprintf("Watch from %s. What does each side see there?", at)
		}
		return "Find in the video what each side writes about, and watch it. What does the other side see there?"
	case calibrate.FactsDisputed:
		return "Which is it? The video can settle this: watch it, and count."
	case calibrate.Lucky:
		return "Read the reasons aloud: do they describe the same thing?"
	case calibrate.PartlyAlike:
		return "Read the reasons aloud: which of them describe the same thing?"
	case calibrate.NothingSeen:
		return "What did you see or hear that led you there?"
	case calibrate.Shared:
		return fmt.Sprintf("Most rated it %s, for like reasons. What would have made it %s?", bare(common), name(other(x)))
	}
	return fmt.Sprintf("What did you see or hear that made it %s and not %s, or %s and not %s?", low, high, high, low)
}

// levelNamed is a level as a question says it: the rubric's label, or "a 2".
func levelNamed(levels []rating.Level, v float64) string {
	for _, l := range levels {
		if l.Value == v && l.Label != "" {
			return l.Label
		}
	}
	return "a " + wording.Level(v)
}

// bare is a level without its article.
func bare(name string) string { return strings.TrimPrefix(name, "a ") }

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

// other is the level across the boundary from the commonest.
func other(x *calibrate.AgendaItem) float64 {
	if x.Boundary[0] != commonest(x) && commonest(x) >= x.Boundary[1] {
		return x.Boundary[0]
	}
	return x.Boundary[1]
}

// clock is a time of the video at which something is to be seen: "at 9:38", not
// the "2:00" that a timer shows, nor "until 9:41".
var clock = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(?:at|from|around|about)\s+(\d{1,2}:[0-5]\d(?::[0-5]\d)?)\b`)
})

// mostMoments is how many times of one reason are read.
const mostMoments = 12

// moment is the time that most quotes name, the first of several. Only what is
// shown is asked for.
func moment(quotes []calibrate.Quote) string {
	count := map[string]int{}
	for _, q := range quotes {
		for _, m := range clock().FindAllStringSubmatch(q.Text, mostMoments) {
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
