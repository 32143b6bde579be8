package likeness

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/token"
)

// A feature is what two reasons can share: the stem of a word, a number, a
// length of time, two words of a quotation, or a concept; with how often it
// occurs.
type feature struct {
	name  string
	count float64
}

// The kinds of features, by the first byte of their names; a stem has none.
const (
	ofNumber = '#'
	ofTime   = '~'
	ofQuote  = '"'
	ofCount  = '=' // a number and what it counts
)

// featuresOf returns what a text says, sorted by name.
func featuresOf(lang *language.Language, s string) []feature {
	p := lang.Passage(s)
	counts := map[string]float64{}
	stems := make([]string, 0, len(p.Tokens))
	last := ""
	for i, t := range p.Tokens {
		if t.Kind == token.Mark {
			continue
		}
		stem := stemOf(lang, t)
		stems = append(stems, stem)
		countNumbers(lang, p, i, counts)
		if t.Kind != token.Word && t.Kind != token.Code || language.Idle(lang, t) {
			continue
		}
		counts[stem]++
		if t.Quoted {
			if last != "" {
				counts[string(ofQuote)+last+" "+stem]++
			}
			last = stem
		} else {
			last = ""
		}
	}
	lang.Concepts(stems, func(name string) { counts[string(language.OfConcept)+name]++ })
	out := make([]feature, 0, len(counts))
	for name, n := range counts {
		out = append(out, feature{name, n})
	}
	slices.SortFunc(out, func(a, b feature) int { return cmp.Compare(a.name, b.name) })
	return out
}

// stemOf is the stem of a word, or of the one that stands for all its names.
func stemOf(lang *language.Language, t token.Token) string {
	if one := lang.Alike(t.Lower); one != "" {
		return lang.Stem(one)
	}
	return lang.Stem(t.Lower)
}

// countNumbers counts the number at token i, and the length of time where one
// follows: 50 sec, 0:50 and 50-second are the same.
func countNumbers(lang *language.Language, p *language.Passage, i int, counts map[string]float64) {
	t := p.Tokens[i]
	switch t.Kind {
	case token.Number:
		if i+1 < len(p.Tokens) {
			if unit, ok := lang.Seconds(p.Tokens[i+1].Lower); ok {
				counts[numeral(ofTime, t.Value*unit)]++
			}
		}
		if t.Is(token.TimeUnit) {
			counts[numeral(ofTime, t.Value)]++
		}
		counts[numeral(ofNumber, t.Value)]++
		if what := countedAt(lang, p, i+1); what != "" {
			counts[numeral(ofCount, t.Value)+" "+what]++
		}
	case token.Share:
		counts[numeral(ofNumber, t.Value)]++
		counts[numeral(ofNumber, t.Other)]++
	case token.Clock:
		counts[numeral(ofTime, t.Value)]++
	case token.Percent, token.Ordinal:
		counts[numeral(ofNumber, t.Value)]++
	}
}

func numeral(kind byte, v float64) string {
	return string(kind) + strconv.FormatFloat(math.Abs(v), 'g', -1, 64)
}

// countedAt returns the stem of what is counted by a number before token i.
func countedAt(lang *language.Language, p *language.Passage, i int) string {
	for j := i; j < min(i+3, len(p.Tokens)); j++ {
		t := p.Tokens[j]
		switch {
		case t.Kind != token.Word || t.Is(token.Auxiliary|token.Turn):
			return ""
		case t.Is(token.Object|token.Unit|token.Abstract|token.Learner) && !t.Is(token.Function), language.Plural(lang, t), lang.Alike(t.Lower) != "":
			return stemOf(lang, t)
		}
	}
	return ""
}
