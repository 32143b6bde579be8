package answers

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats"
)

// detect recognizes the built-in dimensions by their names, where no rubric was
// named: two or more, and most of those that are there.
func (b *builder) detect() {
	if b.options.Rubric != nil {
		b.answers.Rubric = b.options.Rubric.ID
		return
	}
	for _, r := range rubric.Presets() {
		known := 0
		for _, d := range b.answers.Dimensions {
			if in, ok := r.Match(d.Name); ok && in.Ends[0] != "" {
				known++
			}
		}
		if known >= 2 && known*2 > len(b.answers.Dimensions) {
			b.options.Rubric, b.answers.Rubric, b.detected = r, r.ID, true
			return
		}
	}
}

// describe gives a dimension its id and ends, from the rubric where it knows
// the dimension.
func (b *builder) describe(d *Dimension) {
	d.ID = strings.Join(strings.Fields(plain(d.Name)), "_")
	if b.options.Rubric == nil {
		return
	}
	if in, ok := b.options.Rubric.Match(d.Name); ok {
		d.ID, d.Ends, d.Shows = in.ID, in.Ends, in.Shows
		d.Name = cmp.Or(in.Name, d.Name)
	}
}

// value turns the cells into numbers on one scale: the declared one, that of
// the words, or the one that the answers show.
func (b *builder) value() error {
	wordy := map[string]bool{}
	lowest, highest := math.Inf(1), math.Inf(-1)
	whole := true
	b.each(func(_ int, _ int, _ aspect, text, _ string) {
		if v, ok := number(text); ok {
			lowest, highest = min(lowest, v), max(highest, v)
			whole = whole && v == math.Trunc(v)
		} else {
			wordy[strings.ToLower(text)] = true
		}
	})
	scale := b.options.Scale
	if r := b.options.Rubric; scale == nil && r != nil && (!b.detected || within(r.Scales[0], lowest, highest)) {
		scale = &r.Scales[0]
	}
	values := map[string]float64{}
	if len(wordy) > 0 {
		s, known, ok := wordScale(wordy, scale)
		if ok {
			values = known
			if scale == nil && math.IsInf(lowest, 1) {
				scale = &s
			}
		}
	}
	low, high, levels := span(scale, lowest, highest, whole)
	b.answers.Undeclared = scale == nil
	for d := range b.answers.Dimensions {
		dim := &b.answers.Dimensions[d]
		dim.Low, dim.High, dim.Levels = low, high, levels
		dim.Is, dim.Should = absent(len(b.people)), absent(len(b.people))
		dim.Reasons = make([]string, len(b.people))
		for p := range b.cells[d] {
			dim.Reasons[p] = b.cells[d][p].reason
		}
	}
	b.each(func(d, p int, a aspect, text, place string) {
		v, ok := number(text)
		if !ok {
			v, ok = values[strings.ToLower(text)]
		}
		if !ok || v < low || v > high {
			b.faults = append(b.faults, fault{place: place, cell: text})
			return
		}
		dim := &b.answers.Dimensions[d]
		if b.options.Rubric != nil {
			if in, known := b.options.Rubric.Match(dim.Name); known && in.Reversed {
				v = low + high - v
			}
		}
		[2][]stats.Number{is: dim.Is, should: dim.Should}[a][p] = stats.Of(v)
		b.answers.Given++
	})
	return b.fail(low, high)
}

// each calls f for every answer that was given.
func (b *builder) each(f func(d, p int, a aspect, text, place string)) {
	for d := range b.cells {
		for p := range b.cells[d] {
			for a, text := range b.cells[d][p].text {
				if text != "" {
					f(d, p, aspect(a), text, b.cells[d][p].place[a])
				}
			}
		}
	}
}

// span returns the ends of the scale and its levels. Of an undeclared one
// whole answers from 1 to 10 reach from 1 to the highest given, those from 0
// from 0, and what goes beyond 10 is a slider of 0-100.
func span(scale *rubric.Scale, lowest, highest float64, whole bool) (low, high float64, levels []float64) {
	switch {
	case scale != nil:
		for _, level := range scale.Levels {
			levels = append(levels, level.Value)
		}
		return levels[0], levels[len(levels)-1], levels
	case math.IsInf(lowest, 1):
		return 0, 0, nil
	case highest > 10 && lowest >= 0 && highest <= 100:
		return 0, 100, nil
	case !whole || lowest < 0 || highest > 10:
		return lowest, highest, nil
	}
	low = math.Min(1, lowest)
	for v := low; v <= highest; v++ {
		levels = append(levels, v)
	}
	return low, highest, levels
}

// within reports whether answers lie on a scale.
func within(s rubric.Scale, lowest, highest float64) bool {
	return lowest >= s.Levels[0].Value && highest <= s.Levels[len(s.Levels)-1].Value
}

// absent returns so many answers that were not given.
func absent(n int) []stats.Number {
	list := make([]stats.Number, n)
	for i := range list {
		list[i] = stats.None(stats.NoPairs)
	}
	return list
}

// A FaultsError says which cells are no answers.
type FaultsError struct {
	Cells     []string // where each stands and what it holds
	Low, High float64
}

func (e *FaultsError) Error() string {
	shown := e.Cells[:min(3, len(e.Cells))]
	text := strings.Join(shown, "\n")
	if more := len(e.Cells) - len(shown); more > 0 {
		text += fmt.Sprintf("\nand %d more", more)
	}
	return text
}

// fail returns the cells that are no answers, as one error, and counts the
// answers that lack the other.
func (b *builder) fail(low, high float64) error {
	for _, d := range b.answers.Dimensions {
		for p := range d.Is {
			if d.Is[p].OK() != d.Should[p].OK() {
				b.answers.OneSided++
			}
		}
	}
	if len(b.faults) == 0 {
		return nil
	}
	e := &FaultsError{Low: low, High: high}
	for _, f := range b.faults {
		e.Cells = append(e.Cells, fmt.Sprintf("%s: %q is no answer on a scale of %v to %v", f.place, f.cell, low, high))
	}
	return e
}
