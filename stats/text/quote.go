package text

import (
	"unicode"
	"unicode/utf8"
)

// A quotation is what stands between two quotation marks.
type quotation struct {
	open, close int // the tokens of its marks
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
func quotations(s string, toks []token) []quotation {
	var found []quotation
	sought := make([]int, len(closers)) // up to which token, in vain
	for i := 0; i < len(toks); i++ {
		if toks[i].kind != mark || !opens(s, toks[i]) {
			continue
		}
		for k, pair := range closers {
			if s[toks[i].start:toks[i].end] != pair.open {
				continue
			}
			end, ok := closing(s, toks, i, sought[k], pair.close)
			if !ok {
				sought[k] = end
				continue
			}
			found = append(found, quotation{i, end})
			toks[i].opens = true
			for j := i; j <= end; j++ {
				toks[j].quoted = true
			}
			i = end
			break
		}
	}
	return found
}

// opens reports whether a mark can open a quotation: it follows no letter or
// digit and stands before something.
func opens(s string, t token) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:t.start])
	after, _ := utf8.DecodeRuneInString(s[t.end:])
	return t.end < len(s) && !unicode.IsSpace(after) &&
		(t.start == 0 || !unicode.IsLetter(before) && !unicode.IsDigit(before))
}

// closing returns the token that closes the quotation that token i opens, or
// how far it looked in vain; before token from there is none.
func closing(s string, toks []token, i, from int, mark string) (int, bool) {
	limit := longestQuote
	if mark == "'" {
		limit = longestSingle
	}
	j := max(i+2, from)
	for ; j < len(toks) && toks[j].start-toks[i].start < limit; j++ {
		if toks[j].lower != mark {
			continue
		}
		after, _ := utf8.DecodeRuneInString(s[toks[j].end:])
		before, _ := utf8.DecodeLastRuneInString(s[:toks[j].start])
		if !unicode.IsLetter(after) && !unicode.IsSpace(before) {
			return j, true
		}
	}
	return j, false
}
