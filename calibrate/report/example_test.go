package report_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/analysis"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/report/format"
	"github.com/cb401426/calibrate/stats/rating"
)

// One report in any format: here the headings of the page for the room.
func Example() {
	b := rating.NewBuilder()
	for lesson, scores := range []string{"223", "344", "233", "112"} {
		for rater, score := range scores {
			b.Add(rating.Record{Lesson: fmt.Sprint(lesson + 1), Indicator: "questioning", Rater: string(rune('A' + rater)), Score: float64(score - '0')})
		}
	}
	table := b.Build([]rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}, nil)
	r, err := analysis.Analyse(context.Background(), calibrate.Study{Table: table}, calibrate.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	var page bytes.Buffer
	if err := report.Room.Write(&page, "markdown", r, format.Options{}); err != nil {
		fmt.Println(err)
		return
	}
	for _, line := range strings.Split(page.String(), "\n") {
		if strings.HasPrefix(line, "#") {
			fmt.Println(line)
		}
	}
	// Output:
	// # Calibration report
	// ## Verdict
	// ## Talk about these three first
	// ## Every indicator splits the team
	// ## Next step
	// ## What these figures cannot say
}
