package template_test

import (
	"fmt"
	"os"

	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/calibrate/template"
)

// A blank sheet for two raters and one indicator of a rubric of one's own.
func Example() {
	r := &rubric.Rubric{
		ID:         "ours",
		Scales:     []rubric.Scale{{ID: "ours", Levels: []rubric.Level{{Value: 1, Label: "Not yet"}, {Value: 2, Label: "Often"}}}},
		Indicators: []rubric.Indicator{{ID: "A1", Name: "Talk"}},
	}
	blank := template.Template{Rubric: r, Raters: []string{"Ana Ortiz", "Bo Chen"}, Lessons: []string{"Fractions"}}
	if err := blank.WriteCSV(os.Stdout); err != nil {
		fmt.Println(err)
	}
	// Output:
	// rater,lesson,indicator,score,reason
	// Ana Ortiz,Fractions,A1 Talk,,
	// Bo Chen,Fractions,A1 Talk,,
}
