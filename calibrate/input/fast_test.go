package input

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/cb401426/calibrate/calibrate/input/large"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/settings"
	"github.com/cb401426/calibrate/stats/rating"
)

// content lists a table's content by name.
func content(t *rating.Table) []string {
	list := []string{fmt.Sprint(t.Scales())}
	name := func(item, rater int32) string {
		x := t.Items()[item]
		return fmt.Sprintf("%q %q %q %q", t.Rounds()[x.Round], t.Lessons()[x.Lesson], t.Indicators()[x.Indicator], t.Raters()[rater])
	}
	for k, r := range t.All() {
		line := fmt.Sprintf("%s %v %q", name(r.Item, r.Rater), t.Value(int(r.Item), r.Level), t.Reason(k))
		if t.HasReason(k) != (t.Reason(k) != "") {
			line += " has a reason, or not"
		}
		for _, c := range t.Columns() {
			if code := c.Code(k); code >= 0 {
				line += " " + c.Name + "=" + c.Levels[code]
			}
		}
		list = append(list, line)
	}
	for _, m := range t.Marks() {
		list = append(list, fmt.Sprintf("%s %s %q", name(m.Item, m.Rater), m.State, m.Reason))
	}
	return list
}

// fastAndCareful reads a text both ways; fast is nil where it is left to the
// careful reading.
func fastAndCareful(t *testing.T, text string, o Options) (fast, careful *Reading) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "ratings.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	l := settings.DefaultLimits
	l.Fast = 1
	o.Limits, o.InBlocks = &l, true
	fast, err := readFast(context.Background(), []string{path}, &o)
	t.Cleanup(func() { fast.Close() })
	if err != nil {
		fast = nil
		if !errors.Is(err, large.ErrCareful) {
			t.Fatal(err)
		}
	}
	o.InBlocks = false
	careful, _ = Read(context.Background(), []string{path}, o)
	return fast, careful
}

