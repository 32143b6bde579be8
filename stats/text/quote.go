package text

import (
	"strings"
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
	for i := 0; i < len(toks); i++ {
		if toks[i].kind != mark || !opens(s, toks[i]) {
			continue
		}
		for _, pair := range closers {
			if s[toks[i].start:toks[i].end] != pair.open {
				continue
			}
			if end := closing(s, toks, i, pair.close); end > 0 {
				found = append(found, quotation{i, end})
				toks[i].opens = true
				for j := i; j <= end && j < len(toks); j++ {
					toks[j].quoted = true
				}
				i = end
				break
			}
		}
	}
	return found
}

// speaks reports whether the last of toks names a speaker.
func speaks(toks []token) bool {
	n := len(toks)
	return toks[n-1].is(speaker) || n > 1 && toks[n-2].is(speaker) && toks[n-2].span == 2
}

// speeches finds what follows a speaker and a colon without quotation marks,
// to the end of the line: "S1: I think it is 12." A line without words that
// only speech holds is a note under a heading.
func speeches(s string, toks []token) {
	for i := 1; i+1 < len(toks); i++ {
		if toks[i].lower != ":" || !speaks(toks[:i]) || toks[i].quoted || toks[i+1].quoted {
			continue
		}
		end, direct := i+1, false
		for ; end < len(toks) && !strings.Contains(s[toks[end-1].end:toks[end].start], "\n"); end++ {
			if next := end + max(1, toks[end].span); next < len(toks) && toks[next].lower == ":" && toks[end].is(speaker) {
				break
			}
			direct = direct || toks[end].is(self|spoken) || toks[end].lower == "?"
		}
		for j := i + 1; direct && j < end; j++ {
			toks[j].quoted, toks[j].said = true, true
		}
	}
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
// 0 where there is none.
func closing(s string, toks []token, i int, mark string) int {
	limit := longestQuote
	if mark == "'" {
		limit = longestSingle
	}
	for j := i + 1; j < len(toks) && toks[j].start-toks[i].start < limit; j++ {
		if toks[j].lower != mark {
			continue
		}
		after, _ := utf8.DecodeRuneInString(s[toks[j].end:])
		before, _ := utf8.DecodeLastRuneInString(s[:toks[j].start])
		if j > i+1 && !unicode.IsLetter(after) && !unicode.IsSpace(before) {
			return j
		}
	}
	return 0
}
