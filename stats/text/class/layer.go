package class

import (
	_ "embed" // the weights
	"slices"
	"strings"
	"sync"

	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/token"
)

// something is the third head of the layer, beside fact and judgement: whether
// a statement says anything of the lesson.
const something = 2

// scores are the log-odds that a statement holds a fact, a judgement, and
// something of the lesson at all.
type scores = [3]float64

// A layer weighs the traits of a statement: three logistic regressions with
// one weight a trait and head, fitted to labeled reasons by make weights. The
// weights of cues and shapes hold for every language, those of words are a
// language's.
type layer struct{ shared, words map[string]scores }

//go:embed weight.txt
var sharedWeights string

var readShared = sync.OnceValue(func() map[string]scores {
	weights := map[string]scores{}
	for line := range strings.Lines(sharedWeights) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			trait, w, err := language.ReadWeight(line)
			if err != nil {
				panic(err) // it is compiled in
			}
			weights[trait] = w
		}
	}
	return weights
})

// layerOf is the layer that ships, for a language.
func layerOf(lang *language.Language) layer { return layer{readShared(), lang.Weights()} }

// of is what a trait weighs.
func (l layer) of(trait string) scores {
	if strings.HasPrefix(trait, ofStem) {
		return l.words[trait]
	}
	return l.shared[trait]
}

// bias is the trait that every statement has.
const bias = "bias"

// A spoke is a range of tokens that spoke for one side.
type spoke struct {
	side     side
	from, to int
}

// leastSpoken is the weight from which a word alone is named as what led to a
// class.
const leastSpoken = 0.35

// weigh returns the scores of a statement and the words that spoke for them. A
// trait counts once, however often a statement has it.
func (l layer) weigh(s *statement, cues []cue) (scores, []spoke) {
	sum := l.of(bias)
	of := make([]float64, len(cues)) // what each cue says for its side
	counted := make([]string, 0, 2*len(cues)+16)
	add := func(name string) scores {
		w := l.of(name)
		if !slices.Contains(counted, name) {
			counted = append(counted, name)
			for k := range sum {
				sum[k] += w[k]
			}
		}
		return w
	}
	for _, t := range traitsOf(s, cues) {
		if w := add(t.name); t.cue >= 0 {
			of[t.cue] += w[cues[t.cue].side]
		}
	}
	var strong, weak, small []spoke
	for i, c := range cues {
		switch at := (spoke{c.side, c.from, c.to}); {
		case of[i] > 0 && c.strong:
			strong = append(strong, at)
		case of[i] > 0:
			weak = append(weak, at)
		}
	}
	for i := s.from; i < s.to; i++ {
		stem, ok := stemAt(s, i)
		if !ok {
			continue
		}
		w := add(stem)
		for _, side := range []side{fact, judgement} {
			switch at := (spoke{side, i, i + 1}); {
			case w[side] < leastSpoken:
			case s.toks[i].Is(token.Function):
				small = append(small, at)
			default:
				weak = append(weak, at)
			}
		}
	}
	return sum, unlessSaid(unlessSaid(strong, weak), small)
}

// unlessSaid adds what speaks for a side that nothing stronger speaks for.
func unlessSaid(stronger, weaker []spoke) []spoke {
	spoken := slices.Clone(stronger)
	for _, w := range weaker {
		if !hasSide(stronger, w.side) {
			spoken = append(spoken, w)
		}
	}
	return spoken
}

func hasSide(list []spoke, side side) bool {
	for _, s := range list {
		if s.side == side {
			return true
		}
	}
	return false
}

// ofStem begins the name of the trait of a word.
const ofStem = "_"

// stemAt returns the trait of the word at token i, where it is the rater's own.
func stemAt(s *statement, i int) (string, bool) {
	t := s.toks[i]
	if t.Kind != token.Word || t.Figure || !t.live() {
		return "", false
	}
	return ofStem + s.lang.Stem(t.Lower), true
}
