package text_test

import (
	"fmt"

	"github.com/cb401426/calibrate/stats/text"
	"github.com/cb401426/calibrate/stats/text/language"
)

// A reason may speak in the words of another indicator.
func Example() {
	rubric := text.NewRubric(language.English(), []text.Indicator{
		{ID: "2c", Name: "Managing Classroom Procedures"},
		{ID: "2d", Name: "Managing Student Behavior"},
	})
	for _, b := range rubric.Elsewhere("2c", "Two students were asked about their behavior.") {
		fmt.Println(b.ID, b.Words)
	}
	// Output: 2d [behavior]
}
