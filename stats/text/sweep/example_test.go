package sweep_test

import (
	"fmt"

	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/sweep"
)

func ExampleSweeper() {
	s := sweep.NewSweeper(language.English(), []string{"Ana Ortiz"}, nil)
	swept := s.Sweep("Ortiz and I saw that Mateo had the English book on Monday.")
	fmt.Println(swept.Text, swept.Names)
	// Output: [name] and I saw that [name] had the English book on Monday. 2
}
