package latent_test

import (
	"context"
	"fmt"

	"github.com/cb401426/calibrate/stats/latent"
	"github.com/cb401426/calibrate/stats/rating"
)

// Which level best explains what three raters gave.
func Example() {
	b := rating.NewBuilder()
	for item, scores := range []string{"1111", "2222", "1112", "2222", "1111", "1222", "1111", "2122", "2222", "1121"} {
		for rater, score := range scores {
			b.Add(rating.Record{Lesson: fmt.Sprint(item), Indicator: "i", Rater: string(rune('A' + rater)), Score: float64(score - '0')})
		}
	}
	d, _ := latent.FromTable(b.Build(nil, nil), 0)
	fit, err := latent.Fit(context.Background(), d, latent.Options{Kind: latent.OneCoin, Bootstrap: -1})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, item := range fit.Items {
		fmt.Print(item.Level+1, " ")
	}
	// Output:
	// 1 2 1 2 1 2 1 2 2 1
}
