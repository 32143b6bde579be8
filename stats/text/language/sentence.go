package language

import (
	"slices"
	"strings"

	"github.com/clipperhouse/uax29/v2/sentences"

	"github.com/cb401426/calibrate/stats/text/token"
)

// A Passage is a text, cut into tokens, with what is quoted in it.
type Passage struct {
	lang     *Language
	Text     string
	Tokens   []token.Token
	Language string // that it is read in, or empty
	Quotes   []Quotation
}

// Passage returns a text cut into tokens. It is shared: read it only.
func (lang *Language) Passage(s string) *Passage {
	if lang.memory != nil {
		return lang.memory.passage(lang, s)
	}
	return cut(lang, s)
}

func cut(lang *Language, s string) *Passage {
	s = strings.ToValidUTF8(s, "\uFFFD")
	p := &Passage{lang: lang, Text: s}
	p.Tokens, p.Language = tokensOf(lang, s)
	p.Quotes = quotations(s, p.Tokens)
	speeches(s, p.Tokens)
	return p
}

// Statements cuts a passage into statements, as ranges of tokens. A statement
// ends where a sentence does (Unicode Standard Annex 29), at a full stop
// before a space, at a line end and at a semicolon, but not within a quotation
// and not after an abbreviation.
func (p *Passage) Statements() [][2]int {
	var cuts [][2]int
	from, i, end := 0, 0, 0
	cut := func(to int) {
		cuts = append(cuts, [2]int{from, to})
		from = to
	}
	for it := sentences.FromString(p.Text); it.Next(); {
		end += len(it.Value())
		for ; i < len(p.Tokens) && p.Tokens[i].End <= end; i++ {
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
	if from < len(p.Tokens) {
		cut(len(p.Tokens))
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
func (p *Passage) stops(i int) bool {
	end := p.Tokens[i].End
	return p.Tokens[i].Lower == "." && end < len(p.Text) && p.Text[end] == ' ' &&
		(i == 0 || p.Tokens[i-1].Lower != ".")
}

// separates reports whether token i is a semicolon between two statements.
func (p *Passage) separates(i int) bool {
	return p.Tokens[i].Lower == ";" && !p.Tokens[i].Quoted && i > 0 && i+1 < len(p.Tokens) && p.Tokens[i+1].Kind != token.Mark
}

// ends reports whether a statement can end before token i.
func (p *Passage) ends(i int) bool {
	if i >= len(p.Tokens) {
		return true
	}
	last := p.Tokens[i-1]
	next := p.Tokens[i]
	if next.Lower == "(" || last.Quoted && last.Kind == token.Mark && next.Kind == token.Word && !next.Capital {
		return false // "Why?" (x4), "Why?" she asks
	}
	if last.Quoted && next.Quoted && !next.Opens && !last.Said {
		return false
	}
	if last.Lower != "." || i < 2 {
		return true
	}
	before := p.Tokens[i-2]
	initial := before.Kind == token.Word && before.End-before.Start == 1 && before.Capital &&
		!before.Is(token.People)
	return !before.Is(token.Abbreviation) && !initial && !p.numbers(i-2)
}

// numbers reports whether token i numbers a line of a list: "2. a line".
func (p *Passage) numbers(i int) bool {
	t := p.Tokens[i]
	if t.Kind != token.Number || t.Value > 99 {
		return false
	}
	line := strings.TrimRight(p.Text[:t.Start], " \t")
	return line == "" || line[len(line)-1] == '\n'
}

// withWords joins a range without a word or number to its neighbour.
func (p *Passage) withWords(cuts [][2]int) [][2]int {
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

func (p *Passage) speaks(c [2]int) bool {
	for _, t := range p.Tokens[c[0]:c[1]] {
		if t.Kind != token.Mark {
			return true
		}
	}
	return false
}
