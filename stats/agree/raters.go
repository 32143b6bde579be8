package agree

import (
	"context"
	"slices"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/resample"
)

// with returns the job on the Data in which rater g stands often[g] times.
func (j job) with(often []float64) job {
	j.data = j.data.reweighed(often)
	j.model = j.coefficient.model(j.data, j.weights)
	j.parts = j.model.value(j.model.on().times)
	return j
}

// withoutEach returns the job without each rater in turn.
func (j job) withoutEach(ctx context.Context) ([]job, error) {
	standing := j.data.byCounts().often
	var jobs []job
	for g, stands := range standing {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if stands > 0 {
			often := slices.Clone(standing)
			often[g] = 0
			jobs = append(jobs, j.with(often))
		}
	}
	return jobs, nil
}

// overRaters returns the variance over raters (Gwet 2014, section 5.4),
//
//	V = (1 − r/R)(r − 1)/r Σ_g (κ_(g) − κ̄)²,
//
// κ_(g) without rater g, with t of r − 1.
func (j job) overRaters(ctx context.Context, o Options) (spread, error) {
	if j.data.Raters() < 3 {
		return none(stats.NeedsThreeRaters), nil
	}
	jobs, err := j.withoutEach(ctx)
	if err != nil {
		return spread{}, err
	}
	return j.ratersSpread(jobs, o), nil
}

// ratersSpread is overRaters, given the jobs without each rater.
func (j job) ratersSpread(jobs []job, o Options) spread {
	values := make([]stats.Number, len(jobs))
	for g, without := range jobs {
		values[g] = without.parts.number()
	}
	jack := resample.NewJackknife(values, nil)
	s := spread{
		method:     "jackknife of raters",
		why:        jack.Variance.Reason(),
		replicates: jack.Units, undefined: jack.Undefined,
		acceleration: jack.Acceleration,
	}
	drawn := fraction(len(jobs), o.PopulationRaters)
	s.census = drawn == 1
	s.variance = (1 - drawn) * jack.Variance.Or(0)
	s.df = float64(len(jobs) - 1)
	return s
}
