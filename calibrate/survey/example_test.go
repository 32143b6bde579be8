package survey_test

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/calibrate/survey"
	"github.com/cb401426/calibrate/calibrate/survey/answers"
	"github.com/cb401426/calibrate/stats/gap"
)

// The example of docs/survey.md, worked out anew from its definitions: what the
// manual prints, and what the report holds, is what comes out.
func TestWorkedExample(t *testing.T) {
	a, err := answers.ReadFiles(t.Context(), []string{"../../testdata/survey/six.csv"}, source.Options{}, answers.Options{})
	if err != nil {
		t.Fatal(err)
	}
	manual, err := os.ReadFile("../../docs/survey.md")
	if err != nil {
		t.Fatal(err)
	}
	d := analyse(t, a, survey.Options{}).Dimensions[0]
	is, should := numbers(a.Dimensions[0].Is), numbers(a.Dimensions[0].Should)
	spread, deviation := byPairs(is)
	goal, goalDeviation := byPairs(should)
	var sum, squares float64
	for p := range is {
		sum += should[p] - is[p]
	}
	mean := sum / 6
	for p := range is {
		squares += math.Pow(should[p]-is[p]-mean, 2)
	}
	sd := math.Sqrt(squares / 5)
	half := 2.570582 * sd / math.Sqrt(6) // t(5, .975), from tables
	for _, c := range []struct {
		says      string
		got, want float64
	}{
		{"8/15 = %.2f", d.Is.Spread.Or(-1), spread},
		{"is the error, %.2f", d.Is.SpreadError.Or(-1), deviation},
		{"spread %.2f,", d.Should.Spread.Or(-1), goal},
		{"error %.2f: shared", d.Should.SpreadError.Or(-1), goalDeviation},
		{"mean %.2f,", d.Gap.Mean.Or(-1), mean},
		{"= %.1f to", d.Gap.Lower.Or(-1), mean - half},
		{"to %.1f: beyond", d.Gap.Upper.Or(-1), mean + half},
		{"standard deviation %.2f", sd, sd},
	} {
		if says := fmt.Sprintf(c.says, c.want); math.Abs(c.got-c.want) > 1e-6 || !strings.Contains(string(manual), says) {
			t.Errorf("%q: the report has %v, by hand %v", says, c.got, c.want)
		}
	}
	if d.Reading != gap.AlignedChange {
		t.Errorf("reading %s", d.Reading)
	}
}

func numbers[T interface{ Or(float64) float64 }](list []T) []float64 {
	x := make([]float64, len(list))
	for i, n := range list {
		x[i] = n.Or(math.NaN())
	}
	return x
}

// byPairs is the mean difference over all pairs, and its jackknife error.
func byPairs(x []float64) (spread, deviation float64) {
	over := func(without int) float64 {
		sum, pairs := 0.0, 0.0
		for i := range x {
			for j := range i {
				if i != without && j != without {
					sum += math.Abs(x[i] - x[j])
					pairs++
				}
			}
		}
		return sum / pairs
	}
	n, mean, squares := float64(len(x)), 0.0, 0.0
	for i := range x {
		mean += over(i) / n
	}
	for i := range x {
		squares += math.Pow(over(i)-mean, 2)
	}
	return over(-1), math.Sqrt((n - 1) / n * squares)
}
