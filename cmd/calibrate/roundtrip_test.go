package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
)

// whatWasRead is what a report says of its ratings, whatever they came in and
// whoever gave them.
type whatWasRead struct {
	Input struct {
		Ratings, Raters, Lessons, Indicators, Items, Blank int
		NotObserved                                        int `json:"not_observed"`
	}
	Verdict struct {
		ID                  string
		NotObservedAsLowest *string `json:"not_observed_as_lowest"`
	}
	Alignment struct {
		Exact, Distance struct{ Value *float64 }
	}
}

// randomRatings is a file of a few raters with scores, rows without one, and
// what they could not observe.
func randomRatings(r *rand.Rand) string {
	var b strings.Builder
	b.WriteString("rater,lesson,indicator,score\n")
	lessons, indicators := 1+r.IntN(3), 2+r.IntN(4)
	for rater := range 3 + r.IntN(4) {
		for l := range lessons {
			for i := range indicators {
				score := fmt.Sprint(1 + r.IntN(4))
				switch r.IntN(12) {
				case 0:
					score = "N/A"
				case 1:
					score = ""
				case 2:
					continue
				}
				fmt.Fprintf(&b, "Rater %c,Lesson %d,3%c,%s\n", 'A'+rater, l+1, 'a'+i, score)
			}
		}
	}
	return b.String()
}

// Every table of ratings that the program writes, it reads again as it was: the
// counts of what was scored, blank and not observed, the verdict and the
// figures, to the last bit.
func TestRoundTrips(t *testing.T) {
	dir := t.TempDir()
	path := func(name string) string { return filepath.Join(dir, name) }
	key := path("team.key")
	os.WriteFile(key, []byte(strings.Repeat("0123456789abcdef", 4)), 0o600)
	done := []int{command.ExitDone}
	read := func(file string, flags ...string) whatWasRead {
		var w whatWasRead
		args := append([]string{"score", "--quiet", "--format", "json", "--scale", "1-4"}, append(flags, file)...)
		if err := json.Unmarshal(ran(t, done, args...), &w); err != nil {
			t.Fatal(err)
		}
		return w
	}
	for seed := range uint64(6) {
		original := path("ratings.csv")
		content := randomRatings(rand.New(rand.NewPCG(seed, 22)))
		os.WriteFile(original, []byte(content), 0o600)
		want, err := json.Marshal(read(original))
		if err != nil {
			t.Fatal(err)
		}
		for name, args := range map[string][]string{
			"ratings.csv of score":    {"score", "--quiet", "--scale", "1-4", "--format", "csv", "--table", "ratings", "-o", path("a.csv"), original},
			"ratings.csv.gz of score": {"score", "--quiet", "--scale", "1-4", "--format", "csv", "--table", "ratings", "-o", path("a.csv.gz"), original},
			"anonymize":               {"anonymize", "--quiet", "--scale", "1-4", "--key-file", key, "-o", path("a.csv"), original},
		} {
			ran(t, done, args...)
			to := path("a.csv")
			if strings.HasSuffix(name, "gz of score") {
				to = path("a.csv.gz")
			}
			if got, _ := json.Marshal(read(to)); string(got) != string(want) {
				t.Errorf("%s, seed %d: %s, was %s\n%s", name, seed, got, want, content)
			}
		}
		report := path("report.json")
		ran(t, done, "score", "--quiet", "--scale", "1-4", "-o", report, original)
		saved, err := os.ReadFile(report)
		if err != nil {
			t.Fatal(err)
		}
		if got := ran(t, done, "render", "--format", "json", report); string(got) != string(saved) {
			t.Errorf("seed %d: render shows another report", seed)
		}
	}
}