// same compares what the two readings say.
func same(t *testing.T, fast, careful *Reading) {
	t.Helper()
	if careful.Table == nil {
		t.Fatalf("read fast, yet not with care: %v", careful.Problems)
	}
	if diff := cmp.Diff(content(careful.Table), content(fast.Table)); diff != "" {
		t.Error(diff)
	}
	type counts struct{ Blank, NotObserved, Absent, Duplicates, Repairs, Dropped, Rows int }
	of := func(r *Reading) counts {
		return counts{r.Blank, r.NotObserved, r.Absent, r.Duplicates, r.Repairs, r.DroppedRows, r.Files[0].Rows}
	}
	if diff := cmp.Diff(of(careful), of(fast)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(careful.Rounds, fast.Rounds); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(careful.Problems, fast.Problems, cmpopts.IgnoreUnexported(problem.Problem{})); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(careful.IndicatorNames, fast.IndicatorNames); diff != "" {
		t.Error(diff)
	}
}

// longText writes a long file of so many raters and items, with gaps.
func longText(seed uint64, raters, lessons, indicators int) string {
	rng := rand.New(rand.NewPCG(seed, 1))
	var b strings.Builder
	b.WriteString("rater,role,lesson,indicator,score,reason\n")
	scores := []string{"1", "2", "3", "4", "2.0", "N/A", "", "3"}
	for l := range lessons {
		for i := range indicators {
			for g := range raters {
				if rng.IntN(6) > 0 {
					fmt.Fprintf(&b, "Rater %d,%s,Lesson %d,3%c,%s,\"said \"\"%d\"\",\nwhy\"\n",
						g, []string{"principal", "office"}[g%2], l, 'a'+i, scores[rng.IntN(len(scores))], i)
				}
			}
		}
	}
	return b.String()
}

// sparseText writes lessons that have each an indicator of its own.
func sparseText(lessons int) string {
	var b strings.Builder
	b.WriteString("rater,lesson,indicator,score\n")
	for l := range lessons {
		fmt.Fprintf(&b, "Ana,L%d,i%d,%d\nBo,L%d,i%d,%d\n", l, l, l%4+1, l, l, l%3+1)
	}
	return b.String()
}

func TestFastIsCareful(t *testing.T) {
	for name, text := range map[string]string{
		"clean":        longText(1, 5, 4, 3),
		"large":        longText(2, 12, 60, 20),
		"sparse":       sparseText(40),
		"tab, crlf":    "Rater\tLesson\tIndicator\tScore\r\nAna\tL1\t3b\t3\r\nBo\tL1\t3b\t2\r\nBo\tL1\t3c\t4\r\n",
		"spellings":    "rater,lesson,indicator,score\nAna,L1,3b,3\nbo,L1,3b,2\nBO ,L1,3c,2\nAna,L1,3c,1\n",
		"no score":     "rater,lesson,indicator,score\nAna,L1,3b,3\nBo,L1,3b,2\nCy,L1,3b,N/A\n",
		"words":        "rater,lesson,indicator,score\nAna,L1,3b,Basic\nBo,L1,3b,Proficient\nCy,L1,3b,4 - Distinguished\n",
		"long names":   "rater,lesson,indicator,score\nAna,L1,3b Questioning,3\nBo,L1,3b,2\nBo,L1,3c Engagement,4\n",
		"no lesson":    "rater,indicator,score\nAna,3b,3\nBo,3b,2\n",
		"one scale":    "rater,lesson,indicator,score\nAna,L1,3b,3\nBo,L1,3b,2\nAna,L1,3c,2\n",
		"two scales":   "rater,lesson,indicator,score\nAna,L1,a,Yes\nBo,L1,a,No\nAna,L1,b,3\nBo,L1,b,2\n",
		"ids unlike":   "id,rater,lesson,indicator,score\n1,Ana,L1,3b,3\n2,Bo,L1,3b,2\n",
		"blank end":    "rater,lesson,indicator,score\nAna,L1,3b,3\nBo,L1,3b,2\n\n\r\n",
		"no line end":  "rater,lesson,indicator,score\nAna,L1,3b,3\nBo,L1,3b,2",
		"group absent": "rater,lesson,indicator,score,role\nAna,L1,3b,3,office\nBo,L1,3b,2,\n",
	} {
		t.Run(name, func(t *testing.T) {
			fast, careful := fastAndCareful(t, text, Options{})
			if fast == nil {
				t.Fatal("left to the careful reading")
			}
			same(t, fast, careful)
		})
	}
}

// Every round is read fast too, and a time or a date that decides nothing.
func TestFastRounds(t *testing.T) {
	var b strings.Builder
	b.WriteString("date,timestamp,rater,lesson,indicator,score,wave,school\n")
	for k := range 3000 {
		fmt.Fprintf(&b, "2026-03-%02d,2026-03-01 10:%02d,Rater %d,Lesson %d,3%c,%d,%s,S%d\n",
			1+k%28, k%60, k%5, k/5%50, 'a'+k/250%4, 1+k%4, []string{"fall", "Fall", "spring", "spring", "2026", "2026"}[k/1000*2+k%2], k%7)
	}
	fast, careful := fastAndCareful(t, b.String(), Options{Round: "all"})
	if fast == nil {
		t.Fatal("left to the careful reading")
	}
	same(t, fast, careful)
	if len(fast.Table.Rounds()) != 3 {
		t.Errorf("rounds %q", fast.Table.Rounds())
	}
}

// One round is read fast, whether it is named or not, with the day of all.
func TestFastRound(t *testing.T) {
	for name, x := range map[string]struct{ head, row, round, chosen, day string }{
		"not named":   {"round", "Fall", "", "Fall", ""},
		"named":       {"round", "Fall", "fall ", "fall ", ""},
		"all":         {"round", "Fall", "all", "all", ""},
		"a day":       {"round,date", "Fall,14.9.2025", "", "Fall", "2025-09-14"},
		"times":       {"timestamp,round", "9/14/2025 1%d:05:00 AM,1", "", "1", "2025-09-14"},
		"days":        {"date", "2025-09-1%d", "", "", ""},
		"round a day": {"round", "2025-09-14", "", "2025-09-14", "2025-09-14"},
	} {
		text := "rater,lesson,indicator,score," + x.head + "\n"
		for k := range 8 {
			row := x.row
			if strings.Contains(row, "%") {
				row = fmt.Sprintf(row, k%2)
			}
			text += fmt.Sprintf("Rater %d,L%d,3b,%d,%s\n", k%4, k/4, 1+k%3, row)
		}
		fast, careful := fastAndCareful(t, text, Options{Round: x.round})
		if fast == nil {
			t.Fatalf("%s: left to the careful reading", name)
		}
		same(t, fast, careful)
		if fast.Rounds.Chosen != x.chosen || fast.Day != x.day || careful.Day != x.day {
			t.Errorf("%s: round %q, day %q; with care %q, %q", name, fast.Rounds.Chosen, fast.Day, careful.Rounds.Chosen, careful.Day)
		}
	}
}

// Of several rounds the one that is asked for is read fast, with what it alone
// has: names, levels, day, reasons.
func TestFastOneOfSeveralRounds(t *testing.T) {
	var b strings.Builder
	b.WriteString("date,rater,role,lesson,indicator,score,round,reason\n")
	for k := range 3000 {
		round := k / 1000
		fmt.Fprintf(&b, "2026-03-%02d 10:%02d,Rater %d,%s,Lesson %d,3%c %s,%d,%s,\"why, %d\"\n",
			1+round, k%60, k%5+round, []string{"school", "office", ""}[(k%5+round)%3], k/5%50+40*round, 'a'+k/250%4, []string{"Asking", "", "Telling"}[round],
			1+k%(3+round), []string{"spring", "Fall", "winter"}[round], k)
	}
	for round, lessons := range map[string]int{"": 50, "FALL": 50, "winter": 50, "all": 130} {
		for _, without := range []bool{false, true} {
			fast, careful := fastAndCareful(t, b.String(), Options{Round: round, WithoutReasons: without})
			if fast == nil {
				t.Fatalf("%q: left to the careful reading", round)
			}
			if without {
				if got := fast.Table.ReasonsLeftOut(); got != len(fast.Table.Marks())+fast.Table.Ratings() {
					t.Errorf("%q: %d reasons left out", round, got)
				}
				continue
			}
			same(t, fast, careful)
			if fast.Day != careful.Day || len(fast.Table.Lessons()) != lessons || (fast.Day == "") != (round == "all") {
				t.Errorf("%q: day %q, with care %q; %d lessons", round, fast.Day, careful.Day, len(fast.Table.Lessons()))
			}
		}
	}
}

// Rounds that lie mixed, of more raters and schools than a byte holds.
func TestFastOneOfMixedRounds(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 1))
	var b strings.Builder
	b.WriteString("rater,school,lesson,indicator,score,round\n")
	for l := range 9 {
		for _, g := range rng.Perm(900)[:500] {
			for _, round := range rng.Perm(3)[:1+rng.IntN(3)] {
				fmt.Fprintf(&b, "Rater %d,S%d,Lesson %d,3a,%d,%d\n", g, g/2, l, 1+rng.IntN(4), round+1)
			}
		}
	}
	for _, round := range []string{"", "1", "all"} {
		fast, careful := fastAndCareful(t, b.String(), Options{Round: round})
		if fast == nil {
			t.Fatal("left to the careful reading")
		}
		same(t, fast, careful)
	}
}

