package cell

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// lookalikes are letters of other scripts that a reader takes for Latin ones,
// each before the letter that it looks like.
const lookalikes = "аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsԁdԛqԝwһhвbӏlαaβbεeηnιiκkνvοoρpτtυuχxγyµuıi"

// latin maps a look-alike to the Latin letter.
var latin = func() map[rune]rune {
	all := map[rune]rune{}
	pairs := []rune(lookalikes)
	for i := 0; i < len(pairs); i += 2 {
		all[pairs[i]] = pairs[i+1]
	}
	return all
}()

// Skeleton returns what an eye sees of a name: folded, without accents, wide
// letters narrow, and letters of other scripts as the Latin ones that they
// look like.
func Skeleton(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		if same, ok := latin[r]; ok {
			return same
		}
		return r
	}, norm.NFKD.String(Fold(s)))
}
