package models

import (
	"context"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
	"github.com/cb401426/calibrate/stats/rasch"
	"github.com/cb401426/calibrate/stats/rating"
)

// findings lists effects of raters that the model shows: severity, little
// spread, halo, and drift by round.
func (r *raschBuilder) findings(ctx context.Context) error {
	r.out.Findings = []Finding{}
	r.severity()
	if r.fit.Model.Used <= mostDrawn {
		spread, halo, err := r.fit.Habits(ctx, habitDraws, r.options.Seed)
		if err != nil {
			return err
		}
		r.habits("narrow_range", spread, "the ratings of %s spread over %.2f levels (standard deviation), where the model expects %.2f: central tendency or a narrow range")
		r.habits("halo", halo, "within a lesson the ratings of %s spread over %.2f levels, where the model expects %.2f: one impression for the whole lesson")
	}
	r.drift()
	slices.SortStableFunc(r.out.Findings, func(a, b Finding) int { return rating.CompareNatural(a.Rater, b.Rater) })
	return nil
}

// severity names raters whose measure differs from the mean, by Holm over
// raters, by a quarter of a level or more in the fair average.
func (r *raschBuilder) severity() {
	const least = 0.25
	for _, f := range r.out.Facets {
		if f.ID != rasch.Rater {
			continue
		}
		var at []int
		var p []float64
		mean, n := 0.0, 0.0
		for i, e := range f.Elements {
			v, ok := e.Measure.Value()
			se, has := e.SE.Value()
			if ok && has && se > 0 && e.Extreme == "" && !e.Anchored {
				at = append(at, i)
				p = append(p, 2*distuv.UnitNormal.Survival(math.Abs(v)/se))
			}
			if fair, ok := e.Fair.Value(); ok {
				mean += fair
				n++
			}
		}
		for k, q := range inference.Holm(p) {
			e := f.Elements[at[k]]
			fair, ok := e.Fair.Value()
			if q > alpha || !ok || math.Abs(fair-mean/n) < least || len(at) < 3 {
				continue
			}
			word := "more severe"
			if e.Measure.Or(0) < 0 {
				word = "more lenient"
			}
			r.out.Findings = append(r.out.Findings, Finding{
				"severity", e.ID, fmt.Sprintf("%s is %s than the group by %.2f logits: on an average lesson %.2f, where the group gives %.2f",
					e.ID, word, math.Abs(e.Measure.Or(0)), fair, mean/n), fair, mean / n, stats.Of(q),
			})
		}
	}
}

func (r *raschBuilder) habits(code string, list []rasch.Habit, text string) {
	const least = 0.8 // of the spread expected
	for _, h := range list {
		if h.P.Or(1) > alpha/2 || h.Observed > least*h.Expected {
			continue
		}
		id := r.id(r.data.Facet(rasch.Rater), h.Rater)
		r.out.Findings = append(r.out.Findings, Finding{code, id, fmt.Sprintf(text, id, h.Observed, h.Expected), h.Observed, h.Expected, h.P})
	}
}

// drift names raters who change between rounds beyond what the round explains.
func (r *raschBuilder) drift() {
	f := r.data.Facet(rasch.Round)
	if f < 0 {
		return
	}
	for _, x := range r.fit.Interactions(r.data.Facet(rasch.Rater), r.data.Codes[f]) {
		if x.Adjusted.Or(1) > alpha {
			continue
		}
		id := r.id(r.data.Facet(rasch.Rater), x.A)
		word := "higher"
		if x.Levels.Or(0) < 0 {
			word = "lower"
		}
		r.out.Findings = append(r.out.Findings, Finding{
			"drift", id, fmt.Sprintf("in round %s the ratings of %s are %s than the other rounds explain: %.2f, where the model expects %.2f",
				r.data.Facets[f].Elements[x.B], id, word, x.Observed, x.Mean), x.Observed, x.Mean, x.Adjusted,
		})
	}
}
