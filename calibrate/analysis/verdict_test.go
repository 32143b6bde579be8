package analysis

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team/teamtest"
)

// series lays out one or more lessons on 1 to 4, a row an indicator, a column
// a rater; N is "not observed".
func series(lessons ...[]string) *rating.Table {
	b := rating.NewBuilder()
	for l, rows := range lessons {
		for i, row := range rows {
			for g, c := range row {
				r := rating.Record{
					Rater: string(rune('a' + g)), Lesson: fmt.Sprint("l", l), Indicator: fmt.Sprintf("i%d", i+1),
					Score: float64(c - '0'),
				}
				if c == 'N' {
					r.State, r.Score = rating.NotObserved, 0
				}
				b.Add(r)
			}
		}
	}
	return b.Build([]rating.Scale{*levels(4, rating.Declared)}, nil)
}

func TestVerdicts(t *testing.T) {
	for _, c := range []struct {
		name  string
		table *rating.Table
		want  calibrate.VerdictID
		words string
	}{
		{
			"aligned",
			teamtest.Team(4, "1111", "2222", "3333", "4444", "2222", "3333", "1112", "3333"), calibrate.Aligned,
			"Your team is aligned. On a typical indicator any two of you gave the same rating 94% of the time; the standard is 60%. (By chance alone it would be 26%.)",
		},
		{
			"all agree", teamtest.Team(4, "1111", "2222", "3333", "4444", "2222", "3333", "1111", "3333"), calibrate.Aligned,
			"gave the same rating 100% of the time",
		},
		{
			"one indicator without a majority",
			teamtest.Team(4, "1111", "2222", "3333", "4444", "2222", "3333", "1122", "3333"), calibrate.PartlyAligned, "One indicator still splits the team: i7.",
		},
		{
			"exact too low", teamtest.Team(4, "1122", "2333", "3322", "4433", "2221", "3344", "1122", "3322"), calibrate.NotYetAligned,
			"not yet aligned",
		},
		{
			"exact enough, but a tenth two apart",
			teamtest.Team(4, "1111", "2222", "3333", "4422", "2222", "3333", "1111", "3333"), calibrate.NotYetAligned,
			"were two or more levels apart 8% of the time; the standard is at most 5%.",
		},
		{"nine pairs", teamtest.Team(4, "111", "222", "333"), calibrate.CannotTell, "9 pairs of ratings on 3 items"},
		{"ten pairs, two items", teamtest.Team(4, "11111", "22222"), calibrate.CannotTell, "20 pairs of ratings on 2 items"},
		{"ten pairs, three items", teamtest.Team(4, "1111", "2222", "3333", "1112"), calibrate.Aligned, "aligned"},
		{"narrow", teamtest.Team(4, "3333", "3333", "3333", "3333", "3334", "3333"), calibrate.CannotTell, "nearly everyone used one level"},
		{
			"everyone gives one level", teamtest.Team(4, "3333", "3333", "3333", "3333"), calibrate.CannotTell,
			"nearly everyone used one level",
		},
		{
			"the interval holds the target and chance",
			teamtest.Team(4, "2222", "3322", "2233", "3333", "2322"), calibrate.CannotTell, "too little to tell",
		},
		{
			"two raters hold no indicator against it",
			teamtest.Team(4, "11", "22", "33", "44", "22", "33", "11", "33", "21", "22", "44"), calibrate.Aligned, "aligned",
		},
		{"no pairs", teamtest.Team(4, "1000", "0200", "0030"), calibrate.CannotTell, "0 pairs"},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := analysed(t, calibrate.Study{Table: c.table}, calibrate.Options{}).Verdict
			if v.ID != c.want || !strings.Contains(v.Sentence, c.words) {
				t.Errorf("%s: %s\nwant %s: …%s…", v.ID, v.Sentence, c.want, c.words)
			}
			if len(v.Standard.Criteria) == 0 {
				t.Error("no criteria")
			}
			teamtest.AssertHumane(t, strings.Join(append(v.Because, v.Sentence), " "))
		})
	}
}

