package reasons_test

import (
	"context"
	"fmt"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/reasons"
	"github.com/cb401426/calibrate/stats/rating"
)

// What two raters wrote of one item is a pair.
func Example() {
	b := rating.NewBuilder()
	for _, x := range []struct {
		rater, reason string
		score         float64
	}{
		{"A", "Four students answered, and the teacher asked each of them why.", 4},
		{"B", "The questions were recall only, and nobody was asked to explain.", 2},
	} {
		b.Add(rating.Record{Lesson: "1", Indicator: "questioning", Rater: x.rater, Score: x.score, Reason: x.reason})
	}
	table := b.Build([]rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}, nil)
	list, err := reasons.List(context.Background(), calibrate.Study{Table: table}, calibrate.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(list.Reasons), "reasons in", len(list.Pairs), "pair")
	// Output:
	// 2 reasons in 1 pair
}
