package language

import (
	"unicode"
	"unicode/utf8"

	"github.com/cb401426/calibrate/stats/text/token"
)

// A Quotation is what stands between two quotation marks.
type Quotation struct {
	Open, Close int // the tokens of its marks
}

// The longest quotations, in bytes: what is longer is a stray mark.
const (
	longestQuote  = 2000
	longestSingle = 300
)

// closers pairs the marks that open a quotation with those that close it.
var closers = []struct{ open, close string }{
	{`"`, `"`}, {"“", "”"}, {"„", "“"}, {"«", "»"}, {"'", "'"}, {"‘", "'"},
}

// quotations finds the quotations of a text and marks the tokens in them.
func quotations(s string, toks []token.Token) []Quotation {
	var found []Quotation
	sought := make([]int, len(closers)) // up to which token, in vain
	for i := 0; i < len(toks); i++ {
		if toks[i].Kind != token.Mark || !opens(s, toks[i]) {
			continue
		}
		for k, pair := range closers {
			if s[toks[i].Start:toks[i].End] != pair.open {
				continue
			}
			end, ok := closing(s, toks, i, sought[k], pair.close)
			if !ok {
				sought[k] = end
				continue
			}
			found = append(found, Quotation{i, end})
			toks[i].Opens = true
			for j := i; j <= end; j++ {
				toks[j].Quoted = true
			}
			i = end
			break
		}
	}
	return found
}

// opens reports whether a mark can open a quotation: it follows no letter or
// digit and stands before something.
func opens(s string, t token.Token) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:t.Start])
	after, _ := utf8.DecodeRuneInString(s[t.End:])
	return t.End < len(s) && !unicode.IsSpace(after) &&
		(t.Start == 0 || !unicode.IsLetter(before) && !unicode.IsDigit(before))
}

// closing returns the token that closes the quotation that token i opens, or
// how far it looked in vain; before token from there is none.
func closing(s string, toks []token.Token, i, from int, mark string) (int, bool) {
	limit := longestQuote
	if mark == "'" {
		limit = longestSingle
	}
	j := max(i+2, from)
	for ; j < len(toks) && toks[j].Start-toks[i].Start < limit; j++ {
		if toks[j].Lower != mark {
			continue
		}
		after, _ := utf8.DecodeRuneInString(s[toks[j].End:])
		before, _ := utf8.DecodeLastRuneInString(s[:toks[j].Start])
		if !unicode.IsLetter(after) && !unicode.IsSpace(before) {
			return j, true
		}
	}
	return j, false
}
