package catalogue

import (
	"context"

	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/icc"
	"github.com/cb401426/calibrate/stats/rank"
	"github.com/cb401426/calibrate/stats/weight"
	"github.com/cb401426/calibrate/stats/within"
)

// must returns what a package's Lookup found: an id that its registry lacks
// is a mistake in Coefficients.
func must[T any](c T, err error) T {
	if err != nil {
		panic("catalogue: " + err.Error())
	}
	return c
}

// agreement is a coefficient of package agree.
func agreement(id, group string) *Entry {
	c := must(agree.Lookup(id))
	return &Entry{
		ID: c.ID, Name: c.Name, Synonyms: c.Synonyms, Group: group,
		TakesWeights: c.TakesWeights, Doc: c.Doc, Agreement: c,
		Estimate: func(ctx context.Context, d *Data, w *weight.Scheme, o agree.Options) (Result, error) {
			r, err := d.Data.Estimate(ctx, c, w, o)
			return Result{Result: r}, err
		},
	}
}

// data marks a coefficient that takes weights that depend on the data.
func (e *Entry) data() *Entry {
	e.takesDataWeights = true
	return e
}

// whose marks a coefficient that asks who gave which rating.
func (e *Entry) whose() *Entry {
	e.Whose = true
	return e
}

// intraclass is a coefficient of package icc.
func intraclass(id, group string) *Entry {
	c := must(icc.Lookup(id))
	return &Entry{
		ID: c.ID, Name: c.Name, Group: group, Doc: c.Doc,
		Estimate: func(ctx context.Context, d *Data, _ *weight.Scheme, o agree.Options) (Result, error) {
			r, err := d.icc().Estimate(ctx, c, o)
			return Result{r.Result, r.K}, err
		},
	}
}

// ranking is a coefficient of package rank.
func ranking(id, group string) *Entry {
	c := must(rank.Lookup(id))
	return &Entry{
		ID: c.ID, Name: c.Name, Group: group, Doc: c.Doc,
		Estimate: func(ctx context.Context, d *Data, _ *weight.Scheme, o agree.Options) (Result, error) {
			r, err := d.rank().Estimate(ctx, c, o)
			return Result{Result: r.Result}, err
		},
	}
}

// inLesson is a coefficient of package within.
func inLesson(id, group string) *Entry {
	c := must(within.Lookup(id))
	return &Entry{
		ID: c.ID, Name: c.Name, Group: group, Doc: c.Doc,
		Estimate: func(ctx context.Context, d *Data, _ *weight.Scheme, o agree.Options) (Result, error) {
			r, err := within.Estimate(ctx, d.Matrix(), c, o)
			return Result{Result: r}, err
		},
	}
}
