package statistics

import (
	"cmp"
	"context"
	"errors"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/benchmark"
	"github.com/cb401426/calibrate/stats/inference"
	"github.com/cb401426/calibrate/stats/parallel"
	"github.com/cb401426/calibrate/stats/rating"
)

// Options are the choices of Estimate. The zero value is ready: the
// usual coefficients of the whole, over lessons with five or more.
type Options struct {
	Choices []Choice                 // nil: the usual ones; see Select
	By      string                   // indicator, lesson, round or a column
	IDs     func(name string) string // of raters, by a key; nil: pseudonyms
	Compare string                   // what to compare the parts of; "coefficients" compares those
	// Estimation says how errors are made. No Unit means lessons with five or
	// more, else items.
	Estimation stats.Options
	Benchmark  *benchmark.Benchmark // bands to place the coefficients in; nil: none

	Items, Levels, Pairs, Tests bool // lists to add
	Boundaries, Confusion       bool
	Errors                      bool   // add the errors of measurement: sem, sep, see
	Repeats                     bool   // add the agreement of raters with themselves over rounds
	Groups                      string // a column: add the agreement between each two groups
	Names                       bool   // show names in place of pseudonyms
}

// Estimate computes the coefficients of a study that the options ask for. It
// fails only if the context ends, or an option is none or names what the study
// does not have. A scale counts as it was read: declared, that of a detected rubric, or
// taken from the ratings.
func Estimate(ctx context.Context, study calibrate.Study, o Options) (*calibrate.Statistics, error) {
	if err := errors.Join(o.Estimation.Check(), calibrate.CheckReplicates(o.Estimation.Bootstrap)); err != nil {
		return nil, err
	}
	if o.Choices == nil {
		o.Choices, _ = selectUsual(nil)
	}
	e := &estimation{
		study: study, table: study.Table, options: o,
		out: &calibrate.Statistics{Schema: calibrate.StatisticsSchema},
	}
	var counting parallel.Group
	counting.Go(func() { e.out.Input = InputOf(study, false) })
	err := e.cut()
	counting.Wait()
	if err != nil {
		return nil, err
	}
	e.settings()
	for _, list := range lists {
		if !list.wanted(&e.options) {
			continue
		}
		if err := list.fill(ctx, e); err != nil {
			return nil, err
		}
	}
	e.notes()
	return e.out, nil
}

// lists are what Estimate fills, in the order of the JSON.
var lists = []struct {
	wanted func(*Options) bool
	fill   func(context.Context, *estimation) error
}{
	{func(*Options) bool { return true }, coefficients},
	{func(o *Options) bool { return o.Errors }, measurementErrors},
	{func(o *Options) bool { return o.Repeats }, repeats},
	{func(o *Options) bool { return o.Groups != "" }, groupKappas},
	{func(*Options) bool { return true }, prevalence},
	{func(o *Options) bool { return o.Items }, itemsApart},
	{func(o *Options) bool { return o.Levels }, levelsApart},
	{func(o *Options) bool { return o.Pairs }, pairsOfRaters},
	{func(o *Options) bool { return o.Boundaries }, boundaries},
	{func(o *Options) bool { return o.Confusion }, confusion},
	{func(o *Options) bool { return o.Compare != "" }, comparisons},
	{func(o *Options) bool { return o.Tests }, tests},
}

// An estimation is the work on one Statistics.
type estimation struct {
	study   calibrate.Study
	table   *rating.Table
	options Options
	by      *facet // nil: the whole
	against *facet // nil: nothing to compare, or coefficients
	parts   []*part
	out     *calibrate.Statistics
	extra   []calibrate.Note
}

// A part is the ratings that a coefficient is of: all on one scale, or some.
type part struct {
	of    *calibrate.Of
	scale string // "" where there is one scale
	table *rating.Table
	items func() []int // of the table, one a row of the data's Matrix
	data  *stats.Data
}

// agreement returns the ratings as package agree reads them.
func (p *part) agreement() *agree.Data { return agree.View(p.data) }

// note adds a note with the words of its code.
func (e *estimation) note(code, path string) {
	e.extra = append(e.extra, calibrate.NewNote(code, path))
}

// cut divides the ratings as --by says, and each part by scale.
func (e *estimation) cut() (err error) {
	if c := e.options.Compare; c != "" && c != compareCoefficients {
		if e.against, err = facetOf(e.table, c); err != nil {
			return err
		}
	}
	if e.options.By == "" {
		e.divide(nil, e.table, func(int) bool { return true })
		return nil
	}
	if e.by, err = facetOf(e.table, e.options.By); err != nil {
		return err
	}
	for code, name := range e.by.parts {
		if !e.by.shows(code) {
			continue
		}
		of := &calibrate.Of{By: e.by.name, Name: name}
		if e.by.ofItem != nil {
			e.divide(of, e.table, func(i int) bool { return e.by.ofItem(i) == code })
			continue
		}
		those := e.table.Where(func(_ int, r rating.Rating) bool { return e.by.ofRater[r.Rater] == code })
		e.divide(of, those, func(int) bool { return true })
	}
	return nil
}

