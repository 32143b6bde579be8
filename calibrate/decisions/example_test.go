package decisions_test

import (
	"context"
	"fmt"
	"os"

	"github.com/cb401426/calibrate/calibrate/decisions"
)

// The sheet of a meeting, filled in.
func ExampleRead() {
	sheet, err := os.CreateTemp("", "*.csv")
	if err != nil {
		panic(err)
	}
	defer os.Remove(sheet.Name())
	fmt.Fprintln(sheet, "lesson,indicator,level,wording,commitment,who,due")
	fmt.Fprintln(sheet, "L1,3d,3,students name the criteria,film one check,Ana,2027-01-15")
	sheet.Close()
	agreed, err := decisions.Read(context.Background(), sheet.Name(), decisions.Options{})
	if err != nil {
		panic(err)
	}
	d := agreed[0]
	fmt.Println(d.Indicator, d.Level.Or(0), d.Wording)
	fmt.Println(d.Who, d.Commitment, "by", d.Due)
	// Output:
	// 3d 3 students name the criteria
	// Ana film one check by 2027-01-15
}
