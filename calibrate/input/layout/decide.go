package layout

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/source"
)

// ahead is how much more evidence a reading needs than the next.
const ahead = 0.8

// aheadUnnamed is the same where no header names a rater, an indicator or a
// lesson, and all hangs on how names look.
const aheadUnnamed = 3

// least is how much evidence a reading needs at all.
const least = 2.0

// Recognize finds how a sheet is laid out. The Plan is nil where nothing in it
// looks like ratings; where it cannot be read for sure, it has Doubts.
func Recognize(s *source.Sheet, lexer *cell.Lexer, o *Options) *Plan {
	t := newTable(s, lexer, o)
	if p := ownOutput(t); p != nil {
		return p
	}
	if p := byForm(t); p != nil {
		return p
	}
	return byHand(t)
}

// form reads a sheet that an export's own columns give away.
func byForm(t *table) *Plan {
	for _, layout := range Layouts {
		if layout.sign == nil || t.options.Layout != "" && t.options.Layout != layout.ID && !handMade(t.options.Layout) {
			continue
		}
		sign := layout.sign(t)
		if sign == nil {
			continue
		}
		f := newFrame(t, sign.labels, sign.rows)
		f.form = true
		readings := readingsOf(f, func(l Layout) bool { return l.ID == wideID || l.ID == gridID })
		if len(readings) == 0 {
			continue
		}
		p := planOf(f, readings, sign.why)
		if t.options.Layout != wideID {
			p.Layout = layout.ID
		}
		p.Sure, p.Other, p.Dropped = sign.sure, nil, append(sign.dropped, p.Dropped...)
		p.Doubts = slices.DeleteFunc(p.Doubts, func(d Doubt) bool { return d.Code == "ambiguous_layout" })
		return p
	}
	return nil
}

// handMade reports whether an id is that of a layout that is no export.
func handMade(id string) bool {
	return slices.ContainsFunc(Layouts, func(l Layout) bool { return l.ID == id && l.read != nil })
}

