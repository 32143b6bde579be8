package gates_test

import (
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/gates"
	"github.com/cb401426/calibrate/stats"
)

// Every figure that a report has can be named, and is held by its own value.
func TestEveryFigureCanBeNamed(t *testing.T) {
	r := &calibrate.Report{Indicators: []calibrate.Breakdown{{ID: "2.1"}}, Lessons: []calibrate.Breakdown{{ID: "L 1"}}, Master: &calibrate.Master{}}
	for i, f := range gates.OfReport(r) {
		if f.ID == "verdict" {
			continue
		}
		name := f.ID
		if f.Of != "" {
			name = f.Of + "." + f.ID
		}
		list, err := gates.Parse(name+"=0.5", i%2 == 0, gates.ReportKnows)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if held, err := gates.Hold(list, gates.OfReport(r)); err != nil || len(held) != 1 || held[0].Figure != f.ID || held[0].Of != f.Of {
			t.Errorf("%s: held %+v, %v", name, held, err)
		}
	}
}

// A gate is met at its target itself, from either side, and not by what is
// absent.
func TestTargetsThemselvesAreMet(t *testing.T) {
	figures := []gates.Figure{{ID: "exact", Value: stats.Of(0.1 + 0.2)}, {ID: "distance", Value: stats.None(stats.NoPairs)}}
	for _, over := range []bool{false, true} {
		list, err := gates.Parse("exact=30%,distance=0", over, gates.ReportKnows)
		if err != nil {
			t.Fatal(err)
		}
		held, err := gates.Hold(list, figures)
		if err != nil || !held[0].Met || held[1].Met {
			t.Errorf("over %v: %+v %v", over, held, err)
		}
		if lines := gates.Unmet(held); len(lines) != 1 {
			t.Errorf("%q", lines)
		}
	}
}
