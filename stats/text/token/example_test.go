package token_test

import (
	"fmt"

	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/token"
)

// A token is a number with its value, or a word with the lists that it is in.
func Example() {
	for _, t := range language.English().Passage("Six students spoke, which was wonderful.").Tokens {
		switch {
		case t.Kind == token.Number:
			fmt.Println(t.Lower, "counts", t.Value)
		case t.Is(token.Verdict):
			fmt.Println(t.Lower, "judges")
		case t.Tags.All(token.People | token.Learner):
			fmt.Println(t.Lower, "act")
		}
	}
	// Output:
	// six counts 6
	// students act
	// wonderful judges
}
