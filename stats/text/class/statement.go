package class

import (
	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/token"
)

// A statement is a range of a text's tokens as the rules see it.
type statement struct {
	lang     *language.Language
	text     string // the whole
	toks     []told // of the whole text
	quotes   []language.Quotation
	from, to int
	clause   []int // of each token, from 0 on: where its clause starts
}

// A told is a token with what its statement makes of it.
type told struct {
	token.Token
	reported bool // is somebody else's words, told
	granted  bool // is advice or imagined: no report of what went on
	title    bool // stands in a name, the title of a work or what it is about
}

// clauseOf returns where the clause of token i starts.
func (s *statement) clauseOf(i int) int { return s.clause[i-s.from] }

// clauseEnd returns the end of the clause of token i.
func (s *statement) clauseEnd(i int) int {
	start := s.clauseOf(i)
	for i++; i < s.to && s.clauseOf(i) == start; i++ {
	}
	return i
}

// live reports whether a token is the rater's own word.
func (t told) live() bool { return !t.Quoted && !t.reported }

// any reports whether f holds of a token of the statement.
func (s *statement) any(f func(*told) bool) bool {
	for i := s.from; i < s.to; i++ {
		if f(&s.toks[i]) {
			return true
		}
	}
	return false
}

// at returns token i, or an empty one outside the statement.
func (s *statement) at(i int) told {
	if i < s.from || i >= s.to {
		return told{}
	}
	return s.toks[i]
}

// slice returns the text of tokens i to j-1.
func (s *statement) slice(i, j int) string {
	if i >= j {
		return ""
	}
	return s.text[s.toks[i].Start:s.toks[j-1].End]
}

func oneIf(b bool) int {
	if b {
		return 1
	}
	return 0
}
