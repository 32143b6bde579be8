package answers_test

import (
	"context"
	"fmt"

	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/calibrate/survey/answers"
)

// Two columns of a form that ask where you are and where you should be.
func ExampleReadFiles() {
	a, err := answers.ReadFiles(context.Background(), []string{"../../../testdata/survey/six.csv"}, source.Options{}, answers.Options{})
	if err != nil {
		panic(err)
	}
	d := a.Dimensions[0]
	fmt.Println(len(a.People), "people;", d.ID, d.Is[0], "to", d.Should[0])
	// Output: 6 people; pace 1 to 4
}
