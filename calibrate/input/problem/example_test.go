package problem_test

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/input/problem"
)

// Problems are noted as they are met, and listed in the order of their places.
func Example() {
	var j problem.Journal
	j.Add(problem.Place{Name: "ratings.csv", Row: 7, Header: "Score"}, "not_a_score", "x", "", "%q is not a score", "x")
	j.Add(problem.Place{Name: "ratings.csv", Row: 3}, "short_row", "", "", "3 cells where the header has 4: the rest is read as empty")
	for _, p := range j.Problems() {
		fmt.Println(p)
	}
	fmt.Println(j.Fatal())
	// Output:
	// ratings.csv:3: 3 cells where the header has 4: the rest is read as empty
	// ratings.csv:7: column "Score": "x" is not a score
	//   hint: write a level of the scale, N/A, or nothing
	// true
}
