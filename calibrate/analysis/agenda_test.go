package analysis

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats/rating"
)

// scored makes records of one lesson from the scores of each indicator, 0 for
// "not observed".
func scoredRecords(of map[string][]float64) []rating.Record {
	var list []rating.Record
	for in, scores := range of {
		for g, v := range scores {
			r := rating.Record{Rater: fmt.Sprint("rater ", g), Lesson: "L", Indicator: in, Score: v}
			if v == 0 {
				r.State = rating.NotObserved
			}
			list = append(list, r)
		}
	}
	return list
}

// A split between the ends stands before one in the middle, then what some did
// not observe; where all agree there is nothing to settle.
func TestAgendaOrder(t *testing.T) {
	r := analysed(t, fourLevels(scoredRecords(map[string][]float64{
		"agreed": {3, 3, 3, 3}, "ends": {1, 1, 4, 4}, "middle": {2, 2, 3, 3}, "one": {2, 3, 3, 3}, "unseen": {0, 0, 2, 2},
	})), calibrate.Options{Minutes: 120, Items: 9})
	var got []string
	for _, x := range r.Agenda {
		got = append(got, x.Indicator)
		if !strings.HasSuffix(x.Question, "?") || !strings.HasSuffix(x.Why, ".") {
			t.Errorf("%s: question %q, why %q", x.Indicator, x.Question, x.Why)
		}
	}
	if want := []string{"ends", "middle", "one", "unseen"}; !slices.Equal(got, want) {
		t.Errorf("agenda %v, want %v", got, want)
	}
	if x := r.Agenda[3]; x.High.OK() || x.Low.Or(0) != 2 || len(x.Boundary) > 0 {
		t.Errorf("unseen: %+v", x)
	}
	all := analysed(t, fourLevels(scoredRecords(map[string][]float64{"i": {3, 3}})), calibrate.Options{})
	if len(all.Agenda) > 0 || all.Meeting == nil {
		t.Errorf("all agree: agenda %v, meeting %v", all.Agenda, all.Meeting)
	}
}

// What most agree on for different reasons is talked about before what most
// agree on for one.
func TestDifferentReasonsStandAboveShared(t *testing.T) {
	var list []rating.Record
	for g := range 8 {
		score := 3.0
		if g > 5 { // three quarters on one level
			score = 2
		}
		add := func(indicator string, moment int) {
			list = append(list, rating.Record{
				Rater: fmt.Sprint("rater ", g), Lesson: "L1", Indicator: indicator, Score: score, Reason: moments[moment][g%3] + ".",
			})
		}
		add("a shared", 0)
		add("b different", 1+g)
		add("c shared", 9)
		add("d different", 1+(g+3)%8)
	}
	r := analysed(t, fourLevels(list), calibrate.Options{Minutes: 120, Items: 4})
	var got []string
	for _, x := range r.Agenda {
		got = append(got, x.Indicator)
	}
	if want := []string{"b different", "d different", "a shared", "c shared"}; !slices.Equal(got, want) {
		t.Errorf("agenda %v, want %v", got, want)
	}
}
