package anonymize_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate/anonymize"
	"github.com/cb401426/calibrate/calibrate/input"
)

// What is read leaves under pseudonyms.
func Example() {
	file := "rater,lesson,indicator,score\nAna Ortiz,L1,A1,3\nBo Chen,L1,A1,2\n"
	reading, err := input.Read(context.Background(), []string{"-"}, input.Options{Stdin: strings.NewReader(file)})
	if err != nil {
		fmt.Println(err)
		return
	}
	out, err := anonymize.Ratings(reading, []byte("a key of thirty-two bytes or more"), anonymize.Kept{})
	if err != nil {
		fmt.Println(err)
		return
	}
	var text strings.Builder
	err = out.WriteCSV(&text)
	fmt.Println(strings.Contains(text.String(), "Ana"), err)
	// Output: false <nil>
}
