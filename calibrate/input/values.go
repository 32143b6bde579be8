package input

import (
	"fmt"
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/entries"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/scales"
	"github.com/cb401426/calibrate/stats/rating"
)

// A value is an entry and what it comes to: positions in the reader's lists.
type value struct {
	entry   int32
	verdict *scales.Verdict
	key     uint64 // of round, segment, lesson, indicator and rater
}

// read reads every entry with its indicator's meter.
func read(r *entries.Entries, meters []*scales.Meter, j *problem.Journal) []value {
	type key struct {
		m    *scales.Meter
		text int32
	}
	seen := map[key]*scales.Verdict{}
	last, verdictOfLast := key{}, (*scales.Verdict)(nil)
	out := make([]value, 0, len(r.All))
	for i := range r.All {
		e := &r.All[i]
		k := key{meters[e.Indicator], e.Text}
		v := verdictOfLast
		if v == nil || k != last {
			var ok bool
			if v, ok = seen[k]; !ok {
				read := k.m.Read(r.Token(e))
				v = &read
				seen[k] = v
			}
			last, verdictOfLast = k, v
		}
		if v.Told {
			continue
		}
		if v.Code != "" {
			j.Offer(r.At(e), v.Code, r.Cell(e), v.Hint, v.Cures, "%s", v.Text)
			if c, _ := problem.CodeByID(v.Code); c.Severity == problem.Fatal {
				continue
			}
		}
		out = append(out, value{entry: int32(i), verdict: v})
	}
	return out
}

// noScore says that there is not one score, and that nobody has filled in the
// sheet where every cell for one is blank.
func noScore(values []value) string {
	if allBlank(values) {
		return fmt.Sprintf("nobody has filled in this sheet yet: all %d cells for a score are blank", len(values))
	}
	return "there is not one score"
}

// blankHint is what to do with a blank sheet; else the problem's own hint.
func blankHint(values []value) string {
	if allBlank(values) {
		return "hand it to the raters, and score it when they have rated; where the scores stand in another column: --columns score=…"
	}
	return ""
}

func allBlank(values []value) bool {
	return len(values) > 0 && !slices.ContainsFunc(values, func(v value) bool { return v.verdict.State != rating.Blank })
}
