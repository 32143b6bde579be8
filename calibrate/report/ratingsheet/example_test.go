package ratingsheet_test

import (
	"bytes"
	"fmt"

	"github.com/cb401426/calibrate/calibrate/report/ratingsheet"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/calibrate/template"
)

// One file that each rater opens, fills in and sends back as a CSV.
func Example() {
	r, _ := rubric.Find("fft-2013")
	form, err := (&template.Template{Rubric: r, Lessons: []string{"Fractions, grade 4"}}).Form()
	if err != nil {
		panic(err)
	}
	sheet := ratingsheet.Sheet{Form: form, Videos: []string{"https://videos.example/fractions"}}
	var page bytes.Buffer
	if err := sheet.Write(&page); err != nil {
		panic(err)
	}
	fmt.Println(bytes.Contains(page.Bytes(), []byte("Fractions, grade 4")))
	// Output: true
}
