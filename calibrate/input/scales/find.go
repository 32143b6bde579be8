package scales

import (
	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/settings"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats/rating"
)

// Cells are what stands in the cells for a score.
type Cells struct {
	Indicators []string                // by code
	LongNames  map[string]string       // of indicators, where known; those of a rubric that is recognized come in
	Listed     map[int32]*rating.Scale // of indicators whose options a sheet lists
	Header     []string                // the levels that the header of a table of counts names
	Across     bool                    // the scores of a row stand in several columns

	Texts  []string     // the distinct texts
	Tokens []cell.Token // what each says alone; what all of them together make of it is written here
	Count  int          // of the cells
	At     func(i int) Cell
	Place  func(i int) problem.Place
}

// A Cell is a text for an indicator, both as codes.
type Cell struct {
	Indicator, Text int32
	Times           int // how often it stands in the input
}

// Found are the scales of the indicators.
type Found struct {
	Meters   []*Meter       // by indicator
	Rubric   *rubric.Rubric // declared or recognized, else nil
	Detected bool           // it was recognized
	Nominal  bool           // the levels are codes without an order
}

// Find returns the meter of every indicator: of the scale that the user
// declared, else of the header of a table of counts, else of the rubric, else
// of what the words and numbers show.
func Find(c *Cells, o *settings.Options, j *problem.Journal) Found {
	r := &finder{Cells: c, options: o, journal: j, lexer: cell.NewLexer(false, o.AllMissing())}
	r.found.Meters = r.meters()
	return r.found
}

// A finder looks for the scales.
type finder struct {
	*Cells
	options *settings.Options
	journal *problem.Journal
	lexer   *cell.Lexer
	found   Found
}

// meters returns the meter of every indicator.
func (r *finder) meters() []*Meter {
	out := make([]*Meter, len(r.Indicators))
	all := r.gather()
	romans := romansIn(all)
	switch levels := r.Header; {
	case r.options.Scale != nil:
		m := newMeter(rubric.ScaleOf(*r.options.Scale), rating.Declared)
		m.scale, m.roman = *r.options.Scale, romans
		fill(out, m)
	case r.options.Levels == settings.NominalLevels:
		r.found.Nominal = true
		fill(out, nominalMeter(all))
	case r.options.Levels == settings.ChecklistLevels:
		fill(out, checklistMeter(rating.Declared, cell.Marks()...))
	case r.options.Rubric != nil:
		r.found.Rubric = r.options.Rubric
		out = r.rubricMeters(r.options.Rubric, rating.Declared)
	case levels != nil && r.headerMeter(levels, out):
	default:
		out = r.shownMeters(all, romans)
	}
	return out
}

// shownMeters returns the meters that the cells themselves show. Indicators
// with words are on one scale if one fits them all, else each on its own;
// those with numbers alone share the scale of the numbers that occur, and so
// do those whose words stand beside the same numbers.
func (r *finder) shownMeters(all []evidence, romans bool) []*Meter {
	out := make([]*Meter, len(all))
	r.optionMeters(out)
	if r.detectRubric(all, out) {
		return out
	}
	r.checklists(all, out)
	if r.options.Levels == settings.WholeLevels {
		r.loneAnswer(all, out)
	}
	numbers := openMeter()
	numbers.roman = romans
	var worded []int
	for i := range all {
		switch {
		case out[i] != nil:
		case all[i].worded():
			worded = append(worded, i)
		default:
			out[i] = numbers
		}
	}
	if len(worded) > 0 && !labelledMeters(all, worded, numbers, out) {
		r.wordMeters(all, worded, out, romans)
	}
	r.pooled(all, out)
	return out
}

// pooled notes on every open meter the numbers of its indicators; those with
// labels of their own share the range of all numbers.
func (r *finder) pooled(all []evidence, out []*Meter) {
	labelled := map[float64]int{}
	for i, m := range out {
		if m.open && m.shared {
			addCounts(labelled, all[i].numbers)
		}
	}
	for i, m := range out {
		if !m.open {
			continue
		}
		if m.seen == nil {
			m.seen = map[float64]int{}
			if m.shared {
				addCounts(m.seen, labelled)
			}
		}
		if !m.shared {
			addCounts(m.seen, all[i].numbers)
		}
	}
	done := map[*Meter]bool{}
	for _, m := range out {
		if m.open && !done[m] && r.options.Levels == settings.WholeLevels {
			done[m] = true
			r.farNumbers(m)
		}
	}
}
