package section_test

import (
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/section"
)

func TestTaken(t *testing.T) {
	column := func(name string) calibrate.LeftOut { return calibrate.LeftOut{What: name, Count: 6, Why: "why"} }
	for _, c := range []struct {
		are  string
		out  []calibrate.LeftOut
		want string
	}{
		{"", nil, ""},
		{"3 raters: the column Rater", nil, "Raters: the column Rater."},
		{"8 raters: columns 3 to 10", []calibrate.LeftOut{column("column Total")}, "Raters: columns 3 to 10. Left out: the column Total."},
		{"2 raters: the column R", []calibrate.LeftOut{
			column("column A"), column("column B"), column("a column"), {What: "row", Count: 1}, {What: "row", Count: 2}, {What: "hidden column", Count: 1},
		}, "Raters: the column R. Left out: the columns A and B; 1 column with somebody's name above; 3 rows; 1 hidden column."},
		{"2 raters: the column R", []calibrate.LeftOut{
			column("column A"), column("column B"), column("column C"), column("column D"), column("column E"), column("column F"), column("column G"),
		}, "Raters: the column R. Left out: the columns A, B, C, D, E and 2 more."},
	} {
		r := &calibrate.Report{Input: calibrate.Input{RatersAre: c.are, LeftOut: c.out}}
		if got := section.Taken(r); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