// With five lessons or more an indicator fails where its interval is wholly
// below the target, and cannot be told where the interval holds it; the
// commonest level says nothing.
func TestIndicatorsFromFiveLessonsOn(t *testing.T) {
	agreed := []string{"1111", "2222", "3333", "4444", "2222"}
	lesson := func(last string) []string { return append(slices.Clone(agreed), last) }
	sixth := func(last ...string) calibrate.Breakdown {
		var lessons [][]string
		for _, row := range last {
			lessons = append(lessons, lesson(row))
		}
		return analysed(t, calibrate.Study{Table: series(lessons...)}, calibrate.Options{}).Indicators[5]
	}
	if p := sixth("1122", "1122", "1122", "1122"); !p.Meets.No() {
		t.Errorf("four lessons: half of the raters on the commonest level, meets %+v", p.Meets)
	}
	if p := sixth("1111", "1122", "1122", "1122", "1122"); p.Meets.OK() {
		t.Errorf("five lessons: exact %v from %v to %v, meets %+v", p.Exact.Value, p.Exact.Lower, p.Exact.Upper, p.Meets)
	}
	if p := sixth("1122", "1122", "1123", "1122", "1123"); !p.Meets.No() {
		t.Errorf("five lessons: exact %v from %v to %v, meets %+v", p.Exact.Value, p.Exact.Lower, p.Exact.Upper, p.Meets)
	}
	// The same split in every lesson: no interval, so its value decides.
	if p := sixth("1122", "1122", "1122", "1122", "1122"); !p.Meets.No() {
		t.Errorf("exact 1/3 in each of five lessons, meets %+v", p.Meets)
	}
}

func TestVerdictHangsOn(t *testing.T) {
	v := analysed(t, calibrate.Study{Table: teamtest.Team(4, "1111", "2222", "3333", "4444", "2222", "3333", "1144", "3333")}, calibrate.Options{}).Verdict
	if v.Worst != "i7" || v.Without != calibrate.Aligned || v.ID == calibrate.Aligned {
		t.Errorf("%s, without %s: %s", v.ID, v.Worst, v.Without)
	}
	// Two who saw nothing where two gave the highest level.
	v = analysed(t, calibrate.Study{Table: series([]string{"1111", "2222", "3333", "44NN", "2222", "3333"})}, calibrate.Options{}).Verdict
	if v.ID != calibrate.Aligned || v.NotObserved != calibrate.NotYetAligned {
		t.Errorf("%s, with not observed as the lowest level %s", v.ID, v.NotObserved)
	}
}

func TestClearAndPointsToGo(t *testing.T) {
	wide := analysed(t, calibrate.Study{Table: teamtest.Team(4, "1111", "2223", "3344", "4444", "2122", "3333")}, calibrate.Options{}).Verdict
	if wide.Clear {
		t.Error("the interval holds the target, and it is clear")
	}
	low := analysed(t, calibrate.Study{Table: teamtest.Team(4, "1234", "2134", "4321", "1243", "3412", "2143", "1324")}, calibrate.Options{}).Verdict
	teamtest.Near(t, "to go", stats.Of(low.PointsToGo), stats.Of(0.6))
	if low.ID != calibrate.NotYetAligned || !strings.Contains(low.Sentence, "60 points away") {
		t.Error(low.Sentence)
	}
	if analysed(t, calibrate.Study{Table: teamtest.Team(4, "1111", "2222", "3333", "4444")}, calibrate.Options{}).Verdict.Clear {
		t.Error("clear though the upper limit is null")
	}
}

// A scale without a pair asks for nothing: it cannot make a team fail, nor
// headline the verdict.
func TestScaleWithoutPairsAsksForNothing(t *testing.T) {
	b := rating.NewBuilder()
	for i, row := range []string{"7", "1111", "2222", "3333", "4444", "2222"} {
		for g, c := range row {
			b.Add(rating.Record{Rater: string(rune('a' + g)), Lesson: "l", Indicator: fmt.Sprint("i", i), Score: float64(c - '0')})
		}
	}
	scales := []rating.Scale{*levels(4, rating.Declared), *levels(7, rating.Declared)}
	v := analysed(t, calibrate.Study{Table: b.Build(scales, map[string]int{"i0": 1})}, calibrate.Options{}).Verdict
	if v.ID != calibrate.Aligned || !strings.Contains(v.Sentence, "100%") {
		t.Errorf("%s: %s", v.ID, v.Sentence)
	}
}

// A custom rule of two apart alone: the headline is that, at most.
func TestCustomAtMost(t *testing.T) {
	custom, err := calibrate.ParseStandard("two-apart=0.05")
	if err != nil {
		t.Fatal(err)
	}
	rows := slices.Repeat([]string{"1111", "2222", "3333", "4444"}, 6)
	rows[1], rows[2] = "4422", "3311"
	v := analysed(t, calibrate.Study{Table: teamtest.Team(4, rows...)}, calibrate.Options{Standard: custom}).Verdict
	if v.ID != calibrate.NotYetAligned || !strings.Contains(v.Sentence, "two or more levels apart 6% of the time") || !strings.Contains(v.Sentence, "at most 5%") {
		t.Error(v.Sentence)
	}
	teamtest.Near(t, "to go", stats.Of(v.PointsToGo), stats.Of(2*4.0/6/24-0.05))
}
