package likeness_test

import (
	"fmt"

	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/likeness"
)

func ExampleCorpus_Similarity() {
	c := likeness.NewCorpus(language.English(), []likeness.Entry{
		{Text: "Carpet to desks 50 sec.", Item: 1},
		{Text: "They moved from the carpet to the desks in 0:50", Item: 1},
		{Text: "T greets S at the door", Item: 1},
	})
	fmt.Println(c.Similarity(0, 1) >= likeness.Cut, c.Similarity(0, 2) >= likeness.Cut)
	// Output: true false
}
