package class_test

import (
	"fmt"

	"github.com/cb401426/calibrate/stats/text/class"
	"github.com/cb401426/calibrate/stats/text/language"
)

func ExampleClassify() {
	c := class.Classify(language.English(), "Nice use of wait time. 4 of 22 hands, then 11.")
	fmt.Println(c.Class)
	for _, s := range c.Statements {
		fmt.Printf("%s: %q\n", s.Class, s.Words)
	}
	// Output:
	// mixed
	// opinion: ["Nice"]
	// evidence: ["4 of 22" "11"]
}
