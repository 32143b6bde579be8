package rank

import (
	"context"
	"slices"
	"sync"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
	"github.com/cb401426/calibrate/stats/rating"
)

// view is a Matrix prepared for the coefficients of this package, which share
// its ranks, tables and replicates.
type view struct {
	all, paired func() *sample // with the items rated once, and without

	mu   sync.Mutex
	runs map[run]inference.Replicates
}

// A run is what replicates depend on.
type run struct {
	unit       stats.Unit
	inference  stats.Inference
	bootstrap  int
	method     stats.BootstrapMethod
	seed       uint64
	singletons bool
}

// prepare returns the view of m.
func prepare(m *rating.Matrix) *view {
	return &view{
		all:    sync.OnceValue(func() *sample { return newSample(m) }),
		paired: sync.OnceValue(func() *sample { return newSample(inference.Paired(m)) }),
		runs:   map[run]inference.Replicates{},
	}
}

// sampleOf returns the sample that a statistic reads.
func (v *view) sampleOf(st statistic) *sample {
	if st.singletons {
		return v.all()
	}
	return v.paired()
}

// spread returns the Spread of a coefficient. The first to ask also makes the
// replicates of those that read the same sample.
func (v *view) spread(
	ctx context.Context, c *stats.Coefficient, s *sample, o stats.Options,
) (inference.Spread, error) {
	singletons := c.Estimator.(statistic).singletons
	var alike []*stats.Coefficient
	for _, other := range Coefficients {
		if other.Estimator.(statistic).singletons == singletons {
			alike = append(alike, other)
		}
	}
	key := run{o.Unit, o.Inference, o.Bootstrap, o.BootstrapMethod, o.Seed, singletons}
	v.mu.Lock()
	defer v.mu.Unlock()
	r, ok := v.runs[key]
	if !ok {
		var err error
		r, err = inference.Run(ctx, s.all, o, func(m *rating.Matrix) []stats.Number {
			s := newSample(m)
			figures := make([]stats.Number, len(alike))
			for i, c := range alike {
				figures[i] = valueOf(c, s)
			}
			return figures
		})
		if err != nil {
			return inference.Spread{}, err
		}
		v.runs[key] = r
	}
	return r.Spread(slices.Index(alike, c), o), nil
}
