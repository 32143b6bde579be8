package calibrate

import (
	"cmp"
	"context"
	"encoding/json"
	"math"
	"slices"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/variance"
)

// notToldApart is the reason of a cause that the ratings cannot tell from
// another, as with one lesson.
const notToldApart stats.Reason = "not_told_apart"

// Causes splits the disagreement between two raters of one item into causes
// with different remedies. The shares of those that are there add up to 1.
type Causes struct {
	Severity         Cause                   `json:"severity"`
	IndicatorReading Cause                   `json:"indicator_reading"`
	LessonReading    Cause                   `json:"lesson_reading"`
	Residual         Cause                   `json:"residual"`
	Components       map[string]stats.Number `json:"components"` // variances in squared levels
	Method           string                  `json:"method"`
	Most             []Most                  `json:"most"`
}

// A Cause is its share of the disagreement with its limits, or absent.
type Cause struct {
	Share stats.Number `json:"share"`
	Lower stats.Number `json:"lower"`
	Upper stats.Number `json:"upper"`
}

// Most is an indicator or lesson that makes much of a cause: the root mean
// square, in levels, of the predicted readings of it by the raters.
type Most struct {
	Cause     string  `json:"cause"`
	Indicator string  `json:"indicator,omitempty"`
	Lesson    string  `json:"lesson,omitempty"`
	Effect    float64 `json:"effect"`
}

// The names of the causes.
const (
	severityCause         = "severity"
	indicatorReadingCause = "indicator_reading"
	lessonReadingCause    = "lesson_reading"
	residualCause         = "residual"
)

// mostOfACause is how many indicators or lessons are named for a cause.
const mostOfACause = 3

// OK reports whether the cause could be told.
func (c Cause) OK() bool { return c.Share.OK() }

// Reason returns why it could not.
func (c Cause) Reason() stats.Reason { return c.Share.Reason() }

// causeFields is the JSON form of a Cause that could be told.
type causeFields Cause

// MarshalJSON writes share, lower and upper, or null.
func (c Cause) MarshalJSON() ([]byte, error) {
	if !c.OK() {
		return []byte("null"), nil
	}
	return json.Marshal(causeFields(c))
}

// UnmarshalJSON reads what MarshalJSON writes.
func (c *Cause) UnmarshalJSON(b []byte) error {
	var f *causeFields
	if err := json.Unmarshal(b, &f); err != nil {
		return err
	}
	*c = Cause{Share: stats.None(notToldApart)}
	if f != nil {
		*c = Cause(*f)
	}
	return nil
}

// causes fits the variance components and keeps the fit for the plan.
func (a *analysis) causes(ctx context.Context) error {
	fit, err := variance.Decompose(ctx, a.study.Table, variance.Options{Confidence: a.options.Confidence})
	if err != nil {
		return err
	}
	a.fit = fit
	a.report.Causes = causesOf(fit, a.study.Table)
	return nil
}

// causesOf reads the causes off a fit.
func causesOf(fit *variance.Fit, t *rating.Table) *Causes {
	why := notToldApart
	if fit.Reason != "" {
		why = fit.Reason
	}
	none := Cause{Share: stats.None(why)}
	c := &Causes{
		Severity: none, IndicatorReading: none, LessonReading: none, Residual: none,
		Components: map[string]stats.Number{}, Method: fit.Method, Most: []Most{},
	}
	if fit.Reason != "" {
		return c
	}
	for _, share := range fit.Shares() {
		cause := Cause{share.Value, share.Lower, share.Upper}
		switch share.Term {
		case variance.Rater:
			c.Severity = cause
		case variance.IndicatorRater:
			c.IndicatorReading = cause
		case variance.LessonRater:
			c.LessonReading = cause
		case variance.Residual:
			c.Residual = cause
		}
	}
	for _, component := range append(slices.Clone(fit.Components), fit.Residual) {
		c.Components[component.Name] = component.Value
	}
	c.Most = append(c.Most, most(fit.Effects(variance.IndicatorRater), indicatorReadingCause, t)...)
	c.Most = append(c.Most, most(fit.Effects(variance.LessonRater), lessonReadingCause, t)...)
	return c
}

// most returns the indicators or lessons whose readings differ most between
// the raters, by their predicted effects: shrunk as far as ratings are few.
func most(effects []variance.Effect, cause string, t *rating.Table) []Most {
	sums, counts := map[int32]float64{}, map[int32]int{}
	for _, e := range effects {
		level := e.Indicator
		if cause == lessonReadingCause {
			level = e.Lesson
		}
		sums[level] += e.Value * e.Value
		counts[level]++
	}
	var list []Most
	for level, sum := range sums {
		m := Most{Cause: cause, Effect: math.Sqrt(sum / float64(counts[level]))}
		if cause == lessonReadingCause {
			m.Lesson = t.Lessons()[level]
		} else {
			m.Indicator = t.Indicators()[level]
		}
		if m.Effect > 0 {
			list = append(list, m)
		}
	}
	slices.SortFunc(list, func(x, y Most) int {
		return cmp.Or(-cmp.Compare(x.Effect, y.Effect),
			rating.CompareNatural(x.Indicator, y.Indicator), rating.CompareNatural(x.Lesson, y.Lesson))
	})
	return list[:min(len(list), mostOfACause)]
}
