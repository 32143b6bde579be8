package analysis

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats/rating"
)

// writersByRole is a team of twelve, six of each role, who write of six
// indicators whatever they happened to see; split are the indicators on which
// each role saw a thing of its own.
func writersByRole(random *rand.Rand, split int) calibrate.Study {
	b := rating.NewBuilder("role")
	for i := range 6 {
		for g := range 12 {
			moment := random.IntN(len(moments))
			if i < split {
				moment = g / 6
			}
			b.Add(rating.Record{
				Rater: fmt.Sprintf("p%02d", g), Lesson: "l", Indicator: fmt.Sprint("i", i), Score: float64(2 + random.IntN(2)),
				Reason: moments[moment][random.IntN(len(moments[moment]))] + ".", Columns: []string{[]string{"p", "q"}[g/6]},
			})
		}
	}
	return calibrate.Study{Table: b.Build([]rating.Scale{*levels(4, rating.Declared)}, nil)}
}

// reasonSplits counts the teams of which it is said that roles write of
// different things, on the first indicator and on others.
func reasonSplits(t *testing.T, runs, split int) (first, others int) {
	random := rand.New(rand.NewPCG(7, 7))
	for range runs {
		named := map[bool]bool{}
		for _, x := range splitsByRole(t, writersByRole(random, split)) {
			if x.Of == "reasons" {
				named[x.Indicator == "i0"] = true
			}
		}
		if named[true] {
			first++
		}
		if named[false] {
			others++
		}
	}
	return first, others
}

// Roles that write of different things are found, and in teams where all write
// of anything one is named in one of twenty at most.
func TestReasonSplits(t *testing.T) {
	const runs = 60
	if first, others := reasonSplits(t, runs, 0); first+others > 7 { // 3 expected, standard error 1.7
		t.Errorf("a split is named in %d of %d teams without one", first+others, runs)
	}
	first, others := reasonSplits(t, runs/3, 1)
	if first < 18 || others > 4 {
		t.Errorf("of %d teams the split is found in %d, and another in %d", runs/3, first, others)
	}
}