// divide adds the parts of a table's items for which keep is true, one a scale.
func (e *estimation) divide(of *calibrate.Of, t *rating.Table, keep func(item int) bool) {
	for s, scale := range t.Scales() {
		m := t.Matrix(s, keep)
		if m.Items() == 0 {
			continue
		}
		p := &part{of: of, table: t, data: stats.Prepare(m), items: func() []int { return itemsOn(t, s, keep) }}
		if len(t.Scales()) > 1 {
			p.scale = scale.ID
		}
		e.parts = append(e.parts, p)
	}
}

// itemsOn returns the rated items on a scale for which keep is true: those of
// the rows of the Table's Matrix.
func itemsOn(t *rating.Table, scale int, keep func(item int) bool) []int {
	var items []int
	for i, item := range t.Items() {
		row, _ := t.Row(i)
		if len(row) > 0 && t.ScaleOf(item.Indicator) == scale && keep(i) {
			items = append(items, i)
		}
	}
	return items
}

// estimation returns the options for data of so many lessons.
func (e *estimation) estimationOf(lessons int) stats.Options {
	o := e.options.Estimation
	if o.Unit == "" && lessons >= inference.LessonsNeeded {
		o.Unit = stats.ByLesson
	}
	return o
}

func (e *estimation) settings() {
	o := e.estimationOf(e.out.Input.Lessons)
	e.out.Settings = calibrate.StatisticsSettings{
		Settings: calibrate.Settings{
			Confidence: cmp.Or(o.Confidence, calibrate.DefaultConfidence), Seed: cmp.Or(o.Seed, stats.DefaultSeed), Bootstrap: o.Bootstrap, Unit: stats.ByItem,
			Inference: string(o.Inference), By: e.options.By, Round: e.study.Round,
		},
		Variance: o.Variance, Interval: o.Interval, TestValue: o.TestValue,
		PopulationItems: o.PopulationItems, PopulationRaters: o.PopulationRaters,
		Compare: e.options.Compare,
	}
	s := &e.out.Settings
	if b := e.options.Benchmark; b != nil {
		s.Benchmark = b.ID
	}
	if o.Unit == stats.ByLesson && o.Variance != stats.Gwet {
		s.Unit = stats.ByLesson
	}
	s.Inference = string(cmp.Or(o.Inference, stats.OverItems))
	s.Variance, s.Interval = cmp.Or(o.Variance, stats.Corrected), cmp.Or(o.Interval, stats.StudentT)
	if o.Bootstrap > 0 {
		s.BootstrapMethod = cmp.Or(o.BootstrapMethod, stats.Percentile)
	}
}

// coefficients computes each choice on each part, side by side.
func coefficients(ctx context.Context, e *estimation) error {
	type task struct {
		part   *part
		choice Choice
	}
	var tasks []task
	for _, p := range e.parts {
		for _, c := range e.options.Choices {
			if !c.ofTwo || p.agreement().Raters() == 2 {
				tasks = append(tasks, task{p, c})
			}
		}
	}
	e.out.Coefficients = make([]calibrate.Coefficient, len(tasks))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, t := range tasks {
		g.Go(parallel.Safely(func() error {
			o := e.estimationOf(t.part.agreement().Clusters())
			o.Weights = t.choice.Weights
			r, err := t.choice.Coefficient.Estimate(ctx, t.part.data, o)
			if countsOnly(e.study) {
				r = nameless(r, t.choice.Coefficient.Has(stats.Whose), o.Inference)
			}
			c := CoefficientOf(r)
			c.K, c.Of, c.Scale, c.Benchmark = r.K, t.part.of, t.part.scale, placed(r, e.options.Benchmark)
			e.out.Coefficients[i] = c
			return err
		}))
	}
	return g.Wait()
}

// notes adds why each value is absent, and what to know of the ratings.
func (e *estimation) notes() {
	out := e.out
	for i, c := range out.Coefficients {
		if c.Weights == nil {
			out.Notes = append(out.Notes, calibrate.NewNote(string(calibrate.NoWeights), pointer("coefficients", i, "weights")))
		}
		if o := e.options.Estimation; o.PopulationItems+o.PopulationRaters > 0 && !e.countsPopulations(c.ID) {
			out.Notes = append(out.Notes, calibrate.NewNote("population_ignored", pointer("coefficients", i, "se")))
		}
	}
	for s, scale := range out.Input.Scales {
		if scale.Source != rating.Observed {
			continue
		}
		e.note("levels_that_occur", pointer("input/scales", s, ""))
		if whole := e.table.Scales()[s].Whole(); len(whole) > 1 && len(whole) <= int(scale.Range()/scale.Step()) {
			e.note("scale_gap", pointer("input/scales", s, ""))
		}
	}
	for _, f := range []*facet{e.by, e.against} {
		if f != nil && f.hides() {
			e.note(string(calibrate.GroupWithheld), "/coefficients")
		}
		if f != nil && f.several {
			e.note("several_groups", "/coefficients")
		}
	}
	out.Notes = slices.Concat(calibrate.AbsentNotes(out), out.Notes, e.extra, e.study.Notes)
	if out.Notes == nil {
		out.Notes = []calibrate.Note{}
	}
}

// countsPopulations reports whether a coefficient's error knows finite
// populations: those of agreement do.
func (e *estimation) countsPopulations(id string) bool {
	for _, c := range e.options.Choices {
		if c.Coefficient.ID == id {
			return agree.Comparable(c.Coefficient)
		}
	}
	return false
}
