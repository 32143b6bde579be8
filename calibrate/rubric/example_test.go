package rubric_test

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/rubric"
)

// A rubric of a district's own.
func Example() {
	r, err := rubric.Parse("ours.yaml", []byte("id: ours\nname: Ours\nscales:\n- {id: four, levels: [{value: 1}, {value: 2}, {value: 3}, {value: 4}]}\nindicators:\n- {id: 1a, name: Questioning}\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	in, ok := r.Match("1a Questioning")
	fmt.Println(in.ID, in.Name, ok)
	// Output:
	// 1a Questioning true
}
