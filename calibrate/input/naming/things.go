package naming

import (
	"slices"
	"strings"
	"unicode"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/stats/rating"
)

// mostThings bounds the names that are compared with each other.
const mostThings = 2000

// NearPairs returns the names that nearly agree, by twos.
func NearPairs(names []string) (pairs [][2]string) {
	if len(names) > mostThings {
		return nil
	}
	names = slices.SortedFunc(slices.Values(names), rating.CompareNatural)
	first := map[string]string{}
	for _, name := range names {
		key := thingKey(name)
		if before, ok := first[key]; !ok {
			first[key] = name
		} else if before != name {
			pairs = append(pairs, [2]string{before, name})
		}
	}
	return pairs
}

// thingKey is what an eye sees of a name, without space, punctuation and zeros
// before numbers: names with the same key nearly agree.
func thingKey(name string) string {
	var b strings.Builder
	digits := false
	for _, c := range cell.Skeleton(name) {
		switch {
		case unicode.IsDigit(c):
			if c == '0' && !digits {
				continue
			}
			digits = true
			b.WriteRune(c)
		case unicode.IsLetter(c):
			digits = false
			b.WriteRune(c)
		case c == '.' && digits || digits: // 1.1 and 11 are not alike
			if digits {
				b.WriteByte(' ')
			}
			digits = false
		}
	}
	return strings.TrimSpace(b.String())
}