// byHand reads a sheet that people made: in blocks, each with a header.
func byHand(t *table) *Plan {
	regions, dropped, doubts := t.regions()
	if len(regions) == 0 {
		return nil
	}
	frames := make([]*frame, len(regions))
	for i := range regions {
		g := &regions[i]
		f := newFrame(t, labelsOf(t, g), g.rows)
		f.region = *g
		setTitle(f, len(regions) > 1)
		frames[i] = f
	}
	var plan *Plan
	for _, f := range frames {
		readings := readingsOf(f, func(l Layout) bool { return l.read != nil })
		if plan != nil { // further blocks are laid out as the first
			readings = slices.DeleteFunc(readings, func(r *reading) bool { return r.layout != plan.Layout })
		}
		if len(readings) == 0 {
			if plan == nil {
				return withoutReading(f, dropped, doubts)
			}
			dropped = append(dropped, notRead(f.rows)...)
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

func notRead(rows []int) []Drop {
	var out []Drop
	for _, i := range rows {
		out = append(out, Drop{i, "a block that is not laid out as the first"})
	}
	return out
}

// withoutReading returns a plan that says only what is broken, or nil.
func withoutReading(_ *frame, dropped []Drop, doubts []Doubt) *Plan {
	if len(doubts) == 0 {
		return nil
	}
	return &Plan{Layout: wideID, Dropped: dropped, Doubts: doubts}
}

// readings returns the frame as it reads in each layout, the likeliest first.
func readingsOf(f *frame, wanted func(Layout) bool) []*reading {
	var all []*reading
	for _, layout := range Layouts {
		if !wanted(layout) || layout.read == nil || handMade(f.options.Layout) && layout.ID != f.options.Layout {
			continue
		}
		r := layout.read(f)
		if r == nil {
			continue
		}
		r.layout = layout.ID
		for _, w := range witnesses {
			if weight, text := w.weigh(f, r); weight != 0 {
				r.signs = append(r.signs, Sign{w.name, weight, text})
			}
		}
		all = append(all, r)
	}
	slices.SortStableFunc(all, func(a, b *reading) int { return cmp.Compare(b.weight(), a.weight()) })
	return all
}

// planOf decides between readings and turns the best into a plan.
func planOf(f *frame, readings []*reading, why string) *Plan {
	best := readings[0]
	p := planReading(f, best)
	if why != "" {
		p.Why = why
	}
	if len(readings) > 1 {
		other := readings[1]
		p.Other = planReading(f, other)
		margin := ahead
		if !best.named() && !other.named() {
			margin = aheadUnnamed
		}
		if best.guess || other.guess || best.uneven {
			margin = math.Inf(1)
		}
		if best.weight()-other.weight() < margin && (other.weight() > least || best.uneven && other.weight() > 0) && len(best.missing) == 0 && len(other.missing) == 0 {
			p.Doubts = append(p.Doubts, twoWays(f, best, other))
		}
	}
	if best.weight() < least && len(best.missing) == 0 && !handMade(f.options.Layout) && !f.form {
		p.Doubts = append(p.Doubts, tooLittle(f, best))
	}
	return p
}

// plan turns a reading into a plan.
func planReading(f *frame, r *reading) *Plan {
	layout := layoutOf(r.layout)
	p := &Plan{Layout: r.layout, Why: r.why, Missing: slices.Clone(r.missing), Signs: r.signs}
	if r.sheetRates {
		p.Missing = append(p.Missing, Rater)
	}
	p.Sure = math.Round(100/(1+math.Exp(-(r.weight()-least)/2))) / 100
	if layout.ID == countsID || layout.ID == contingencyID {
		p.Blocks = []Block{r.block}
		p.Doubts = r.doubts
		return p
	}
	p.Blocks = []Block{blockOf(f, r)}
	p.Doubts = append(slices.Clone(f.doubts), r.doubts...)
	finishPlan(f, p, r)
	return p
}

// layoutOf returns the layout of an id that is known.
func layoutOf(id string) Layout {
	i := slices.IndexFunc(Layouts, func(l Layout) bool { return l.ID == id })
	return Layouts[i]
}

// ByID returns the layout with an id.
func ByID(id string) (Layout, error) {
	var ids []string
	for _, l := range Layouts {
		if l.ID == Key(id) {
			return l, nil
		}
		ids = append(ids, l.ID)
	}
	return Layout{}, fmt.Errorf("no layout %q: there are %s", id, strings.Join(ids, ", "))
}

// Key spells a layout's id as Layouts do.
func Key(s string) string { return strings.ReplaceAll(strings.ToLower(strings.TrimSpace(s)), "-", "_") }

// twoWays is the doubt between two readings, each with its first row and its
// flag.
func twoWays(f *frame, a, b *reading) Doubt {
	first, second := layoutOf(a.layout), layoutOf(b.layout)
	return Doubt{
		Row: -1, Col: -1, Code: "ambiguous_layout",
		Text: fmt.Sprintf("it reads as %s (%s) and as %s (%s)", first.Title, example(f, a), second.Title, example(f, b)),
		Cures: []Cure{
			{"--layout " + a.layout, "if " + example(f, a), func(o *Options) { o.Layout = a.layout }},
			{"--layout " + b.layout, "if " + example(f, b), func(o *Options) { o.Layout = b.layout }},
		},
	}
}

// example says what the first rating would be.
func example(f *frame, r *reading) string {
	if r.block.Counts || r.block.Crossed {
		return "the cells count raters or items"
	}
	if len(f.rows) == 0 || len(r.scores) == 0 {
		return "there is nothing to read"
	}
	row := f.rows[0]
	cellsOf := func(which []int) string {
		var all []string
		for _, i := range which {
			all = append(all, f.sheet.At(row, f.columns[i].index))
		}
		return strings.Join(all, " / ")
	}
	x := r.facets[0]
	rater := cmp.Or(x.Rater, cellsOf(r.keys.rater), "somebody")
	item := strings.Join(slices.DeleteFunc([]string{cmp.Or(x.Lesson, cellsOf(r.keys.lesson)), cmp.Or(x.Indicator, cellsOf(r.keys.indicator))},
		func(s string) bool { return s == "" }), ", ")
	return fmt.Sprintf("%s gave %s to %s", rater, f.sheet.At(row, f.columns[r.scores[0]].index), cmp.Or(item, "the first"))
}

// tooLittle is the doubt where nothing speaks for the best reading.
func tooLittle(f *frame, r *reading) Doubt {
	l := layoutOf(r.layout)
	d := Doubt{
		Row: -1, Col: -1, Code: "unsure_layout",
		Text: fmt.Sprintf("it may be %s, and too little says so: then %s", l.Title, example(f, r)),
	}
	for _, sign := range r.signs {
		if sign.Weight < -0.4 {
			d.Text += "; " + sign.Text
		}
	}
	if r.shape.paired > 0 && r.shape.clash() < 0.1 {
		d.Cures = []Cure{{"--layout " + r.layout, "if that is right", func(o *Options) { o.Layout = r.layout }}}
	}
	return d
}
