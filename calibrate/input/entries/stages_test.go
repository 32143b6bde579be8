package entries

import (
	"slices"
	"strings"
	"testing"
)

// Rounds stand in the order of time where their names say it.
func TestSortStages(t *testing.T) {
	for _, want := range []string{
		"Pre|Post", "Before training|After training", "BOY|MOY|EOY", "Fall|Winter|Spring", "Winter 2024|Spring 2024|Fall 2024|Spring 2025",
		"First|Second|Third", "September|October", "Baseline|Midline|Endline", "Practice|Live",
	} {
		order := strings.Split(want, "|")
		got := slices.Sorted(slices.Values(order))
		if !sortStages(got) || !slices.Equal(got, order) {
			t.Errorf("%v, want %v", got, order)
		}
	}
	for _, other := range []string{"Pre|Spring", "1|2", "Pre A|Post B", "Round 1|Round 2"} {
		if sortStages(strings.Split(other, "|")) {
			t.Errorf("%s are no stages", other)
		}
	}
}
