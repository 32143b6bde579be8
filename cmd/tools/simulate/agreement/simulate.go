package main

import (
	"context"
	"fmt"
	"io"
	"math"
	"math/rand/v2"

	"github.com/cb401426/calibrate/cmd/tools/internal/simulation"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/resample"
	"github.com/cb401426/calibrate/stats/weight"
)

// A cell counts the intervals of one coefficient by one method.
type cell struct {
	files, holds, below, above int // below: the interval lies below the truth
	absent                     int
	values, squares, variances float64
}

// A result is the table of one design.
type result struct {
	design
	choices []choice
	cells   [][]cell // method by choice
}

// simulate draws teams and files of each and counts.
func (d design) simulate(ctx context.Context, seed uint64, teams, files int) (result, error) {
	r := result{design: d, choices: d.choices(), cells: make([][]cell, len(d.methods))}
	for m := range r.cells {
		r.cells[m] = make([]cell, len(subjects))
	}
	rubric := newTeam(resample.Rand(seed, teams), simulation.Typical, 0, d.indicators)
	var truth []float64
	if d.over == overBoth { // nothing stays from team to team but the rubric
		truth = d.truth(resample.Rand(seed, teams+1), rubric, nil, r.choices)
	}
	for i := range teams {
		rng := resample.Rand(seed, i)
		team := newTeam(rng, simulation.Typical, d.raters, d.indicators)
		if d.over == overBoth {
			team.indicator = rubric.indicator
		}
		lessons := team.lessons(rng, d.lessons)
		if d.over != overBoth {
			truth = d.truth(rng, team, lessons, r.choices)
		}
		plan := resample.Plan{Replicates: files, Seed: seed + uint64(i) + 1}
		counts, err := resample.Run(ctx, plan, func() func(*rand.Rand) [][]cell {
			return func(rng *rand.Rand) [][]cell { return d.file(ctx, rng, team, lessons, truth, r.choices) }
		})
		if err != nil {
			return r, err
		}
		r.add(counts)
	}
	return r, nil
}

// A choice is a coefficient under weights.
type choice struct {
	coefficient *stats.Coefficient
	weights     *weight.Scheme
}

// choices returns the subjects that a design has raters for.
func (d design) choices() []choice {
	var choices []choice
	for _, s := range subjects {
		c, err := catalog.Lookup(s.coefficient)
		if err != nil {
			panic(err)
		}
		var w *weight.Scheme
		if s.weights != "" {
			if w, err = weight.Lookup(s.weights); err != nil {
				panic(err)
			}
		}
		choices = append(choices, choice{c, w})
	}
	return choices
}

// truth returns the value of each choice when what the interval speaks of is
// nearly endless.
func (d design) truth(rng *rand.Rand, t *team, lessons []lesson, choices []choice) []float64 {
	var data *agree.Data
	switch d.over {
	case overLessons:
		data = agree.Prepare(t.rate(rng, t.lessons(rng, 12000/d.indicators), 0))
	case overRaters:
		many := newTeam(rng, simulation.Typical, 300, d.indicators)
		many.indicator = t.indicator
		data = agree.Prepare(many.rate(rng, lessons, 0))
	case overBoth:
		many := newTeam(rng, simulation.Typical, 300, d.indicators)
		many.indicator = t.indicator
		data = agree.Prepare(many.rate(rng, many.lessons(rng, 1500), 0))
	}
	truth := make([]float64, len(choices))
	for i, c := range choices {
		r, err := data.Estimate(context.Background(), c.coefficient, stats.Options{Weights: c.weights})
		if err != nil {
			panic(err)
		}
		truth[i] = r.Value.Or(math.NaN())
	}
	return truth
}

// file draws one file and says which intervals hold the truth.
func (d design) file(
	ctx context.Context, rng *rand.Rand, t *team, lessons []lesson, truth []float64, choices []choice,
) [][]cell {
	if d.over != overRaters {
		lessons = t.lessons(rng, d.lessons)
	}
	if d.over != overLessons {
		fresh := newTeam(rng, simulation.Typical, d.raters, d.indicators)
		fresh.indicator = t.indicator
		t = fresh
	}
	data := agree.Prepare(t.rate(rng, lessons, d.missing))
	cells := make([][]cell, len(d.methods))
	for m, method := range d.methods {
		o := method.options
		o.Workers, o.Seed = 1, rng.Uint64()
		for i, c := range choices {
			o.Weights = c.weights
			r, err := data.Estimate(ctx, c.coefficient, o)
			if err != nil {
				return nil
			}
			cells[m] = append(cells[m], count(r, truth[i]))
		}
	}
	return cells
}

// count turns a result into a cell of one file.
func count(r stats.Result, truth float64) cell {
	value, ok := r.Value.Value()
	if !ok || math.IsNaN(truth) {
		return cell{}
	}
	c := cell{files: 1, values: value - truth, squares: (value - truth) * (value - truth)}
	lower, ok := r.Lower.Value()
	if !ok {
		c.absent = 1
		return c
	}
	se := r.SE.Or(0)
	c.variances = se * se
	switch upper := r.Upper.Or(1); {
	case upper < truth:
		c.below = 1
	case lower > truth:
		c.above = 1
	default:
		c.holds = 1
	}
	return c
}

// add adds the files of a team.
func (r result) add(files [][][]cell) {
	for _, file := range files {
		for m := range file {
			for i, c := range file[m] {
				sum := &r.cells[m][i]
				sum.files += c.files
				sum.holds += c.holds
				sum.below += c.below
				sum.above += c.above
				sum.absent += c.absent
				sum.values += c.values
				sum.squares += c.squares
				sum.variances += c.variances
			}
		}
	}
}

// speaksOf says what varies from file to file.
func (d design) speaksOf() string {
	switch {
	case d.over == overBoth:
		return "lessons and raters"
	case d.over == overRaters:
		return "raters; the lessons stay"
	case d.indicators == 1:
		return "items; the raters stay"
	}
	return "lessons; the raters and indicators stay"
}

// print writes the table as Markdown.
func (r result) print(w io.Writer) {
	fmt.Fprintf(w, "\n## %s\n\nThe interval speaks of %s.\n\n", r.title, r.speaksOf())
	fmt.Fprint(w, "| coefficient | weights | bias |")
	for _, m := range r.methods {
		fmt.Fprintf(w, " %s |", m.name)
	}
	fmt.Fprint(w, "\n|---|---|---|")
	for range r.methods {
		fmt.Fprint(w, "---|")
	}
	fmt.Fprintln(w)
	for i, s := range subjects {
		if r.cells[0][i].files == 0 {
			continue
		}
		first := r.cells[0][i]
		fmt.Fprintf(w, "| %s | %s | %+.3f |", s.coefficient, s.weights, first.values/float64(first.files))
		for m := range r.methods {
			c := r.cells[m][i]
			with := c.files - c.absent
			if with == 0 {
				fmt.Fprint(w, " – |")
				continue
			}
			n := float64(with)
			ratio := math.Sqrt(c.variances / n / (c.squares / float64(c.files)))
			fmt.Fprintf(w, " **%.1f** −%.1f +%.1f, %.2f |",
				100*float64(c.holds)/n, 100*float64(c.below)/n, 100*float64(c.above)/n, ratio)
		}
		fmt.Fprintln(w)
	}
}
