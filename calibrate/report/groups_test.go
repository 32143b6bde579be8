package report_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/analysis"
	"github.com/cb401426/calibrate/calibrate/report/format"
	"github.com/cb401426/calibrate/stats/rating"
)

// grouped is a made-up team whose groups have these sizes.
func grouped(t testing.TB, seed uint64, sizes []int) *calibrate.Report {
	t.Helper()
	rng := rand.New(rand.NewPCG(seed, 7))
	b := rating.NewBuilder("school")
	person := 0
	for group, size := range sizes {
		for range size {
			person++
			for i := range 6 {
				b.Add(rating.Record{
					Rater: fmt.Sprint("Person ", person), Lesson: "Lesson", Indicator: fmt.Sprint("3", string(rune('a'+i))),
					Score: float64(1 + rng.IntN(4)), Columns: []string{fmt.Sprintf("School%c", 'A'+group)},
				})
			}
		}
	}
	return must(analysis.Analyse(t.Context(), calibrate.Study{Table: b.Build(nil, nil)}, calibrate.Options{Seed: 1, By: "school"}))(t)
}

var pseudonym = regexp.MustCompile(`\bR[0-9]+\b`)

// Whatever the sizes of groups: no format for people shows a group under
// three, those that are withheld are three people or more, and no row of a
// person stands beside a group.
func TestGroupsUnmaskNobody(t *testing.T) {
	for seed, sizes := range [][]int{{1, 8}, {2, 3, 4}, {1, 1, 7}, {2, 2, 2}, {3, 3, 3}, {1, 3, 3, 3}, {1, 2, 3, 6}, {2, 9}, {4, 5}} {
		r := grouped(t, uint64(seed), sizes)
		shown, people := map[string]bool{}, 0
		for _, g := range r.Groups {
			shown[g.ID] = true
		}
		for group, size := range sizes {
			name := fmt.Sprintf("School%c", 'A'+group)
			if shown[name] && size < 3 {
				t.Errorf("%v: %s has %d people and is shown", sizes, name, size)
			}
			if !shown[name] {
				people += size
			}
		}
		if people > 0 && people < 3 {
			t.Errorf("%v: %d people are left over, and can be worked out", sizes, people)
		}
		for _, id := range []string{"text", "markdown", "html", "xlsx"} {
			for what, content := range map[string]string{
				"room": room(t, id, r, format.Options{}), "full": unpacked(t, id, write(t, id, r, format.Options{})), "agenda": agenda(t, id, r),
			} {
				page := seen(t, id, content)
				for group := range sizes {
					if name := fmt.Sprintf("School%c", 'A'+group); !shown[name] && regexp.MustCompile(name).MatchString(page) {
						t.Errorf("%v: the %s page as %s names %s, which is withheld", sizes, what, id, name)
					}
				}
				if found := pseudonym.FindString(page); found != "" && id != "xlsx" {
					t.Errorf("%v: the %s page as %s has the row %s beside groups", sizes, what, id, found)
				}
			}
		}
	}
}
