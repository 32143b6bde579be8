package analysis

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/parallel"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/resample"
	"github.com/cb401426/calibrate/stats/variance"
)

// The names of the causes.
const (
	severityCause         = "severity"
	indicatorReadingCause = "indicator_reading"
	lessonReadingCause    = "lesson_reading"
	residualCause         = "residual"
)

// mostOfACause is how many indicators or lessons are named for a cause.
const mostOfACause = 3

// fitCauses fits the variance components beside the other sections: it takes
// about as long as they do together.
func (a *work) fitCauses(ctx context.Context) {
	t := a.study.Table
	if t.Ratings() > mostForCauses {
		t = drawLessons(t, mostForCauses/2, a.options.Seed)
		a.note("causes_sampled", "/causes")
	}
	a.fitting.Go(parallel.Safely(func() (err error) {
		a.fit, err = variance.Decompose(ctx, t, variance.Options{Confidence: a.options.Confidence})
		return err
	}))
}

// mostForCauses is how many ratings the causes are fitted to; of more, lessons
// with half as many are drawn, whose causes are known to a hundredth.
const mostForCauses = 2_000_000

// drawLessons returns the ratings of lessons drawn at random, about so many.
func drawLessons(t *rating.Table, ratings int, seed uint64) *rating.Table {
	size := make([]int, len(t.Lessons()))
	for i, item := range t.Items() {
		row, _ := t.Row(i)
		size[item.Lesson] += len(row)
	}
	drawn := make([]bool, len(size))
	for _, lesson := range resample.Rand(seed, 0).Perm(len(size)) {
		if drawn[lesson] = true; ratings <= size[lesson] {
			break
		}
		ratings -= size[lesson]
	}
	return t.Where(func(_ int, r rating.Rating) bool { return drawn[t.Items()[r.Item].Lesson] })
}

// causes waits for the variance components; the plan reads them too.
func causes(a *work, _ context.Context) error {
	if err := a.fitting.Wait(); err != nil {
		return err
	}
	fit := a.fit
	if fit.Reason == "" && exhausted(fit) {
		fit.Reason = calibrate.NoMaximum
	}
	a.report.Causes = causesOf(fit, a.study.Table)
	return nil
}

// exhausted reports whether a fit leaves no residual: then the likelihood grows
// without bound as the residual goes to 0, and where the other components come
// to rest says nothing.
func exhausted(fit *variance.Fit) bool {
	total := fit.Residual.Value.Or(0)
	for _, c := range fit.Components {
		total += c.Value.Or(0)
	}
	return fit.Residual.Value.Or(0) <= 1e-6*total
}

// causesOf reads the causes off a fit.
func causesOf(fit *variance.Fit, t *rating.Table) *calibrate.Causes {
	why := calibrate.NotToldApart
	if fit.Reason != "" {
		why = fit.Reason
	}
	none := calibrate.Cause{Share: stats.None(why)}
	c := &calibrate.Causes{
		Severity: none, IndicatorReading: none, LessonReading: none, Residual: none,
		Components: map[string]stats.Number{}, Method: fit.Method, Most: []calibrate.Most{},
	}
	if fit.Reason != "" {
		return c
	}
	for _, share := range fit.Shares() {
		cause := calibrate.Cause{Share: share.Value, Lower: share.Lower, Upper: share.Upper}
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
func most(effects []variance.Effect, cause string, t *rating.Table) []calibrate.Most {
	sums, counts := map[int32]float64{}, map[int32]int{}
	for _, e := range effects {
		level := e.Indicator
		if cause == lessonReadingCause {
			level = e.Lesson
		}
		sums[level] += e.Value * e.Value
		counts[level]++
	}
	var list []calibrate.Most
	for level, sum := range sums {
		m := calibrate.Most{Cause: cause, Effect: math.Sqrt(sum / float64(counts[level]))}
		if cause == lessonReadingCause {
			m.Lesson = t.Lessons()[level]
		} else {
			m.Indicator = t.Indicators()[level]
		}
		if m.Effect > 0 {
			list = append(list, m)
		}
	}
	slices.SortFunc(list, func(x, y calibrate.Most) int {
		return cmp.Or(-cmp.Compare(x.Effect, y.Effect),
			rating.CompareNatural(x.Indicator, y.Indicator), rating.CompareNatural(x.Lesson, y.Lesson))
	})
	return list[:min(len(list), mostOfACause)]
}
