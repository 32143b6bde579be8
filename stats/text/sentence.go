package text

import (
	"slices"
	"strings"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// A passage is a text, cut into tokens, with what is quoted in it.
type passage struct {
	lang     *Language
	text     string
	toks     []token
	language string // that it is read in, or empty
	quotes   []quotation
}

// passage returns a text cut into tokens. It is shared: read it only.
func (lang *Language) passage(s string) *passage {
	if lang.memory != nil {
		return lang.memory.passage(lang, s)
	}
	return lang.cut(s)
}

// own returns a copy whose tokens may be changed.
func (p *passage) own() *passage {
	c := *p
	c.toks = slices.Clone(p.toks)
	return &c
}

func (lang *Language) cut(s string) *passage {
	s = strings.ToValidUTF8(s, "\uFFFD")
	p := &passage{lang: lang, text: s}
	p.toks, p.language = tokensOf(lang, s)
	p.quotes = quotations(s, p.toks)
	speeches(s, p.toks)
	return p
}

// statements cuts a passage into statements, as ranges of tokens. A statement
// ends where a sentence does (Unicode Standard Annex 29), at a full stop
// before a space, at a line end and at a semicolon, but not within a quotation
// and not after an abbreviation.
func (p *passage) statements() [][2]int {
	var cuts [][2]int
	from, i, end := 0, 0, 0
	cut := func(to int) {
		cuts = append(cuts, [2]int{from, to})
		from = to
	}
	for it := sentences.FromString(p.text); it.Next(); {
		end += len(it.Value())
		for ; i < len(p.toks) && p.toks[i].end <= end; i++ {
			if i > from && p.stops(i-1) && p.ends(i) {
				cut(i)
			}
			if p.separates(i) {
				cut(i + 1)
			}
		}
		if i > from && p.ends(i) {
			cut(i)
		}
	}
	if from < len(p.toks) {
		cut(len(p.toks))
	}
	return chopped(p.withWords(cuts))
}

// longestStatement bounds what the rules look at together, in tokens.
const longestStatement = 400

// chopped cuts the ranges that are longer than any sentence.
func chopped(cuts [][2]int) [][2]int {
	if !slices.ContainsFunc(cuts, func(c [2]int) bool { return c[1]-c[0] > longestStatement }) {
		return cuts
	}
	var out [][2]int
	for _, c := range cuts {
		for ; c[1]-c[0] > longestStatement; c[0] += longestStatement {
			out = append(out, [2]int{c[0], c[0] + longestStatement})
		}
		out = append(out, c)
	}
	return out
}

// stops reports whether token i is a full stop before a space.
func (p *passage) stops(i int) bool {
	end := p.toks[i].end
	return p.toks[i].lower == "." && end < len(p.text) && p.text[end] == ' ' &&
		(i == 0 || p.toks[i-1].lower != ".")
}

// separates reports whether token i is a semicolon between two statements.
func (p *passage) separates(i int) bool {
	return p.toks[i].lower == ";" && !p.toks[i].quoted && i > 0 && i+1 < len(p.toks) && p.toks[i+1].kind != mark
}

// ends reports whether a statement can end before token i.
func (p *passage) ends(i int) bool {
	if i >= len(p.toks) {
		return true
	}
	last := p.toks[i-1]
	next := p.toks[i]
	if next.lower == "(" || last.quoted && last.kind == mark && next.kind == word && !next.capital {
		return false // "Why?" (x4), "Why?" she asks
	}
	if last.quoted && next.quoted && !next.opens && !last.said {
		return false
	}
	if last.lower != "." || i < 2 {
		return true
	}
	before := p.toks[i-2]
	initial := before.kind == word && before.end-before.start == 1 && before.capital &&
		!before.is(people)
	return !before.is(abbreviation) && !initial && !p.numbers(i-2)
}

// numbers reports whether token i numbers a line of a list: "2. a line".
func (p *passage) numbers(i int) bool {
	t := p.toks[i]
	if t.kind != number || t.value > 99 {
		return false
	}
	line := strings.TrimRight(p.text[:t.start], " \t")
	return line == "" || line[len(line)-1] == '\n'
}

// withWords joins a range without a word or number to its neighbour.
func (p *passage) withWords(cuts [][2]int) [][2]int {
	out := cuts[:0]
	for _, c := range cuts {
		if len(out) > 0 && !p.speaks(c) {
			out[len(out)-1][1] = c[1]
			continue
		}
		out = append(out, c)
	}
	if len(out) == 1 && !p.speaks(out[0]) {
		return nil
	}
	if len(out) > 1 && !p.speaks(out[0]) {
		out[1][0] = out[0][0]
		out = out[1:]
	}
	return out
}

func (p *passage) speaks(c [2]int) bool {
	for _, t := range p.toks[c[0]:c[1]] {
		if t.kind != mark {
			return true
		}
	}
	return false
}
