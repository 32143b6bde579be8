package header

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// Tokens cuts a header into its words: at spaces and marks, where a
// capital follows a small letter, and between letters and digits.
func Tokens(header string) []string {
	var out []string
	var b strings.Builder
	flush := func() {
		if b.Len() > 0 {
			out = append(out, strings.ToLower(b.String()))
			b.Reset()
		}
	}
	runes := []rune(cell.Clean(header))
	for i, r := range runes {
		switch {
		case r == '#':
			flush()
			out = append(out, "#")
			continue
		case !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r):
			if r != '\'' && r != '’' {
				flush()
			}
			continue
		}
		if i > 0 {
			before := runes[i-1]
			capital := unicode.IsUpper(r) && (unicode.IsLower(before) ||
				unicode.IsUpper(before) && i+1 < len(runes) && unicode.IsLower(runes[i+1]))
			if capital || unicode.IsDigit(r) != unicode.IsDigit(before) && (unicode.IsLetter(before) || unicode.IsDigit(before)) {
				flush()
			}
		}
		b.WriteRune(r)
	}
	flush()
	return out
}

// pairs are nouns of two words.
var pairs = map[string]string{
	"assistant principal": "assistantprincipal", "vice principal": "viceprincipal", "look for": "lookfor", "gold standard": "goldstandard",
	"answer key": "answerkey", "ground truth": "groundtruth", "instructional coach": "instructionalcoach", "time point": "timepoint",
	"assistant superintendent": "assistantsuperintendent",
	"start min":                "interval", "start minute": "interval", "min start": "interval", "start sec": "interval", "start second": "interval",
	"time interval": "interval", "interval start": "interval", "start s": "interval", "start ms": "interval", "start frame": "interval",
	"end min": "interval", "end s": "interval", "end ms": "interval", "end sec": "interval", "end second": "interval", "end frame": "interval",
	"start seconds": "interval", "end seconds": "interval", "stop s": "interval", "stop sec": "interval", "begin s": "interval", "begin sec": "interval",
}

// joinPairs makes one token of the nouns of two words.
func joinPairs(tokens []string) []string {
	var out []string
	for i := 0; i < len(tokens); i++ {
		if i+1 < len(tokens) {
			if joined, ok := pairs[tokens[i]+" "+tokens[i+1]]; ok {
				out = append(out, joined)
				i++
				continue
			}
		}
		out = append(out, tokens[i])
	}
	return out
}

func WordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

func HasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

func HasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

// isInteger reports whether a cell is a whole number.
func isInteger(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

// IsPlainWord reports whether a word is one that headers are made of, and so
// no name: rater, score, mean.
func IsPlainWord(w string) bool {
	_, qualifies := qualifiers[w]
	_, sums := summaryWords[w]
	return qualifies || sums || len(meanings()[w]) > 0 || amounts[w] || teaching[w]
}