func TestFastLeavesWhatIsOdd(t *testing.T) {
	head := "rater,lesson,indicator,score\nAna,L1,3b,3\nBo,L1,3b,2\n"
	for name, text := range map[string]string{
		"duplicate": head + "Ana,L1,3b,4\n", "fault": head + "Cy,L1,3b,3/4\n", "ragged": head + "Cy,L1\n",
		"summary": head + "Average,L1,3b,2.5\n", "blank line": head + "\nCy,L1,3b,3\n", "no name": head + ",L1,3b,3\n",
		"wide": "Rater,L1 3b,L1 3c\nAna,1,2\nBo,2,3\n", "header again": head + "rater,lesson,indicator,score\n",
	} {
		if fast, _ := fastAndCareful(t, text, Options{}); fast != nil {
			t.Errorf("%s: read fast", name)
		}
	}
}

// Names that are to be joined are joined in a large file too.
func TestFastSame(t *testing.T) {
	text := "rater,lesson,indicator,score\nAna,L1,3b,3\nBo,Clip,3b,2\nCy,L1,3b,2\n"
	for same, left := range map[string]bool{"L1=Clip": true, "none": false} {
		if fast, _ := fastAndCareful(t, text, Options{Same: []string{same}}); (fast == nil) != left {
			t.Errorf("--same %s: left to the careful reading %v", same, fast == nil)
		}
	}
}

