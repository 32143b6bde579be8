package analysis

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/calibrate/reasons"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/text/texttest"
)

// lessonRecords are the ratings and reasons of testdata/reasons/lesson.csv;
// lesson.md beside it says what was built in.
func lessonRecords(t testing.TB) []rating.Record { return recordsOf(t, "lesson.csv") }

// recordsOf are the ratings and reasons of a file of testdata/reasons.
func recordsOf(t testing.TB, file string) []rating.Record {
	t.Helper()
	var list []rating.Record
	for _, row := range texttest.Rows(t, file) {
		r := rating.Record{Rater: row["rater"], Lesson: row["lesson"], Indicator: row["indicator"], Reason: row["reason"]}
		var err error
		if r.Score, err = strconv.ParseFloat(row["score"], 64); err != nil {
			r.State = rating.NotObserved
		}
		list = append(list, r)
	}
	return list
}

// fourLevels is the study of records on four declared levels.
func fourLevels(records []rating.Record) calibrate.Study {
	b := rating.NewBuilder()
	for _, r := range records {
		b.Add(r)
	}
	return calibrate.Study{Table: b.Build([]rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}, nil), Layout: "long"}
}

// readings are the quadrants that items may be in.
func readings(r *calibrate.Report) map[string]string {
	m := map[string]string{}
	for _, x := range r.Reasons.Items {
		m[x.Indicator] = x.Reading.Name()
	}
	return m
}

func TestLessonReasons(t *testing.T) {
	r := analysed(t, fourLevels(lessonRecords(t)), calibrate.Options{Seed: 1})
	want := map[string]string{
		"2a": string(calibrate.Shared), "2c": string(calibrate.Shared), "3b": string(calibrate.UnclearLine),
		"3c": string(calibrate.Lucky), "3d": string(calibrate.NoticedDifferently), "3e": "",
	}
	if diff := cmp.Diff(want, readings(r)); diff != "" {
		t.Errorf("readings (-want +got):\n%s", diff)
	}
	for _, x := range r.Reasons.Items {
		switch x.Indicator {
		case "2c":
			if x.Quadrants.Shared+x.Quadrants.UnclearLine != x.Quadrants.Pairs() {
				t.Errorf("2c: not all pairs are alike: %+v", x.Quadrants)
			}
		case "3c":
			if x.Quadrants.Lucky*10 < x.Quadrants.Pairs()*8 {
				t.Errorf("3c: the pairs are not of different reasons: %+v", x.Quadrants)
			}
		}
		// On 3e nobody above 1 wrote a word about the lesson.
		if len(x.Quotes) != 2 && x.Indicator != "3e" {
			t.Errorf("%s: %d quotes", x.Indicator, len(x.Quotes))
		}
	}
	// 54 ratings of which 4 are N/A; 46 reasons of which 2 go with N/A.
	if w := r.Reasons; w.RatingsWithReason != 44 || w.Missing != 6 ||
		w.Evidence+w.Opinion+w.Mixed+w.Empty != 44 {
		t.Errorf("counts %+v", w)
	}
	if a := r.Reasons.Alike.Or(0); a < 5*r.Reasons.AlikeByChance.Or(1) {
		t.Errorf("alike %v, by chance %v", a, r.Reasons.AlikeByChance)
	}
}

// One rater writes hardly anything but opinions. The table of raters has it,
// under a pseudonym.
func TestLessonOpinions(t *testing.T) {
	study := fourLevels(lessonRecords(t))
	r := analysed(t, study, calibrate.Options{Seed: 1})
	for _, k := range privacy.Key(study, calibrate.Options{Seed: 1}) {
		i := slices.IndexFunc(r.Reasons.Raters, func(x calibrate.ReasonRater) bool { return x.Rater == k.ID })
		x := r.Reasons.Raters[i]
		if only := x.Reasons > 3 && x.Evidence == 0 && x.Opinion+x.Mixed == x.Reasons; only != (k.Name == "Yvette Lindqvist") {
			t.Errorf("%s: %+v", k.Name, x)
		}
	}
}

