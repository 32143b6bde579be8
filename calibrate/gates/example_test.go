package gates_test

import (
	"context"
	"fmt"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/analysis"
	"github.com/cb401426/calibrate/calibrate/gates"
	"github.com/cb401426/calibrate/calibrate/input"
)

// What a night's job asks of a team, held against its report.
func Example() {
	reading, err := input.Read(context.Background(), []string{"../../testdata/samples/walkthrough.csv"}, input.Options{})
	if err != nil {
		panic(err)
	}
	r, err := analysis.Analyse(context.Background(), reading.Study(), calibrate.Options{})
	if err != nil {
		panic(err)
	}
	wanted, err := gates.Parse("exact=0.6,3d.exact=0.6", false, gates.ReportKnows)
	if err != nil {
		panic(err)
	}
	held, err := gates.Hold(wanted, gates.OfReport(r))
	if err != nil {
		panic(err)
	}
	for _, g := range held {
		fmt.Println(g.Of, g.Figure, g.Met)
	}
	fmt.Println(gates.Unmet(held))
	// Output:
	//  exact true
	// 3d exact false
	// [--fail-under 3d.exact=0.6 is not met: it is 0.1944]
}
