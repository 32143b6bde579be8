package report_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/analysis"
	"github.com/cb401426/calibrate/calibrate/input"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/report/format"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/rating"
)

// Alpha with its interval, from a slice of items × raters.
func Example_alpha() {
	m := rating.NewMatrix([][]float64{
		{1, 1, 2}, {2, 2, 2}, {3, 4, 3}, {4, 4, 4}, {2, 3, 2}, {1, 1, 1}, {3, 3, 3}, {2, 2, 1},
	}, 1, 2, 3, 4)
	alpha, err := agree.KrippendorffAlpha(m, stats.Options{})
	if err != nil {
		log.Fatal(err)
	}
	value, ok := alpha.Value.Value()
	fmt.Printf("%.2f %v (%.2f to %.2f)\n", value, ok, alpha.Lower.Or(-1), alpha.Upper.Or(1))
	// Output: 0.57 true (0.22 to 0.81)
}

// The report of a file, of which one table goes to standard output.
func Example_file() {
	ctx := context.Background()
	reading, err := input.Read(ctx, []string{"../../testdata/samples/walkthrough.csv"}, input.Options{})
	if err != nil {
		log.Fatal(err)
	}
	r, err := analysis.Analyse(ctx, reading.Study(), calibrate.Options{})
	if err != nil {
		log.Fatal(err)
	}
	if err := report.Full.Write(os.Stdout, "csv", r, format.Options{Table: "alignment"}); err != nil {
		log.Fatal(err)
	}
	// Output:
	// figure,value,chance,lower,upper,pairs
	// exact,0.6383333333333334,0.38037865748709127,0.47495048242248034,0.8017161842441864,316
	// within_one,0.9666666666666666,0.8405048766494547,0.897959007230416,1,316
	// two_apart,0.03333333333333334,0.15949512335054503,0,0.1020409927695839,316
	// typical_gap,0.40055555555555555,,,,316
	// distance,0.4242490310077519,,0.13696683924374797,0.7619670674469616,316
	// rating_changes,0.3616666666666666,,,,316
	// lesson_level_changes,0.19444444444444445,,,,316
}

// The programs of docs/library.md are these examples, in twelve lines each.
func TestLibraryManual(t *testing.T) {
	source := string(must(os.ReadFile("library_test.go"))(t))
	manual := string(must(os.ReadFile("../../docs/library.md"))(t))
	for _, name := range []string{"Example_alpha", "Example_file"} {
		_, body, _ := strings.Cut(source, "func "+name+"() {\n")
		body, _, ok := strings.Cut(body, "\t// Output:")
		if !ok || strings.Count(body, "\n") > 12 {
			t.Errorf("%s has %d lines", name, strings.Count(body, "\n"))
		}
		body = strings.ReplaceAll(body, "../../testdata/samples/walkthrough.csv", "ratings.csv")
		if !strings.Contains(manual, "func main() {\n"+body+"}\n") {
			t.Errorf("docs/library.md has another main than %s", name)
		}
	}
}