// A file that is gone before its reasons were read again is an error, and no
// reason that is missing.
func TestReasonsGone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ratings.csv")
	if err := os.WriteFile(path, []byte(longText(5, 12, 30, 20)), 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := Read(t.Context(), []string{path}, Options{InBlocks: true})
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Table.Reason(0); !strings.HasPrefix(got, `said "`) || r.Err() != nil {
		t.Errorf("reason %q, %v", got, r.Err())
	}
	if err := os.Truncate(path, 1000); err != nil {
		t.Fatal(err)
	}
	for k := range r.Table.Ratings() {
		r.Table.Reason(k)
	}
	if r.Err() == nil || r.Close() == nil {
		t.Error("no error though the file was cut")
	}
}

// Without reasons there are none.
func TestFastWithoutReasons(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ratings.csv")
	if err := os.WriteFile(path, []byte(longText(5, 12, 30, 20)), 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := Read(t.Context(), []string{path}, Options{WithoutReasons: true})
	if err != nil || r.Table.HasReasons() || r.Preview != nil {
		t.Errorf("%v, reasons %v", err, r.Table.HasReasons())
	}
	with, err := Read(t.Context(), []string{path}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	written := 0
	for k := range with.Table.Ratings() {
		if with.Table.HasReason(k) {
			written++
		}
	}
	for _, m := range with.Table.Marks() {
		if m.Reason != "" {
			written++
		}
	}
	if got := r.Table.ReasonsLeftOut(); got != written {
		t.Errorf("%d reasons were left out, want %d", got, written)
	}
}

// A packed file that was cut is no shorter file.
func TestFastCutArchive(t *testing.T) {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	rng := rand.New(rand.NewPCG(1, 1))
	fmt.Fprintln(w, "rater,lesson,indicator,score,reason")
	for i := range 40_000 {
		fmt.Fprintf(w, "Rater %d,Lesson %d,3%c,%d,%x\n", i%4, i/80, 'a'+i/4%20, 1+i%4, rng.Uint64())
	}
	w.Close()
	for _, cut := range []int{b.Len() / 3, b.Len() / 2, b.Len() - 100, b.Len() - 4} {
		path := filepath.Join(t.TempDir(), "cut.csv.gz")
		if err := os.WriteFile(path, b.Bytes()[:cut], 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := Read(t.Context(), []string{path}, Options{WithoutReasons: true})
		var faults *problem.Faults
		if !errors.As(err, &faults) || !strings.Contains(err.Error(), "gzip") {
			t.Errorf("cut after %d of %d bytes: %v", cut, b.Len(), err)
		}
	}
}

// Strict refuses what is mended, read in whatever way.
func TestFastIsStrict(t *testing.T) {
	text := "rater,lesson,indicator,score\nAna,L1,3b,3\nANA,L1,3c,3\nBo,L1,3b,2\n"
	path := filepath.Join(t.TempDir(), "ratings.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	l := settings.DefaultLimits
	l.Fast = 1
	for _, strict := range []bool{false, true} {
		_, err := Read(t.Context(), []string{path}, Options{WithoutReasons: true, Strict: strict, Limits: &l})
		if (err != nil) != strict {
			t.Errorf("strict %v: %v", strict, err)
		}
	}
}

// The words of a level do not hang on the order of the rows.
func TestLevelWordsInAnyOrder(t *testing.T) {
	rows := []string{"Ana,L1,a,1 - low", "Bo,L1,a,2 - high", "Ana,L1,b,1 - LOW", "Bo,L1,b,2 - High", "Ana,L1,c,1 - Low", "Bo,L1,c,2 - HIGH"}
	var want string
	for seed := range uint64(20) {
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		r, err := Read(t.Context(), []string{"-"}, Options{Stdin: strings.NewReader("rater,lesson,indicator,score\n" + strings.Join(rows, "\n"))})
		if err != nil {
			t.Fatal(err)
		}
		got := fmt.Sprint(r.Table.Scales())
		if want == "" {
			want = got
		}
		if got != want {
			t.Errorf("levels %s, and before %s", got, want)
		}
	}
}

// Where nothing can be kept for another reading, there is another way.
func TestNoTemporaryDirectory(t *testing.T) {
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "none"))
	text := longText(3, 6, 10, 5)
	l := settings.DefaultLimits
	l.Fast = 512
	r, err := Read(t.Context(), []string{"-"}, Options{Stdin: strings.NewReader(text), WithoutReasons: true, Limits: &l})
	if err != nil || r.Table.Ratings() == 0 {
		t.Error(err)
	}
}

// A file that is too large to be read with care is told why it has to be.
func TestTooLargeSaysWhy(t *testing.T) {
	text := longText(4, 12, 30, 20) // more than decides how the file is read
	for name, tt := range map[string]struct{ text, want string }{
		"cell":      {text + "Rater 0,principal,Lesson 9,3a,3/4,odd\n", `("3/4")`},
		"ragged":    {text + "Rater 0,principal\n", "a record of another width, in the MiB after byte"},
		"twice":     {text + "Rater 8,office,L,3a,3,\nRater 8,office,L,3a,3,\n", "two ratings of one rater and item"},
		"no rating": {"a,b\n" + strings.Repeat("x,y\n", 400), "its first rows are not plainly those of a long file"},
	} {
		path := filepath.Join(t.TempDir(), "ratings.csv")
		if err := os.WriteFile(path, []byte(tt.text), 0o600); err != nil {
			t.Fatal(err)
		}
		l := settings.DefaultLimits
		l.Fast = 1
		_, err := Read(t.Context(), []string{path}, Options{WithoutReasons: true, Limits: &l, Memory: int64(2 * len(tt.text))})
		var faults *problem.Faults
		if !errors.As(err, &faults) || (*faults)[0].Code != "too_large" || !strings.Contains((*faults)[0].Text, tt.want) {
			t.Errorf("%s: %v, want %s", name, err, tt.want)
		}
	}
}

// Standard input and packed files are read the same, however they end up
// being read.
func TestFastStreams(t *testing.T) {
	text := longText(3, 6, 10, 5)
	odd := text + "Rater 0,principal,Lesson 0,3a,3/4,odd\n"
	l := settings.DefaultLimits
	l.Fast = 512
	dir := t.TempDir()
	packed := filepath.Join(dir, "ratings.csv.gz")
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	io.WriteString(w, text)
	w.Close()
	if err := os.WriteFile(packed, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	want, err := Read(context.Background(), []string{"-"}, Options{Stdin: strings.NewReader(text)})
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"-", packed} {
		got, err := Read(context.Background(), []string{path}, Options{Stdin: strings.NewReader(text), InBlocks: true, Limits: &l})
		if err != nil {
			t.Fatal(err)
		}
		if got.reasons == nil {
			t.Errorf("%s: left to the careful reading", path)
		}
		defer got.Close()
		if diff := cmp.Diff(content(want.Table), content(got.Table)); diff != "" {
			t.Errorf("%s: %s", path, diff)
		}
	}
	_, err = Read(context.Background(), []string{"-"}, Options{Stdin: strings.NewReader(odd), WithoutReasons: true, Limits: &l})
	var faults *problem.Faults
	if !errors.As(err, &faults) || (*faults)[0].Code != "two_scores" {
		t.Errorf("odd standard input: %v", err)
	}
}

// Whatever is read fast is what the careful reading reads.
func FuzzFast(f *testing.F) {
	f.Add(longText(1, 2, 2, 2))
	f.Add("rater,lesson,indicator,score\n\"A\"\"na\",L1,3b,3\r\nBo , L1,3B,02\n")
	f.Add("rater;lesson;indicator;score\nAna;L1;3b;2,5\nBo;L1;3b;II\n")
	f.Add("reason,rater,lesson,indicator,score\n\" \",Ana,L1,3b,3\n\"a \"\"b\"\"\r\nc\",Bo,L1,3b,N/A\nd ,Cy,L1,3b,2\n")
	f.Add("date,rater,lesson,indicator,score,round\n2026-03-01,Ana,L1,3b,3,fall\n2026-03-02,Bo,L1,3b,2,fall\n2026-05-02,Ana,L1,3b,2,spring\n")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<16 {
			return
		}
		for _, round := range []string{"", "all", "fall"} {
			if fast, careful := fastAndCareful(t, text, Options{Round: round}); fast != nil {
				same(t, fast, careful)
			}
		}
	})
}

