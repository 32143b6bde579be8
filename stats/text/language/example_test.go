package language_test

import (
	"fmt"

	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/token"
)

// A text is cut into words, numbers and marks, and tagged from the word lists.
func Example() {
	p := language.English().Passage("Four students raised a hand. Great!")
	for _, t := range p.Tokens {
		if t.Kind == token.Number || t.Is(token.Learner|token.Verdict) {
			fmt.Println(t.Lower, t.Value)
		}
	}
	fmt.Println(len(p.Statements()), "statements in", p.Language)
	// Output:
	// four 4
	// students 0
	// great 0
	// 2 statements in English
}
