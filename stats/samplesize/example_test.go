package samplesize_test

import (
	"fmt"

	"github.com/cb401426/calibrate/stats/samplesize"
)

// Items for two raters, for an interval of kappa of ± 0.1 where kappa is 0.6.
func ExampleModel_ItemsForWidth() {
	m := samplesize.Model{Margins: []float64{0.3, 0.7}}
	fmt.Println(m.ItemsForWidth(0.6, 0.1, 0.95).Or(0))
	// Output: 296
}
