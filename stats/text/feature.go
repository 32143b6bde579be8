package text

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"unicode/utf8"
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
	ofNumber  = '#'
	ofTime    = '~'
	ofQuote   = '"'
	ofConcept = '@'
	ofCount   = '=' // a number and what it counts
)

// featuresOf returns what a text says, sorted by name.
func featuresOf(lang *Language, s string) []feature {
	p := lang.passage(s)
	counts := map[string]float64{}
	stems := make([]string, 0, len(p.toks))
	last := ""
	for i, t := range p.toks {
		if t.kind == mark {
			continue
		}
		stem := stemOf(lang, t)
		stems = append(stems, stem)
		countNumbers(lang, p, i, counts)
		if t.kind != word && t.kind != code || isIdle(lang, t) {
			continue
		}
		counts[stem]++
		if t.quoted {
			if last != "" {
				counts[string(ofQuote)+last+" "+stem]++
			}
			last = stem
		} else {
			last = ""
		}
	}
	lang.concepts.each(stems, func(name string) { counts[concept(name)]++ })
	out := make([]feature, 0, len(counts))
	for name, n := range counts {
		out = append(out, feature{name, n})
	}
	slices.SortFunc(out, func(a, b feature) int { return cmp.Compare(a.name, b.name) })
	return out
}

// stemOf is the stem of a word, or of the one that stands for all its names.
func stemOf(lang *Language, t token) string {
	if one, ok := lang.alike[t.lower]; ok {
		return lang.stem(one)
	}
	return lang.stem(t.lower)
}

// isIdle reports whether a word says nothing by itself.
func isIdle(lang *Language, t token) bool {
	tags, _ := lang.lookup(t.lower)
	return tags.any(function) || utf8.RuneCountInString(t.lower) < 2
}

// countNumbers counts the number at token i, and the length of time where one
// follows: 50 sec, 0:50 and 50-second are the same.
func countNumbers(lang *Language, p *passage, i int, counts map[string]float64) {
	t := p.toks[i]
	switch t.kind {
	case number:
		if i+1 < len(p.toks) {
			if unit, ok := lang.durations[p.toks[i+1].lower]; ok {
				counts[numeral(ofTime, t.value*unit)]++
			}
		}
		if t.is(timeUnit) {
			counts[numeral(ofTime, t.value)]++
		}
		counts[numeral(ofNumber, t.value)]++
		if what := countedAt(lang, p, i+1); what != "" {
			counts[numeral(ofCount, t.value)+" "+what]++
		}
	case share:
		counts[numeral(ofNumber, t.value)]++
		counts[numeral(ofNumber, t.other)]++
	case clock:
		counts[numeral(ofTime, t.value)]++
	case percent, ordinal:
		counts[numeral(ofNumber, t.value)]++
	}
}

func numeral(kind byte, v float64) string {
	return string(kind) + strconv.FormatFloat(math.Abs(v), 'g', -1, 64)
}

// countedAt returns the stem of what is counted by a number before token i.
func countedAt(lang *Language, p *passage, i int) string {
	for j := i; j < min(i+3, len(p.toks)); j++ {
		t := p.toks[j]
		switch {
		case t.kind != word || t.is(auxiliary|turn):
			return ""
		case t.is(object|unit|abstract|learner) && !t.is(function), Plural(lang, t), lang.alike[t.lower] != "":
			return stemOf(lang, t)
		}
	}
	return ""
}
