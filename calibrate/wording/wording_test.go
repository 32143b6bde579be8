package wording

import (
	"testing"

	"github.com/cb401426/calibrate/stats"
)

func TestPercent(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0%", 0.004: "<1%", 0.005: "1%", 0.64: "64%", 0.994: "99%", 0.996: ">99%", 1: "100%",
		23.0 / 40: "58%",
	} {
		if got := PercentOf(v); got != want {
			t.Errorf("%v: %s, want %s", v, got, want)
		}
	}
	if got := Percent(stats.None(stats.NoPairs)); got != Absent {
		t.Errorf("an absent share: %q", got)
	}
}

func TestPointsFollowFromThePage(t *testing.T) {
	for _, test := range []struct {
		a, b float64
		want string
	}{
		{0.47, 0.60, "13 points"},
		{0.466, 0.60, "13 points"}, // printed as 47%
		{0.60, 0.474, "13 points"},
		{0.594, 0.60, "1 point"},
		{0.596, 0.60, "0 points"},
	} {
		if got := Points(test.a, test.b); got != test.want {
			t.Errorf("from %v to %v: %s, want %s", test.a, test.b, got, test.want)
		}
	}
}

func TestNumbers(t *testing.T) {
	of := stats.Of
	for _, test := range []struct{ got, want string }{
		{Decimal(of(-0.001), 2), "0.00"},
		{Decimal(of(-0.43), 2), "−0.43"},
		{Decimal(of(0.125), 2), "0.13"},
		{Signed(of(0.4), 1), "+0.4"},
		{Signed(of(0.001), 1), "0.0"},
		{Against(of(0.42)), "0.4 above"},
		{Against(of(-0.42)), "0.4 below"},
		{Against(of(0.01)), "level"},
		{PercentRange(of(0.47), of(0.8)), "47–80%"},
		{PercentRange(of(0.9), stats.None(stats.NoSpread)), "at least 90%"},
		{PercentRange(stats.None(stats.OneItem), stats.None(stats.OneItem)), Absent},
		{Range(of(0.05), of(0.8), 2), "0.05 to 0.80"},
		{Whole(999), "999"},
		{Whole(1000), "1,000"},
		{Whole(1234567), "1,234,567"},
		{Whole(-1234), "−1,234"},
		{Count(1, "rater"), "1 rater"},
		{Count(1000, "rating"), "1,000 ratings"},
		{Confidence(0.95), "95%"},
		{Confidence(0.999), "99.9%"},
		{Level(2.5), "2.5"},
	} {
		if test.got != test.want {
			t.Errorf("got %q, want %q", test.got, test.want)
		}
	}
}

func TestWords(t *testing.T) {
	basic := []Said{{3, 2, "Basic"}, {0, 3, "Proficient"}, {4, 4, "Distinguished"}}
	bare := []Said{{3, 2, ""}, {12, 3, ""}}
	for _, test := range []struct{ got, want string }{
		{Spread(basic), "three said Basic, four Distinguished"},
		{Spread(bare), "three rated it 2, 12 rated it 3"},
		{Spread([]Said{{1, 1, ""}, {2, 2, "Basic"}, {1, 3, "Proficient"}}), "one rated it 1, two said Basic, one Proficient"},
		{Spread(nil), ""},
		{Counted(0, "lesson"), "no lessons"},
		{Counted(1, "lesson"), "one lesson"},
		{Counted(12, "lesson"), "12 lessons"},
		{List([]string{"3b", "3d", "3e"}), "3b, 3d and 3e"},
		{List([]string{"3b"}), "3b"},
		{List(nil), ""},
		{Capital("élan"), "Élan"},
		{Capital(""), ""},
		{Name("3d", "Using Assessment"), "3d Using Assessment"},
		{Name("Pacing", "Pacing"), "Pacing"},
		{LevelName(2, "Basic"), "Basic"},
		{LevelName(2, ""), "2"},
	} {
		if test.got != test.want {
			t.Errorf("got %q, want %q", test.got, test.want)
		}
	}
}
