package survey

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/survey/answers"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/gap"
)

// inLessons sets a dimension beside the indicators of a report that it names:
// where a team thinks it is aligned and its lessons show that it is not. It is
// nil where the dimension names none that the report has.
func inLessons(d *answers.Dimension, r *calibrate.Report, reading gap.Reading) *InLessons {
	if r == nil {
		return nil
	}
	l := &InLessons{}
	sum, apart := 0.0, 0
	for _, id := range d.Shows {
		for i := range r.Indicators {
			p := &r.Indicators[i]
			v, ok := p.Exact.Value.Value()
			if p.ID != id || !ok {
				continue
			}
			l.Indicators = append(l.Indicators, id)
			sum += v
			if p.Meets.No() {
				apart++
			}
		}
	}
	n := len(l.Indicators)
	if n == 0 {
		return nil
	}
	l.Exact = stats.Of(sum / float64(n))
	what := wording.List(l.Indicators)
	together := reading == gap.AlignedContent || reading == gap.AlignedChange
	switch {
	case together && apart > 0:
		l.Text = fmt.Sprintf("You believe that you are aligned on %s; on your lessons %s %s the standard.",
			d.Name, what, wording.Plural(n, "misses", "miss"))
	case together:
		l.Text = fmt.Sprintf("You believe that you are aligned on %s, and on your lessons you are.", d.Name)
	case apart == 0:
		l.Text = fmt.Sprintf("You are not together on %s in words; on your lessons %s %s the standard.",
			d.Name, what, wording.Plural(n, "meets", "meet"))
	default:
		l.Text = fmt.Sprintf("You are not together on %s, in words or on your lessons (%s).", d.Name, what)
	}
	return l
}
