package icc

import (
	"context"
	"math"
	"runtime"
	"sync"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
	"github.com/cb401426/calibrate/stats/internal/twoway"
	"github.com/cb401426/calibrate/stats/rating"
)

// Data is a Matrix prepared for coefficients, so that several share its
// components and their replicates. It is safe for concurrent use.
type Data struct {
	matrix   *rating.Matrix
	raters   int
	k0       float64 // mean number of ratings of an item
	complete bool
	likely   bool    // whether gaps are left to the likelihood
	squares  Squares // of complete data
	fault    stats.Reason
	layouts  [2]layout // two-way and one-way

	mu   sync.Mutex
	runs map[stats.Options]inference.Replicates
}

// A layout is the components under a model, or why there are none.
type layout struct {
	Components
	why stats.Reason
}

// View returns the Data of prepared ratings, which all coefficients of this
// package share.
func View(d *stats.Data) *Data { return stats.View(d, Prepare) }

// Prepare returns the Data of m.
func Prepare(m *rating.Matrix) *Data {
	c := twoway.Of(m)
	d := &Data{
		matrix: m, raters: c.Cols, complete: c.Complete(), likely: likely(c),
		k0:   float64(len(c.Y)) / float64(max(1, m.Items())),
		runs: map[stats.Options]inference.Replicates{},
	}
	if d.fault = faultOf(m); d.fault != "" {
		return d
	}
	sums := c.Sums()
	if d.complete {
		d.squares = newSquares(c, sums)
	}
	d.layouts = d.decompose(c, sums)
	return d
}

// faultOf returns why m has no coefficient at all, or "".
func faultOf(m *rating.Matrix) stats.Reason {
	paired := 0
	for i := range m.Items() {
		if row, _ := m.Row(i); len(row) > 1 {
			paired++
		}
	}
	switch {
	case paired == 0:
		return stats.NoPairs
	case paired == 1:
		return stats.OneItem
	case m.Constant():
		return stats.NoVariation
	}
	return ""
}

// decompose returns the components of cells, two-way and one-way, from mean
// squares if the Data are complete: a replicate of data with gaps is treated as
// they are.
func (d *Data) decompose(c *twoway.Cells, sums twoway.Sums) [2]layout {
	if d.complete {
		s := newSquares(c, sums)
		return [2]layout{{Components: s.twoWay()}, {Components: s.oneWay()}}
	}
	var l [2]layout
	l[0].Components, l[0].why = d.gappy(c, sums, d.layouts[0].Components)
	l[1].Components, l[1].why = oneWayOf(c, sums)
	return l
}

// Components returns the variances of items, raters and residual, or why there
// are none.
func (d *Data) Components() (Components, stats.Reason) {
	if d.fault != "" {
		return Components{}, d.fault
	}
	return d.layouts[0].Components, d.layouts[0].why
}

// Squares returns the mean squares of complete data, and whether they are.
func (d *Data) Squares() (Squares, bool) { return d.squares, d.complete && d.fault == "" }

// MeanRatings returns k0, the mean number of ratings of an item.
func (d *Data) MeanRatings() float64 { return d.k0 }

// count returns of how many ratings' mean a coefficient speaks.
func (d *Data) count(o over) float64 {
	switch o {
	case everyone:
		return float64(d.raters)
	case typical:
		return d.k0
	}
	return 1
}

func (d *Data) value(c form) stats.Number {
	if d.fault != "" {
		return stats.None(d.fault)
	}
	return c.from(d.layouts, d.count(c.over))
}

// from returns the coefficient from the layout that it reads.
func (c form) from(l [2]layout, k float64) stats.Number {
	at := l[0]
	if c.kind == oneWay {
		at = l[1]
	}
	if at.why != "" {
		return stats.None(at.why)
	}
	return c.of(at.Components, k)
}

// forms lists the forms, whose figures share their replicates.
var forms = []form{
	{oneWay, single}, {oneWay, everyone}, {oneWay, typical},
	{agreement, single}, {agreement, everyone}, {agreement, typical},
	{consistency, single}, {consistency, everyone}, {consistency, typical},
}

// replicates returns the replicates that the options ask for. Their figures
// are the forms', then Fisher's z of a single rating by kind.
func (d *Data) replicates(ctx context.Context, o stats.Options) (inference.Replicates, error) {
	key := stats.Options{
		Unit: o.Unit, Bootstrap: o.Bootstrap, BootstrapMethod: o.BootstrapMethod, Seed: o.Seed, Inference: o.Inference,
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if r, ok := d.runs[key]; ok {
		return r, nil
	}
	// The cells of a replicate stand where those of one before stood: a sync.Pool
	// would lose them to the collector.
	room := make(chan *twoway.Cells, runtime.GOMAXPROCS(0))
	for range cap(room) {
		room <- &twoway.Cells{}
	}
	r, err := inference.Run(ctx, d.matrix, o, func(m *rating.Matrix) []stats.Number {
		cells := <-room
		defer func() { room <- cells }()
		return d.figuresOf(m, cells)
	})
	if err == nil {
		d.runs[key] = r
	}
	return r, err
}

// figuresOf returns the figures of a replicate, whose cells are read into cells.
func (d *Data) figuresOf(m *rating.Matrix, cells *twoway.Cells) []stats.Number {
	out := make([]stats.Number, len(forms)+3)
	why := faultOf(m)
	var l [2]layout
	if why == "" {
		cells.Read(m)
		l = d.decompose(cells, cells.Sums())
	}
	for i, c := range forms {
		if why != "" {
			out[i] = stats.None(why)
			continue
		}
		out[i] = c.from(l, d.count(c.over))
		if c.over == single {
			out[len(forms)+int(c.kind)] = out[i].Map(d.fisher)
		}
	}
	return out
}

// fisher is z of the correlation of one rating in k0: Fisher 1925, Statistical
// Methods for Research Workers, section 39.
func (d *Data) fisher(rho float64) float64 {
	return math.Log((1+(d.k0-1)*rho)/(1-rho)) / 2
}

func (d *Data) unfisher(z float64) float64 {
	e := math.Exp(2 * z)
	if math.IsInf(e, 1) {
		return 1
	}
	return (e - 1) / (e + d.k0 - 1)
}
