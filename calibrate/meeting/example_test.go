package meeting_test

import (
	"context"
	"fmt"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/meeting"
	"github.com/cb401426/calibrate/stats/rating"
)

// Each rater's own page says where they stand beside the group.
func Example() {
	b := rating.NewBuilder()
	for lesson, scores := range []string{"223", "344", "233", "112"} {
		for rater, score := range scores {
			b.Add(rating.Record{Lesson: fmt.Sprint(lesson + 1), Indicator: "questioning", Rater: string(rune('A' + rater)), Score: float64(score - '0')})
		}
	}
	table := b.Build([]rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}, nil)
	pages, err := meeting.PersonalReports(context.Background(), calibrate.Study{Table: table}, calibrate.Options{Names: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range pages {
		fmt.Printf("%s %s: above %d, at %d and below %d times\n", p.ID, p.Name, p.Above, p.At, p.Below)
	}
	// Output:
	// R1 B: above 0, at 4 and below 0 times
	// R2 C: above 2, at 2 and below 0 times
	// R3 A: above 0, at 2 and below 2 times
}
