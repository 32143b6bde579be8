package survey_test

import (
	"context"
	"fmt"

	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/calibrate/survey"
	"github.com/cb401426/calibrate/calibrate/survey/answers"
)

// Where people are and where they should be, and what to make of it.
func ExampleAnalyse() {
	a, err := answers.ReadFiles(context.Background(), []string{"../../testdata/survey/six.csv"}, source.Options{}, answers.Options{})
	if err != nil {
		panic(err)
	}
	r, err := survey.Analyse(a, survey.Options{})
	if err != nil {
		panic(err)
	}
	for _, d := range r.Dimensions {
		fmt.Printf("%s: %.1f up, %s\n", d.ID, d.Gap.Mean.Or(0), d.Reading)
	}
	// Output: pace: 2.8 up, aligned_change
}