// Benchmarks by lessons of ten raters and twenty indicators: fast, and with
// care.
func BenchmarkReadFast(b *testing.B) {
	for _, lessons := range []int{20, 200, 2000} {
		path := filepath.Join(b.TempDir(), "ratings.csv")
		text := longText(1, 10, lessons, 20)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			b.Fatal(err)
		}
		l := settings.DefaultLimits
		l.Fast = 1
		for name, o := range map[string]Options{"fast": {WithoutReasons: true, Limits: &l}, "careful": {}} {
			if name == "careful" && lessons > 200 {
				continue
			}
			b.Run(fmt.Sprintf("%s/lessons=%d", name, lessons), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					if _, err := Read(b.Context(), []string{path}, o); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// A packed file of rows without end is left before it fills the memory.
func TestFastBudget(t *testing.T) {
	var text strings.Builder
	text.WriteString("rater,lesson,indicator,score\n")
	for i := range 200_000 {
		fmt.Fprintf(&text, "R%d,L%d,3b,%d\n", i%50, i/50, 1+i%4)
	}
	path := filepath.Join(t.TempDir(), "ratings.csv")
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	l := settings.DefaultLimits
	l.Fast = 1
	for memory, want := range map[int64]string{2 << 20: "rows in one pass", 16 << 20: ""} {
		_, err := Read(t.Context(), []string{path}, Options{WithoutReasons: true, Limits: &l, Memory: memory})
		var faults *problem.Faults
		if want == "" && err != nil || want != "" && (!errors.As(err, &faults) || !strings.Contains((*faults)[0].Text, want)) {
			t.Errorf("%d: %v", memory, err)
		}
	}
}

// What was read with care does not keep the cells in memory.
func TestReadingLetsGo(t *testing.T) {
	text := strings.ReplaceAll(longText(3, 12, 60, 20), "why", strings.Repeat("why ", 100))
	inUse := func() int64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	before := inUse()
	r, err := Read(t.Context(), []string{"-"}, Options{Stdin: strings.NewReader(text), Columns: []layout.Choice{{Field: layout.Ignored, Headers: []string{"reason"}}}})
	if err != nil {
		t.Fatal(err)
	}
	if kept := inUse() - before; kept > int64(len(text)/4) {
		t.Errorf("%d bytes of %d are kept", kept, len(text))
	}
	runtime.KeepAlive(r)
	runtime.KeepAlive(text)
}
