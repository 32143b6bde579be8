package recognize

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/column"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/hypothesis"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/region"
	"github.com/cb401426/calibrate/calibrate/input/source"
)

// ahead is how much more evidence a reading needs than the next.
const ahead = 0.8

// aheadUnnamed is the same where no header names a rater, an indicator or a
// lesson, and all hangs on how names look.
const aheadUnnamed = 3

// least is how much evidence a reading needs at all.
const least = 2.0

// Sheet finds how a sheet is laid out. The Plan is nil where nothing in it
// looks like ratings; where it cannot be read for sure, it has Doubts.
func Sheet(s *source.Sheet, lexer *cell.Lexer, o *layout.Options) *layout.Plan {
	t := region.NewTable(s, lexer, o)
	if p := ownOutput(t); p != nil {
		return p
	}
	if p := byForm(t); p != nil {
		return p
	}
	return byHand(t)
}

// byForm reads a sheet that an export's own columns give away.
func byForm(t *region.Table) *layout.Plan {
	for _, l := range Layouts {
		if l.sign == nil || t.Options.Layout != "" && t.Options.Layout != l.ID && !handMade(t.Options.Layout) {
			continue
		}
		sign := l.sign(t)
		if sign == nil {
			continue
		}
		f := column.New(t, sign.Labels, sign.Rows)
		f.Form = true
		readings := readingsOf(f, func(l Layout) bool { return l.ID == hypothesis.WideID || l.ID == hypothesis.GridID })
		if len(readings) == 0 {
			continue
		}
		p := planOf(f, readings, sign.Why)
		if t.Options.Layout != hypothesis.WideID {
			p.Layout = l.ID
		}
		p.Sure, p.Other, p.Dropped = sign.Sure, nil, append(sign.Dropped, p.Dropped...)
		p.Doubts = slices.DeleteFunc(p.Doubts, func(d layout.Doubt) bool { return d.Code == "ambiguous_layout" })
		return p
	}
	return nil
}

// byHand reads a sheet that people made: in blocks, each with a header.
func byHand(t *region.Table) *layout.Plan {
	regions, dropped, doubts := t.Cut()
	if len(regions) == 0 {
		return nil
	}
	frames := make([]*column.Frame, len(regions))
	for i := range regions {
		g := &regions[i]
		f := column.New(t, region.LabelsOf(t, g), g.Rows)
		f.Region = *g
		setTitle(f, len(regions) > 1)
		frames[i] = f
	}
	var plan *layout.Plan
	for _, f := range frames {
		readings := readingsOf(f, func(l Layout) bool { return l.read != nil })
		if plan != nil { // further blocks are laid out as the first
			readings = slices.DeleteFunc(readings, func(r *hypothesis.Reading) bool { return r.Layout != plan.Layout })
		}
		if len(readings) == 0 {
			if plan == nil {
				if len(doubts) == 0 {
					return nil
				}
				return &layout.Plan{Layout: hypothesis.WideID, Dropped: dropped, Doubts: doubts} // it says only what is broken
			}
			dropped = append(dropped, notRead(f.Rows)...)
			continue
		}
		p := planOf(f, readings, "")
		if plan == nil {
			plan = p
			continue
		}
		plan.Blocks = append(plan.Blocks, p.Blocks...)
		plan.Doubts = append(plan.Doubts, p.Doubts...)
	}
	plan.Dropped = append(dropped, plan.Dropped...)
	plan.Doubts = append(plan.Doubts, doubts...)
	return plan
}

func notRead(rows []int) []layout.Drop {
	var out []layout.Drop
	for _, i := range rows {
		out = append(out, layout.Drop{Row: i, Why: "a block that is not laid out as the first"})
	}
	return out
}

