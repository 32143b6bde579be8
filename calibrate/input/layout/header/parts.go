package header

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// LastWord parts a header into what it is of and its last word: "3b" and
// "Score", "2a" and "confidence". It is false where the header is one word.
func LastWord(text string) (of, word string, ok bool) {
	k := strings.LastIndexAny(text, " _:-(")
	if k <= 0 {
		return "", "", false
	}
	return cell.Clean(strings.TrimRight(text[:k], " _:-–(")), strings.Trim(text[k+1:], " )"), true
}

// Cut parts a header at the first or the last place where a mark stands.
func Cut(text, mark string, last bool) (before, after string, ok bool) {
	if i := strings.LastIndex(text, mark); last && i >= 0 {
		return text[:i], text[i+len(mark):], true
	}
	return strings.Cut(text, mark)
}
