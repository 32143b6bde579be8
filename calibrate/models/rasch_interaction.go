package models

import (
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/stats/rasch"
)

// bias is an interaction that was asked for: a code of each rating, and the
// names of the codes.
type bias struct {
	with  string
	codes []int32
	names []string
}

// interactionCodes returns what raters are to be crossed with.
func (r *raschBuilder) interactionCodes() ([]bias, error) {
	var list []bias
	for _, spec := range r.options.Bias {
		first, with, ok := strings.Cut(spec, ":")
		if !ok || first != rasch.Rater || with == rasch.Rater || with == "" {
			return nil, fmt.Errorf("bias %q is not rater:indicator, rater:lesson, rater:round or rater:COLUMN", spec)
		}
		if f := r.data.Facet(with); f >= 0 {
			list = append(list, bias{with, r.data.Codes[f], r.data.Facets[f].Elements})
			continue
		}
		c, ok := r.study.Table.Column(with)
		if !ok {
			return nil, fmt.Errorf("bias %q: there is no column %q", spec, with)
		}
		b := bias{with: c.Name, names: c.Levels}
		for n := range r.data.Level {
			b.codes = append(b.codes, c.Code(n))
		}
		if !r.options.Names && r.tells(b) {
			return nil, fmt.Errorf("bias %q would show which %s each person is of: add --names", spec, c.Name)
		}
		list = append(list, b)
	}
	return list, nil
}

// tells reports whether the codes say something of a person: a rater has one
// value throughout.
func (r *raschBuilder) tells(b bias) bool {
	f := r.data.Facet(rasch.Rater)
	first := map[int32]int32{}
	varies := map[int32]bool{}
	for n, code := range b.codes {
		g := r.data.Codes[f][n]
		if before, ok := first[g]; ok && before != code {
			varies[g] = true
		}
		first[g] = code
	}
	return len(varies) < len(first)
}

func (r *raschBuilder) interactions(b bias) {
	for _, x := range r.fit.Interactions(r.data.Facet(rasch.Rater), b.codes) {
		y := Interaction{
			Rater: r.id(r.data.Facet(rasch.Rater), x.A), Ratings: x.Ratings, Size: x.Size, Levels: x.Levels,
			SE: x.SE, T: x.T, PValue: x.P, Adjusted: x.Adjusted,
		}
		switch name := b.names[x.B]; b.with {
		case rasch.Indicator:
			y.Indicator = name
		case rasch.Lesson:
			y.Lesson = name
		case rasch.Round:
			y.Round = name
		default:
			y.Column, y.Group = b.with, name
		}
		r.out.Interactions = append(r.out.Interactions, y)
	}
}
