package header

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// Overlap returns the share of the words of one name that another has, and 0
// under one half.
func Overlap(name, of string) float64 {
	own := map[string]bool{}
	for _, w := range cell.Words(of) {
		own[Stem(w)] = true
	}
	return StemShare(name, own)
}

// StemShare returns the share of a question's own words that the indicator's
// name holds, by their beginnings, and 0 under one half.
func StemShare(question string, own map[string]bool) float64 {
	n, both := 0, 0
	for _, w := range cell.Words(question) {
		if len(w) < 3 || fillerWords[w] {
			continue
		}
		n++
		if own[Stem(w)] {
			both++
		}
	}
	if n == 0 || both*2 < n {
		return 0
	}
	return float64(both) / float64(n)
}

// Stem reduces a word to its beginning: engaging, engagement.
func Stem(w string) string {
	if runes := []rune(w); len(runes) > 5 {
		return string(runes[:5])
	}
	return w
}

var fillerWords = WordSet(`evidence why comment comments reason reasons rationale justification justify notes note explain explanation
	remarks feedback what did you see hear the for your this that score rating give gave please and because support
	supporting describe how was were with from about which indicator rate begründung kommentar`)

// HoldsID reports whether an id stands in a text by itself.
func HoldsID(text, id string) bool {
	for i := 0; ; {
		k := strings.Index(text[i:], id)
		if k < 0 {
			return false
		}
		from, to := i+k, i+k+len(id)
		if (from == 0 || !wordByte(text[from-1])) && (to == len(text) || !wordByte(text[to])) {
			return true
		}
		i = from + 1
	}
}

// Contains reports whether the words of a name stand in a text of words.
func Contains(text, name string) bool {
	w := strings.Join(cell.Words(name), " ")
	return w != "" && strings.Contains(text, " "+w+" ")
}

func wordByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 0x80
}