func TestLessonAgenda(t *testing.T) {
	r := analysed(t, fourLevels(lessonRecords(t)), calibrate.Options{Seed: 1})
	var got []string
	for _, x := range r.Agenda {
		got = append(got, fmt.Sprintf("%d %s %v %v %v %d %s", x.Rank, x.Indicator, x.Boundary, x.Low, x.High, x.NotObserved, x.Question))
	}
	want := []string{
		"1 3d [2 3] 1 4 0 Find in the video what each side writes about, and watch it. What does the other side see there?",
		"2 3e [1 2] 1  4 When is it “not observed”, and when is it a 1?",
		"3 3b [2 3] 2 3 0 Both sides write about the same moments. Where does a 2 end, and a 3 begin?",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("agenda (-want +got):\n%s", diff)
	}
	for _, x := range r.Agenda {
		for _, q := range x.Quotes {
			if q.Class == "opinion" || q.Class == "empty" {
				t.Errorf("%s: %s speaks first: %q", x.Indicator, q.Class, q.Text)
			}
		}
	}
}

// No name, address or student's name is in anything that is shown, unless it
// stands in a table that was asked to show names.
func TestLessonIsSwept(t *testing.T) {
	records := lessonRecords(t)
	study := fourLevels(records)
	r := analysed(t, study, calibrate.Options{Seed: 1})
	list, err := reasons.List(context.Background(), study, calibrate.Options{Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	hidden := []string{"Bea", "northfork"}
	for _, x := range records {
		hidden = append(hidden, strings.Fields(x.Rater)...)
	}
	for _, v := range []any{r, list} {
		b, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range hidden {
			if strings.Contains(string(b), name) {
				t.Errorf("%T shows %q", v, name)
			}
		}
	}
	if r.Reasons.Swept != list.Swept || r.Reasons.Swept < 7 {
		t.Errorf("swept %d in the report, %d in the list", r.Reasons.Swept, list.Swept)
	}
}

func TestNoQuotes(t *testing.T) {
	study := fourLevels(lessonRecords(t))
	with, without := analysed(t, study, calibrate.Options{}), analysed(t, study, calibrate.Options{NoQuotes: true})
	list, err := reasons.List(context.Background(), study, calibrate.Options{NoQuotes: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range []any{without, list} {
		b, _ := json.Marshal(v)
		for _, said := range []string{"snickered", "lighthouse", "hands"} {
			if strings.Contains(string(b), said) {
				t.Errorf("%T still says %q", v, said)
			}
		}
	}
	if diff := cmp.Diff(readings(with), readings(without)); diff != "" {
		t.Errorf("leaving quotes out changes the readings: %s", diff)
	}
	if with.Agenda[0].Low != without.Agenda[0].Low {
		t.Error("leaving quotes out changes who speaks first")
	}
}

// The same bytes whatever the order of the rows, and the list agrees with the
// report.
func TestReasonsOfAnyOrder(t *testing.T) {
	records := lessonRecords(t)
	show := func() string {
		study := fourLevels(records)
		list, err := reasons.List(context.Background(), study, calibrate.Options{Seed: 1})
		if err != nil {
			t.Fatal(err)
		}
		r := analysed(t, study, calibrate.Options{Seed: 1})
		q := calibrate.Quadrants{}
		for _, p := range list.Pairs {
			q.Add(*p.Quadrant)
		}
		if q != r.Reasons.Pairs {
			t.Errorf("the list has %+v, the report %+v", q, r.Reasons.Pairs)
		}
		b, err := json.Marshal([]any{list, r})
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	want := show()
	for seed := range uint64(3) {
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
		if got := show(); got != want {
			t.Fatal("the order of the rows changes the report")
		}
	}
}

// moments are what a room could see, each in several words.
var moments = [][]string{
	{"T asks four students why the ice melted", "Asks 4 S why the ice melted", "Four students are asked why the ice is melted"},
	{"Two boys hand out the atlases from the shelf", "Atlases handed out by two boys", "2 boys take the atlases off the shelf and hand them out"},
	{"A girl reads the poem about the fox aloud", "The fox poem is read aloud by a girl", "Girl reads aloud: the poem of the fox"},
	{"Timer rings at 9:04 and the tables change places", "At 9:04 tables change places when the timer rings", "Tables change at 9:04, timer rings"},
	{"Exit slips dropped into the green box", "They drop exit slips in a green box", "Green box fills with exit slips"},
	{"Students measure the plant with string", "Plant measured with a string by students", "S measure their plant using string"},
	{"She writes the word osmosis on the board", "Osmosis is written on the board", "T wrote osmosis up on the board"},
	{"Partners argue about the price of apples", "Two partners argue over the apple price", "Argument between partners: price of apples"},
	{"The aide sits beside the boy in the corner", "Aide sits by the boy in the corner", "In the corner the aide sits with a boy"},
	{"One group builds a bridge from straws", "A straw bridge is built by one group", "Group builds bridge of straws"},
	{"Homework is collected in a red folder", "Red folder goes round for the homework", "The homework goes in the red folder"},
	{"T crouches at table six for three minutes", "Three minutes at table six, T crouches", "At table 6 the teacher crouches 3 minutes"},
}

// planted is a team whose items are in known quadrants: of two events a side
// sees, and of two levels it gives.
// Some write nothing, and some an opinion alone.
func planted(raters int, idle float64, random *rand.Rand) []rating.Record {
	var list []rating.Record
	for _, q := range calibrate.AllQuadrants[:4] {
		for k := range 2 {
			order := random.Perm(len(moments))
			for g := range raters {
				r := rating.Record{
					Rater: fmt.Sprint("rater ", g), Lesson: fmt.Sprint("L", k), Indicator: string(q), Score: 3,
				}
				if (q == calibrate.UnclearLine || q == calibrate.NoticedDifferently) && g%2 == 0 {
					r.Score = 2
				}
				moment := moments[order[0]]
				if q == calibrate.Lucky || q == calibrate.NoticedDifferently {
					moment = moments[order[g%len(order)]]
				}
				r.Reason = moment[random.IntN(len(moment))] + "."
				switch u := random.Float64(); {
				case u < idle/2:
					r.Reason = ""
				case u < idle:
					r.Reason = "Great lesson, strong teacher."
				}
				list = append(list, r)
			}
		}
	}
	return list
}

func TestPlantedQuadrants(t *testing.T) {
	for _, test := range []struct {
		raters int
		idle   float64
		right  int // of 96, at least
	}{{8, 0, 96}, {8, 0.3, 84}, {5, 0.2, 67}} {
		right, wrong, open := findPlanted(t, test.raters, test.idle)
		if wrong > 2 || right < test.right {
			t.Errorf("%d raters, %.0f %% idle: %d right, %d wrong, %d not told", test.raters, test.idle*100, right, wrong, open)
		}
	}
}

// findPlanted counts the items whose quadrant is found, taken for another, and
// not told.
func findPlanted(t *testing.T, raters int, idle float64) (right, wrong, open int) {
	for run := range uint64(12) {
		r := analysed(t, fourLevels(planted(raters, idle, rand.New(rand.NewPCG(run, 9)))), calibrate.Options{Seed: 1})
		for _, x := range r.Reasons.Items {
			switch x.Reading.Name() {
			case x.Indicator:
				right++
			case "":
				open++
			default:
				wrong++
			}
		}
	}
	return right, wrong, open
}

func TestTooFewReasons(t *testing.T) {
	records := planted(2, 0, rand.New(rand.NewPCG(1, 1)))
	r := analysed(t, fourLevels(records), calibrate.Options{})
	for _, x := range r.Reasons.Items {
		if x.Reading.OK() {
			t.Errorf("%s is told from two reasons", x.Indicator)
		}
	}
	one := analysed(t, fourLevels(records[:1]), calibrate.Options{})
	if one.Reasons == nil || len(one.Reasons.Items) > 0 || one.Reasons.RatingsWithReason != 1 {
		t.Errorf("one reason: %+v", one.Reasons)
	}
	records[0].Reason, records[0].Lesson = " \n", "L9"
	none := analysed(t, fourLevels(records[:1]), calibrate.Options{})
	if none.Reasons != nil || !slices.ContainsFunc(none.Notes, func(n calibrate.Note) bool { return n.Code == "no_reasons" }) {
		t.Error("a blank reason counts")
	}
}

// What makes a pair and what does not.
func TestListReasons(t *testing.T) {
	event := "T asks four students why the ice melted."
	records := []rating.Record{
		{Rater: "a", Lesson: "L", Indicator: "i", Score: 3, Reason: event},
		{Rater: "b", Lesson: "L", Indicator: "i", Score: 2, Reason: "Asks 4 S why the ice melted"},
		{Rater: "c", Lesson: "L", Indicator: "i", Score: 2},
		{Rater: "d", Lesson: "L", Indicator: "i", State: rating.NotObserved, Reason: event},
		{Rater: "e", Lesson: "L", Indicator: "i", State: rating.Blank, Reason: event},
		{Rater: "f", Lesson: "L", Indicator: "i", Score: 3, Reason: "n/a"},
		{Rater: "e", Lesson: "L", Indicator: "j", Score: 3},
		{Rater: "d", Lesson: "L", Indicator: "j", Score: 3, Reason: event},
	}
	list, err := reasons.List(context.Background(), fourLevels(records), calibrate.Options{Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	if len(list.Reasons) != 6 {
		t.Errorf("%d reasons", len(list.Reasons))
	}
	unrated := 0
	for _, p := range list.Pairs {
		switch {
		case p.Quadrant == nil:
			unrated++
			if p.SameRating.OK() {
				t.Errorf("same rating without two: %+v", p)
			}
		case *p.Quadrant != calibrate.UnclearLine || p.SameRating.Yes():
			t.Errorf("pair %+v in %s", p, *p.Quadrant)
		}
		if p.Indicator != "i" || rating.CompareNatural(p.A, p.B) >= 0 {
			t.Errorf("pair %+v", p)
		}
	}
	if len(list.Pairs) != 3 || unrated != 2 {
		t.Errorf("%d pairs, %d without two scores", len(list.Pairs), unrated)
	}
}

// Of very many reasons of an item the pairs are drawn, and it says so.
func TestManyReasons(t *testing.T) {
	study := calibrate.Study{Table: writers(300, 2), Layout: "long"}
	r := analysed(t, study, calibrate.Options{Seed: 1})
	if got := r.Reasons.Pairs.Pairs(); got > 2*20_000 || got < 20_000 {
		t.Errorf("%d pairs", got)
	}
	if !slices.ContainsFunc(r.Notes, func(n calibrate.Note) bool { return n.Code == "pairs_sampled" }) {
		t.Error("no note that pairs were drawn")
	}
	for _, x := range r.Reasons.Indicators {
		if len(x.Boundary) != 2 {
			t.Errorf("%s has no line at stake", x.Indicator)
		}
	}
}

func TestReasonsStop(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := reasons.List(ctx, calibrate.Study{Table: writers(30, 10)}, calibrate.Options{}); err == nil {
		t.Error("a cancelled list is no error")
	}
}

// Those who gave 3 write of one thing, those who gave 2 of another.
func TestMarkingWords(t *testing.T) {
	var records []rating.Record
	for g := range 16 {
		r := rating.Record{Rater: fmt.Sprint("r", g), Lesson: "L", Indicator: "3b", Score: 2, Reason: "The teacher answers her own question at the board, the class copies it."}
		if g%2 == 0 {
			r.Score, r.Reason = 3, "Partners debate the claim, and two students quote the text to each other."
		}
		records = append(records, r)
	}
	r := analysed(t, fourLevels(records), calibrate.Options{})
	in := r.Reasons.Indicators[0]
	word := func(list []calibrate.MarkingWord, w string) bool {
		return slices.ContainsFunc(list, func(m calibrate.MarkingWord) bool { return m.Word == w && m.Z > 1.9 && m.There == 0 })
	}
	if !word(in.High, "debate") || !word(in.Low, "copies") || word(in.Low, "debate") {
		t.Errorf("high %+v, low %+v", in.High, in.Low)
	}
}

// The rubric's words: another line's, and copied ones.
func TestRubricWords(t *testing.T) {
	records := []rating.Record{
		{Rater: "a", Lesson: "L", Indicator: "3b", Score: 2, Reason: "Exit slip as assessment, 20 of 22 wrote."},
		{Rater: "b", Lesson: "L", Indicator: "3b", Score: 3, Reason: "Assessment: 19 hands up."},
		{Rater: "c", Lesson: "L", Indicator: "3b", Score: 3, Reason: "Using questioning and discussion techniques"},
		{Rater: "a", Lesson: "L", Indicator: "3d", Score: 3, Reason: "T waits 7 seconds."},
		{Rater: "b", Lesson: "L", Indicator: "3d", Score: 3, Reason: "T waits."},
	}
	study := fourLevels(records)
	study.Names = map[string]string{"3b": "Using Questioning and Discussion Techniques", "3d": "Using Assessment in Instruction"}
	study.LevelWords = map[string]map[float64]string{"3b": {2: "Questions are of uneven quality.", 3: "Most questions are open."}}
	r := analysed(t, study, calibrate.Options{})
	in := r.Reasons.Indicators[0]
	if len(in.Elsewhere) != 1 || in.Elsewhere[0].Indicator != "3d" || in.Elsewhere[0].Reasons != 2 || in.Copied != 1 {
		t.Errorf("%+v", in)
	}
	want := []calibrate.AgendaLevel{{Value: 2, Words: "Questions are of uneven quality."}, {Value: 3, Words: "Most questions are open."}}
	if diff := cmp.Diff(want, r.Agenda[0].Levels); diff != "" {
		t.Errorf("levels (-want +got):\n%s", diff)
	}
}

// Hostile text: it may be cut in quotes, never lost, and nothing fails.
func TestHostileReasons(t *testing.T) {
	long := strings.Repeat("T asks four students why the ice melted. ", 5_000)
	texts := []string{
		"=HYPERLINK(\"http://evil.example\")", "<script>alert(1)</script> 4 of 22 hands", long,
		strings.Repeat("x", 100_000), "😊👩‍👩‍👧‍👦🇩🇪", "שלום עליכם, \u202eמורה\u202c 4 hands", "\xff\xfe\x00", "| a | b |\n# c",
	}
	var records []rating.Record
	for i, s := range texts {
		for _, in := range []string{"i", "j"} {
			records = append(records, rating.Record{Rater: fmt.Sprint(i), Lesson: "L", Indicator: in, Score: float64(1 + i%4), Reason: s})
		}
	}
	study := fourLevels(records)
	r := analysed(t, study, calibrate.Options{})
	for _, x := range r.Agenda {
		for _, q := range x.Quotes {
			if n := len([]rune(q.Text)); n > 280 {
				t.Errorf("a quote of %d letters", n)
			}
		}
	}
	list, err := reasons.List(context.Background(), study, calibrate.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(list.Reasons, func(g calibrate.GivenReason) bool { return len(g.Text) >= len(long)-1 }) {
		t.Error("the list cuts a text")
	}
}
