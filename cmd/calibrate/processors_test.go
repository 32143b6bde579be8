package main

import (
	"bytes"
	"fmt"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// ratingsFile writes a file that is large enough to be read in blocks, its
// rows in random order.
func ratingsFile(t *testing.T) string {
	rng := rand.New(rand.NewPCG(5, 5))
	rows := make([]string, 60_000)
	for i := range rows {
		rows[i] = fmt.Sprintf("Rater %d,School %d,Lesson %d,3%c,%d,of some length %d\n",
			i%4+i/80%50, i/8000, i/80, 'a'+i/4%20, 1+(i/4+rng.IntN(3))%4, i)
	}
	rng.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
	path := filepath.Join(t.TempDir(), "ratings.csv")
	if err := os.WriteFile(path, []byte("rater,school,lesson,indicator,score,reason\n"+strings.Join(rows, "")), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// The same bytes come out on any number of processors.
func TestAnyProcessors(t *testing.T) {
	path := ratingsFile(t)
	for _, args := range [][]string{
		{"stats", "--format", "json", "--bootstrap", "200", "--coefficient", "krippendorff_alpha,gwet_ac,conger_kappa", path},
		{"archive", "--format", "json", "--by", "school", path},
	} {
		var want string
		for _, processors := range []int{1, 2, 3, 8} {
			before := runtime.GOMAXPROCS(processors)
			var out, messages bytes.Buffer
			code := run(t.Context(), args, strings.NewReader(""), &out, &messages)
			runtime.GOMAXPROCS(before)
			if code != command.ExitDone {
				t.Fatalf("%s: exit %d: %s", args[0], code, messages.String())
			}
			if want == "" {
				want = out.String()
			}
			if out.String() != want {
				t.Errorf("%s: other bytes on %d processors", args[0], processors)
			}
		}
	}
}
