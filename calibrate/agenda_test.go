package calibrate

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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

func TestBoundary(t *testing.T) {
	for _, test := range []struct {
		scores    []float64
		low, high float64
		apart     bool
	}{
		{[]float64{3, 3, 3}, 0, 0, false},
		{[]float64{2, 2, 3}, 2, 3, true},
		{[]float64{1, 2, 2, 2, 4}, 2, 3, true}, // as many cross each gap
		{[]float64{1, 4}, 2, 3, true},          // all three gaps: the middle one
		{[]float64{1, 3}, 1, 2, true},          // two gaps: the lower
		{[]float64{1, 3, 3, 4, 4}, 3, 4, true}, // two against three at 3|4
		{[]float64{1, 1, 2, 3, 4, 4}, 2, 3, true},
	} {
		row := ""
		for _, v := range test.scores {
			row += fmt.Sprint(v)
		}
		low, high, apart := measure(team(4, row), measuring{}).boundary([]int{0})
		if low != test.low || high != test.high || apart != test.apart {
			t.Errorf("%v: %v|%v %v, want %v|%v %v", test.scores, low, high, apart, test.low, test.high, test.apart)
		}
	}
}

// A split between the ends stands before one in the middle, then what some did
// not observe; where all agree there is nothing to settle.
func TestAgendaOrder(t *testing.T) {
	r := analysed(t, fourLevels(scoredRecords(map[string][]float64{
		"agreed": {3, 3, 3, 3}, "ends": {1, 1, 4, 4}, "middle": {2, 2, 3, 3}, "one": {2, 3, 3, 3}, "unseen": {0, 0, 2, 2},
	})), Options{Minutes: 120, Items: 9})
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
	all := analysed(t, fourLevels(scoredRecords(map[string][]float64{"i": {3, 3}})), Options{})
	if len(all.Agenda) > 0 || all.Meeting == nil {
		t.Errorf("all agree: agenda %v, meeting %v", all.Agenda, all.Meeting)
	}
}

func TestQuestions(t *testing.T) {
	a := &planner{}
	split := func(reading Quadrant) AgendaItem {
		return AgendaItem{
			Boundary: []float64{2, 3}, Spread: []LevelCount{{2, 3}, {3, 5}}, Reading: named(string(reading)),
		}
	}
	none := split("")
	none.Reading = noLabel(tooFewReasons)
	agreed := AgendaItem{Spread: []LevelCount{{3, 5}}, Reading: named(string(Lucky))}
	for _, test := range []struct {
		item AgendaItem
		want string
	}{
		{split(Shared), "Most gave 3, for like reasons: what would have made it a 2?"},
		{split(Lucky), "Most gave 3, each for something else: what made it a 3?"},
		{split(UnclearLine), "Both sides write of the same moments: where does 2 end, and 3 begin?"},
		{none, "What did you see or hear that made it a 2 and not a 3, or a 3 and not a 2?"},
		{agreed, "What made it a 3?"},
	} {
		if got := a.question(&test.item, 0); got != test.want {
			t.Errorf("%s: %q, want %q", test.item.Reading.Name(), got, test.want)
		}
	}
}

// Where the reasons name a time of the video, that is where to watch.
func TestMoment(t *testing.T) {
	for want, texts := range map[string][]string{
		"9:38":    {"Two S with a blank page at 9:38.", "nothing by 9:38 either", "from 9:04 on they read"},
		"9:04":    {"from 9:41 on they talk", "Around 9:04 the bell rings"},
		"1:02:30": {"at 1:02:30 she stops"},
		"":        {"a timer (2:00 on the screen)", "0:50 to the carpet", "at 9:99"},
	} {
		if got := moment(texts); got != want {
			t.Errorf("%q: %q, want %q", texts, got, want)
		}
	}
}

// Every meeting adds up to its minutes, and leaves most to the items.
func TestMeetings(t *testing.T) {
	for minutes := ShortestMeeting; minutes <= LongestMeeting; minutes++ {
		m := newMeeting(minutes, 100, 0)
		sum, items := 0, 0
		for _, p := range m.Parts {
			sum += p.Minutes
			if p.Minutes < 1 {
				t.Errorf("%d minutes: %s has %d", minutes, p.ID, p.Minutes)
			}
			if p.ID == PartItems {
				items = p.Minutes
			}
		}
		for k := range m.items {
			items -= m.minutesOf(k)
		}
		if sum != minutes || items != 0 || CheckMeeting(minutes, m.items) != nil {
			t.Errorf("%d minutes: %+v", minutes, m)
		}
	}
	usual := []int{newMeeting(30, 9, 0).items, newMeeting(60, 9, 0).items, newMeeting(120, 9, 0).items, newMeeting(60, 1, 0).items}
	if diff := cmp.Diff([]int{2, 3, 4, 1}, usual); diff != "" {
		t.Error(diff)
	}
	for _, bad := range [][2]int{{29, 0}, {121, 0}, {30, 5}, {60, -1}} {
		if CheckMeeting(bad[0], bad[1]) == nil {
			t.Errorf("%d minutes with %d items are allowed", bad[0], bad[1])
		}
	}
}

// A half point is no level: 2 and 2.5 are on one side of 2|3, and those who
// differ by it alone are on no two sides.
func TestBoundaryOfHalfPoints(t *testing.T) {
	scale := rating.NewScale("halves", rating.Declared, 1, 1.5, 2, 2.5, 3)
	for _, test := range []struct {
		scores []float64
		want   string
	}{
		{[]float64{2, 3}, "2|3 true"},
		{[]float64{2, 2.5, 3}, "2|3 true"},
		{[]float64{2, 2.5}, "0|0 false"},
		{[]float64{1.5, 2}, "1|2 true"},
	} {
		b := rating.NewBuilder()
		for g, v := range test.scores {
			b.Add(rating.Record{Rater: fmt.Sprint(g), Lesson: "L", Indicator: "i", Score: v})
		}
		table := b.Build([]rating.Scale{scale}, nil)
		low, high, apart := measure(table, measuring{}).boundary([]int{0})
		if got := fmt.Sprintf("%v|%v %v", low, high, apart); got != test.want {
			t.Errorf("%v: %s, want %s", test.scores, got, test.want)
		}
	}
}
