package analysis

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/calibrate/reasons"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team"
)

// events are what a room could see; a reason is one or two of them.
var events = []string{
	"T asks four students why the ice melted, and waits 7 seconds",
	"Students at table 3 compare their charts without the teacher",
	"The timer on the board ran out at 9:38 and nobody moved",
	"Great rapport, I loved the energy in the room",
	"She said \"show me where in the text\" to the boy by the door",
	"Two girls hand out the books while the others write the date",
	"11 of 22 hands went up after the partner talk",
	"The objective is on the wall and was read aloud twice",
	"Exit cards collected in a basket, none was read before the bell",
	"Strong questioning, could be pushed further next time",
}

// writers is a team of raters who all wrote about one lesson.
func writers(raters, indicators int) *rating.Table {
	random := rand.New(rand.NewPCG(3, 3))
	b := rating.NewBuilder()
	for g := range raters {
		for j := range indicators {
			first, second := random.IntN(len(events)), random.IntN(len(events))
			b.Add(rating.Record{
				Rater: fmt.Sprintf("rater %04d", g), Lesson: "L1", Indicator: fmt.Sprintf("i%02d", j),
				Score: float64(2 + random.IntN(3)), Reason: strings.Join([]string{events[first], events[second]}, ". ") + ".",
			})
		}
	}
	return b.Build([]rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}, nil)
}

func BenchmarkReasons(b *testing.B) {
	for _, size := range [][2]int{{9, 10}, {25, 22}, {5000, 1}} {
		study := calibrate.Study{Table: writers(size[0], size[1]), Layout: "long"}
		b.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(b *testing.B) {
			for b.Loop() {
				o, _ := calibrate.Options{}.Ready()
				a := &reasons.Reader{Study: study, Options: o, M: team.New(study.Table, o.Team()), Names: privacy.Pseudonyms(study.Table, 0, "")}
				a.ReadReasons(context.Background())
				if err := a.Read(context.Background(), []int{0}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
