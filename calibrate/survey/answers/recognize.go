package answers

import (
	"errors"
	"slices"
	"strings"
	"sync"

	"github.com/cb401426/calibrate/calibrate/input/source"
)

// ErrNoSurvey says that no sheet holds a survey of the two answers.
var ErrNoSurvey = errors.New("no survey found: no two columns ask where you are and where you should be")

// ErrBlank says that a sheet asks, and nobody has answered.
var ErrBlank = errors.New("it asks where you are and where you should be, and nobody has filled it in")

// asks reports whether a row of the sheet asks for both answers of a dimension.
func (g *grid) asks(o *Options) bool {
	for r := range min(len(g.Rows), deepest) {
		seen := map[string]int{}
		for c := range g.Rows[r].Cells {
			for _, s := range splits(g.at(r, c), o.words()) {
				if seen[s.key] |= 1 << s.aspect; s.key != "" && seen[s.key] == 3 {
					return true
				}
			}
		}
	}
	return false
}

// Looks reports whether a sheet is such a survey: three answers in pairs or
// more, by headers that leave no doubt.
func Looks(s *source.Sheet) bool {
	o := &Options{}
	beginning := *s
	beginning.Rows = s.Rows[:min(len(s.Rows), mostJudged)]
	g := &grid{&beginning}
	r, ok := regionOf(g)
	if !ok || !g.mentions() {
		return false
	}
	for _, fits := range layouts {
		l, ok := fits(g, &r, o)
		if ok {
			return l.id != "pairs" || certain(&l, &r)
		}
	}
	return false
}

// mostJudged is how many rows say what a sheet is.
const mostJudged = 1000

// firstWords are the words that the phrases for each aspect begin with.
var firstWords = sync.OnceValue(func() (all [2]map[string]bool) {
	for a, list := range phrases {
		all[a] = map[string]bool{}
		for _, phrase := range list {
			word, _, _ := strings.Cut(phrase, " ")
			all[a][word] = true
		}
	}
	return all
})

// mentions reports whether words for both aspects stand anywhere: without them
// there is nothing to look for.
func (g *grid) mentions() bool {
	var found [2]bool
	seen := map[string]bool{}
	for i := range g.Rows {
		for _, cell := range g.Rows[i].Cells {
			if len(cell) < 2 || seen[cell] {
				continue
			}
			seen[cell] = true
			for _, t := range tokens(cell) {
				for a := range found {
					found[a] = found[a] || firstWords()[a][t.word]
				}
			}
			if found[is] && found[should] {
				return true
			}
		}
	}
	return false
}

// certain reports whether the pairs' headers name both aspects in words that
// mean nothing else.
func certain(l *layout, r *region) bool {
	for _, p := range l.pairs {
		for a, c := range []int{p.is, p.should} {
			sure := slices.ContainsFunc(splits(r.header(c), [2]string{}), func(s split) bool {
				return s.aspect == aspect(a) && s.key == p.key && !weak[phrases[a][s.rank-1]]
			})
			if !sure {
				return false
			}
		}
	}
	return true
}
