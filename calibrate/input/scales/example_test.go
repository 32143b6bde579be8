package scales_test

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/scales"
	"github.com/cb401426/calibrate/calibrate/input/settings"
)

// Words that are the levels of one scale that is known are read on it.
func Example() {
	texts := []string{"Basic", "Proficient", "Distinguished"}
	c := &scales.Cells{
		Indicators: []string{"3b"}, LongNames: map[string]string{}, Texts: texts, Count: len(texts),
		At:    func(i int) scales.Cell { return scales.Cell{Text: int32(i), Times: 1} },
		Place: func(i int) problem.Place { return problem.Place{Row: i + 2} },
	}
	lexer := cell.NewLexer(false, nil)
	for _, text := range texts {
		c.Tokens = append(c.Tokens, lexer.Lex(text))
	}
	var j problem.Journal
	found := scales.Find(c, &settings.Options{}, &j)
	for _, t := range c.Tokens {
		fmt.Println(t.Label, found.Meters[0].Read(t).Value)
	}
	fmt.Println(found.Meters[0].Describe())
	// Output:
	// Basic 2
	// Proficient 3
	// Distinguished 4
	// fft-2013 (1 to 4)
}