// readingsOf returns the frame as it reads in each layout, the likeliest first.
func readingsOf(f *column.Frame, wanted func(Layout) bool) []*hypothesis.Reading {
	var all []*hypothesis.Reading
	for _, l := range Layouts {
		if !wanted(l) || l.read == nil || handMade(f.Options.Layout) && l.ID != f.Options.Layout {
			continue
		}
		r := l.read(f)
		if r == nil {
			continue
		}
		r.Layout = l.ID
		hypothesis.Weigh(f, r)
		all = append(all, r)
	}
	slices.SortStableFunc(all, func(a, b *hypothesis.Reading) int { return cmp.Compare(b.Weight(), a.Weight()) })
	return all
}

// planOf decides between readings and turns the best into a plan.
func planOf(f *column.Frame, readings []*hypothesis.Reading, why string) *layout.Plan {
	best := readings[0]
	p := planReading(f, best)
	if why != "" {
		p.Why = why
	}
	if len(readings) > 1 {
		other := readings[1]
		p.Other = planReading(f, other)
		margin := ahead
		if !best.Named() && !other.Named() {
			margin = aheadUnnamed
		}
		if best.Guess || other.Guess || best.Uneven {
			margin = math.Inf(1)
		}
		if best.Weight()-other.Weight() < margin && (other.Weight() > least || best.Uneven && other.Weight() > 0) && len(best.Missing) == 0 && len(other.Missing) == 0 {
			p.Doubts = append(p.Doubts, twoWays(f, best, other))
		}
	}
	if best.Weight() < least && len(best.Missing) == 0 && !handMade(f.Options.Layout) && !f.Form {
		p.Doubts = append(p.Doubts, tooLittle(f, best))
	}
	return p
}

// planReading turns a reading into a plan.
func planReading(f *column.Frame, r *hypothesis.Reading) *layout.Plan {
	l := layoutOf(r.Layout)
	p := &layout.Plan{Layout: r.Layout, Why: r.Why, Missing: slices.Clone(r.Missing), Signs: r.Signs}
	if r.SheetRates {
		p.Missing = append(p.Missing, layout.Rater)
	}
	p.Sure = math.Round(100/(1+math.Exp(-(r.Weight()-least)/2))) / 100
	if l.ID == hypothesis.CountsID || l.ID == hypothesis.ContingencyID {
		p.Blocks = []layout.Block{r.Block}
		p.Doubts = r.Doubts
		return p
	}
	p.Blocks = []layout.Block{blockOf(f, r)}
	p.Doubts = slices.Clone(r.Doubts)
	finishPlan(f, p, r)
	return p
}

// twoWays is the doubt between two readings, each with its first row and its
// flag.
func twoWays(f *column.Frame, a, b *hypothesis.Reading) layout.Doubt {
	first, second := layoutOf(a.Layout), layoutOf(b.Layout)
	return layout.Doubt{
		Row: -1, Col: -1, Code: "ambiguous_layout",
		Text: fmt.Sprintf("it reads as %s (%s) and as %s (%s)", first.Title, example(f, a), second.Title, example(f, b)),
		Cures: []layout.Cure{
			layout.ChooseLayout(a.Layout, "if "+example(f, a)),
			layout.ChooseLayout(b.Layout, "if "+example(f, b)),
		},
	}
}

// tooLittle is the doubt where nothing speaks for the best reading.
func tooLittle(f *column.Frame, r *hypothesis.Reading) layout.Doubt {
	l := layoutOf(r.Layout)
	d := layout.Doubt{
		Row: -1, Col: -1, Code: "unsure_layout",
		Text: fmt.Sprintf("it may be %s, and too little says so: then %s", l.Title, example(f, r)),
	}
	for _, sign := range r.Signs {
		if sign.Weight < -0.4 {
			d.Text += "; " + sign.Text
		}
	}
	if r.Shape.Paired > 0 && r.Shape.Clash() < 0.1 {
		d.Cures = []layout.Cure{layout.ChooseLayout(r.Layout, "if that is right")}
	}
	return d
}
