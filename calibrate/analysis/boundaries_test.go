package analysis

import (
	"context"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/gates"
	"github.com/cb401426/calibrate/stats/rating"
)

// TestSharedBoundaries: a team that tells 3 from 4 alike, and draws the line
// between 2 and 3 anew each time, is said to share the one and not the other.
func TestSharedBoundaries(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	b := rating.NewBuilder()
	for l := range 20 {
		for i := range 5 {
			high := rng.IntN(2) == 1
			for g := range 8 {
				level := 2 + rng.IntN(2)
				if high {
					level = 4
				}
				b.Add(rating.Record{
					Rater: strconv.Itoa(g), Lesson: strconv.Itoa(l), Indicator: strconv.Itoa(i), Score: float64(level),
				})
			}
		}
	}
	study := calibrate.Study{Table: b.Build([]rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}, nil)}
	r, err := Analyse(context.Background(), study, calibrate.Options{Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Boundaries) != 3 || r.Boundaries[0].Kappa.OK() {
		t.Fatalf("%+v", r.Boundaries)
	}
	shared, apart := calibrate.SharedBoundaries(r.Boundaries[1:])
	if len(shared) != 1 || shared[0].Below != 3 || len(apart) != 0 && apart[0].Below != 2 {
		t.Errorf("shared %+v, apart %+v", shared, apart)
	}
	list, err := gates.Parse("boundary_3_4=0.99,boundary_2_3=0.99", false, gates.ReportKnows)
	if err != nil {
		t.Fatal(err)
	}
	held, err := gates.Hold(list, gates.OfReport(r))
	if err != nil || !held[0].Met || held[1].Met {
		t.Errorf("held: %+v %v", held, err)
	}
}
