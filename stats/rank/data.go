package rank

import (
	"context"
	"slices"
	"sync"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/internal/replicate"
	"github.com/cb401426/calibrate/stats/rating"
)

// Data is a Matrix prepared for coefficients, so that several share its
// ranks, tables and replicates. It is safe for concurrent use.
type Data struct {
	all, paired func() *sample // with the items rated once, and without

	mu   sync.Mutex
	runs map[run]replicate.Replicates
}

// A run is what replicates depend on.
type run struct {
	unit       agree.Unit
	bootstrap  int
	method     agree.BootstrapMethod
	seed       uint64
	singletons bool
}

// Prepare returns the Data of m.
func Prepare(m *rating.Matrix) *Data {
	return &Data{
		all:    sync.OnceValue(func() *sample { return newSample(m) }),
		paired: sync.OnceValue(func() *sample { return newSample(replicate.Paired(m)) }),
		runs:   map[run]replicate.Replicates{},
	}
}

// Estimate computes a coefficient of the Data, as the function does. The
// first also makes the replicates of the others.
func (d *Data) Estimate(ctx context.Context, c *Coefficient, o agree.Options) (Result, error) {
	s := d.sampleOf(c)
	return c.estimate(ctx, s, o, func() (replicate.Replicates, int, error) {
		return d.replicates(ctx, c, s, o)
	})
}

// sampleOf returns the sample that a coefficient reads.
func (d *Data) sampleOf(c *Coefficient) *sample {
	if c.singletons {
		return d.all()
	}
	return d.paired()
}

// replicates returns the replicates that the options ask for, and which of
// their figures is the coefficient's.
func (d *Data) replicates(
	ctx context.Context, c *Coefficient, s *sample, o agree.Options,
) (replicate.Replicates, int, error) {
	var alike []*Coefficient
	for _, other := range Coefficients {
		if other.singletons == c.singletons {
			alike = append(alike, other)
		}
	}
	at := slices.Index(alike, c)
	key := run{o.Unit, o.Bootstrap, o.BootstrapMethod, o.Seed, c.singletons}
	d.mu.Lock()
	defer d.mu.Unlock()
	if r, ok := d.runs[key]; ok {
		return r, at, nil
	}
	r, err := replicate.Run(ctx, s.all, o, func(m *rating.Matrix) []stats.Number {
		s := newSample(m)
		figures := make([]stats.Number, len(alike))
		for i, c := range alike {
			figures[i] = c.of(s)
		}
		return figures
	})
	if err == nil {
		d.runs[key] = r
	}
	return r, at, err
}
