package text_test

import (
	"fmt"

	"github.com/cb401426/calibrate/stats/text"
)

func ExampleLanguage_Classify() {
	c := text.English().Classify("Nice use of wait time. 4 of 22 hands, then 11.")
	fmt.Println(c.Class)
	for _, s := range c.Statements {
		fmt.Printf("%s: %q\n", s.Class, s.Words)
	}
	// Output:
	// mixed
	// opinion: ["Nice"]
	// evidence: ["4 of 22" "11"]
}

func ExampleCorpus_Similarity() {
	c := text.NewCorpus(text.English(), []text.Entry{
		{Text: "Carpet to desks 50 sec.", Item: 1},
		{Text: "They moved from the carpet to the desks in 0:50", Item: 1},
		{Text: "T greets S at the door", Item: 1},
	})
	fmt.Println(c.Similarity(0, 1) >= text.Cut, c.Similarity(0, 2) >= text.Cut)
	// Output: true false
}

func ExampleSweeper() {
	s := text.NewSweeper(text.English(), []string{"Ana Ortiz"}, nil)
	swept := s.Sweep("Ortiz and I saw that Mateo had the English book on Monday.")
	fmt.Println(swept.Text, swept.Names)
	// Output: [name] and I saw that [name] had the English book on Monday. 2
}
