package input_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/calibrate/input"
)

// A large file whose columns are rewritten is read alike with care and in
// blocks.
func TestLargeReshaped(t *testing.T) {
	shapes := map[string]struct {
		head string
		row  func(rater, lesson, indicator, score int) string
	}{
		"names": {"Observer First,Observer Last,Video,Element,Score", func(r, l, i, s int) string {
			return fmt.Sprintf("Ana%c,Ort%c,Video number %d of the year,Element %d,%d", 'a'+r%3, 'a'+r/3, l, i, s)
		}},
		"ratings": {"rater,lesson,indicator,round,segment,score,state", func(r, l, i, s int) string {
			if (r+l+i)%11 == 0 {
				return fmt.Sprintf("R%d,Lesson number %d of the year,Element %d,,,,not_observed", r+1, l, i)
			}
			return fmt.Sprintf("R%d,Lesson number %d of the year,Element %d,,,%d,score", r+1, l, i, s)
		}},
	}
	for name, shape := range shapes {
		t.Run(name, func(t *testing.T) {
			var b strings.Builder
			b.WriteString(shape.head + "\n")
			for l := range 200 {
				for r := range 8 {
					for i := range 5 {
						b.WriteString(shape.row(r, l+1, i+1, 1+(r*l+i*i+l/3)%4) + "\n")
					}
				}
			}
			path := filepath.Join(t.TempDir(), "large.csv")
			if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
				t.Fatal(err)
			}
			careful, err := input.Read(context.Background(), []string{path}, input.Options{})
			if err != nil {
				t.Fatal(err)
			}
			fast, err := input.Read(context.Background(), []string{path}, input.Options{InBlocks: true})
			if err != nil {
				t.Fatal(err)
			}
			if n := len(careful.Table.Raters()); n != 8 {
				t.Errorf("%d raters", n)
			}
			if name == "ratings" && careful.NotObserved == 0 {
				t.Error("nothing is not observed")
			}
			if diff := cmp.Diff(input.Dump(careful.Table), input.Dump(fast.Table)); diff != "" {
				t.Error(diff[:min(len(diff), 1000)])
			}
		})
	}
}
