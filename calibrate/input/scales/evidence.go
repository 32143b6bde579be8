package scales

import (
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/problem"
)

// evidence is what the cells of one indicator hold.
type evidence struct {
	numbers map[float64]int      // how often
	words   map[string]string    // folded to written
	labels  map[string][]float64 // folded word to the numbers beside it
	written map[string]string    // folded to one spelling
	unseen  map[string]string    // words for not observed, folded to written
	no      bool                 // a cell that says no

	cells, blank int // how many there are, and how many are empty
}

func newEvidence() evidence {
	return evidence{map[float64]int{}, map[string]string{}, map[string][]float64{}, map[string]string{}, map[string]string{}, false, 0, 0}
}

// worded reports whether words are among the cells.
func (e *evidence) worded() bool {
	return len(e.words) > 0 || len(e.labels) > 0 || e.no && len(e.numbers) == 0
}

// gather returns the evidence of every indicator, from the whole input.
func (r *finder) gather() []evidence {
	all := make([]evidence, len(r.Indicators))
	for i := range all {
		all[i] = newEvidence()
	}
	counts := map[[2]int32]int{}
	for i := range r.Count {
		c := r.At(i)
		counts[[2]int32{c.Indicator, c.Text}] += c.Times
	}
	levels := header.NewLevels(&layout.Options{Scale: r.options.Scale, Rubric: r.options.Rubric})
	strayLabels(r, levels, counts)
	remarks(r, levels, counts)
	twoWords(r.Tokens)
	for key, n := range counts {
		all[key[0]].add(r.Tokens[key[1]], n)
	}
	return all
}

// twoWords makes two answers of a cell that joins words which are answers
// elsewhere: "Developing,Proficient".
func twoWords(tokens []cell.Token) {
	known := map[string]bool{}
	for _, t := range tokens {
		if t.Kind == cell.Word || t.Kind == cell.Labelled {
			known[cell.Fold(t.Label)] = true
		}
	}
	for i := range tokens {
		t := &tokens[i]
		if t.Kind != cell.Word && t.Kind != cell.Junk {
			continue
		}
		parts := strings.FieldsFunc(t.Label, func(c rune) bool { return strings.ContainsRune(",;|/&+", c) })
		if len(parts) > 1 && !slices.ContainsFunc(parts, func(part string) bool { return !known[cell.Fold(part)] }) {
			*t = cell.Token{Kind: cell.Two, Label: t.Label}
		}
	}
}

// strayLabels makes no scores of the few cells whose words stand behind a
// number where all others are bare numbers: "2 students" is no 2. Words that
// are levels of a scale that is known stay.
func strayLabels(r *finder, levels *header.Levels, counts map[[2]int32]int) {
	bare, labelled := 0, 0
	for key, n := range counts {
		switch r.Tokens[key[1]].Kind {
		case cell.Number:
			bare += n
		case cell.Labelled:
			labelled += n
		}
	}
	if labelled == 0 || labelled*10 > bare {
		return
	}
	for i := range r.Tokens {
		t := &r.Tokens[i]
		if t.Kind == cell.Labelled && !levels.Knows(cell.Fold(t.Label)) {
			*t = cell.Token{Kind: cell.Junk, Label: r.Texts[i]}
		}
	}
}

// remarks takes the words behind numbers for remarks where they are no names of
// levels: the same words stand behind other numbers as well, or a number has
// more words than one level can have names.
func remarks(r *finder, levels *header.Levels, counts map[[2]int32]int) {
	labels, values, cells := map[string]map[float64]bool{}, map[float64]bool{}, 0
	for key, n := range counts {
		t := r.Tokens[key[1]]
		if t.Kind != cell.Labelled {
			continue
		}
		if levels.Knows(cell.Fold(t.Label)) {
			return
		}
		label := cell.Fold(t.Label)
		if labels[label] == nil {
			labels[label] = map[float64]bool{}
		}
		labels[label][t.Value], values[t.Value] = true, true
		cells += n
	}
	several := 0
	for _, of := range labels {
		if len(of) > 1 {
			several++
		}
	}
	if len(labels) < 2 || 2*several < len(labels) && len(labels) <= 2*len(values) {
		return
	}
	for i := range r.Tokens {
		if t := &r.Tokens[i]; t.Kind == cell.Labelled {
			*t = cell.Token{Kind: cell.Number, Value: t.Value, Loose: t.Loose}
		}
	}
	r.journal.Add(problem.Place{}, "remarks", "", "", "words stand behind the numbers of %d cells, and name no levels: the numbers are read without them", cells)
}

// add notes n cells of a token.
func (e *evidence) add(t cell.Token, n int) {
	key := cell.Fold(t.Label)
	e.cells += n
	switch t.Kind {
	case cell.Blank, cell.Gap:
		e.blank += n
	case cell.Number:
		e.numbers[t.Value] += n
	case cell.Labelled:
		e.numbers[t.Value] += n
		keepFirst(e.written, key, cell.Clean(t.Label))
		if !slices.Contains(e.labels[key], t.Value) {
			e.labels[key] = append(e.labels[key], t.Value)
		}
	case cell.NotSeen:
		keepFirst(e.unseen, key, t.Label)
	case cell.Word:
		if key == "no" {
			e.no = true
		} else {
			keepFirst(e.words, key, t.Label)
		}
	}
}

// keepFirst keeps the first spelling in order, whatever the order of the cells.
func keepFirst(into map[string]string, key, written string) {
	if before, ok := into[key]; !ok || written < before {
		into[key] = written
	}
}

// pool puts the evidence of several indicators together.
func pool(all []evidence, which []int) evidence {
	p := newEvidence()
	for _, i := range which {
		addCounts(p.numbers, all[i].numbers)
		for word, written := range all[i].words {
			keepFirst(p.words, word, written)
		}
		for word, written := range all[i].unseen {
			keepFirst(p.unseen, word, written)
		}
		for word, written := range all[i].written {
			keepFirst(p.written, word, written)
		}
		p.no = p.no || all[i].no
		for word, values := range all[i].labels {
			for _, v := range values {
				if !slices.Contains(p.labels[word], v) {
					p.labels[word] = append(p.labels[word], v)
				}
			}
		}
	}
	return p
}

func addCounts(into, from map[float64]int) {
	for v, n := range from {
		into[v] += n
	}
}
