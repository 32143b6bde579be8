package report_test

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"regexp"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/analysis"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/calibrate/report"
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

// What a workbook holds of a group is what its table shows: a mean to a tenth,
// shares in whole percents. From exact figures more could be worked out.
func TestGroupFiguresAreRounded(t *testing.T) {
	for seed, sizes := range [][]int{{3, 4, 5}, {4, 9}, {3, 3, 3}} {
		r := grouped(t, uint64(seed), sizes)
		for _, reading := range []report.Shape[*calibrate.Report]{report.Room, report.Full} {
			var b bytes.Buffer
			if err := reading.Write(&b, "xlsx", r, format.Options{}); err != nil {
				t.Fatal(err)
			}
			f := must(excelize.OpenReader(&b))(t)
			rows := must(f.GetRows("groups", excelize.Options{RawCellValue: true}))(t)
			f.Close()
			for i, title := range rows[0] {
				for _, row := range rows[1:] {
					if len(row) > i && title != "school" && len(row[i]) > len("0.25") {
						t.Errorf("%v: %s of %s is %s", sizes, title, row[0], row[i])
					}
				}
			}
		}
	}
}

// Brute force: from the totals of the page and the figures of the groups that
// it shows, whoever knows the size of every group tries each sum of ratings
// that a withheld group could have. For one under three people every mean over
// at least two levels of four stays possible.
func TestWithheldGroupIsNotFound(t *testing.T) {
	for seed, sizes := range [][]int{{1, 3, 5}, {2, 4, 6}, {1, 2, 3, 6}, {1, 1, 4, 6}, {2, 3, 3, 4}} {
		r := grouped(t, uint64(seed), sizes)
		const items = 6
		low, high := 0.0, 0.0 // of the sum of those that are withheld
		for _, p := range r.Indicators {
			sum := p.Mean.Or(0) * float64(p.Ratings)
			low, high = low+sum, high+sum
		}
		shown := map[string]bool{}
		for _, g := range r.Groups {
			shown[g.ID] = true
			mean := math.Round(g.Mean.Or(0)*10) / 10
			low -= (mean + 0.05) * float64(g.Ratings)
			high -= (mean - 0.05) * float64(g.Ratings)
		}
		withheld := 0
		for group, size := range sizes {
			if !shown[fmt.Sprintf("School%c", 'A'+group)] {
				withheld += size
			}
		}
		for group, size := range sizes {
			if shown[fmt.Sprintf("School%c", 'A'+group)] || size >= privacy.SmallestGroup {
				continue
			}
			least, most := math.Inf(1), math.Inf(-1)
			for sum := size * items; sum <= 4*size*items; sum++ {
				rest := float64((withheld - size) * items)
				if low-float64(sum) <= 4*rest && high-float64(sum) >= rest {
					mean := float64(sum) / float64(size*items)
					least, most = min(least, mean), max(most, mean)
				}
			}
			if most-least < 1.5 {
				t.Errorf("%v: the mean of School%c of %d must be %.2f to %.2f", sizes, 'A'+group, size, least, most)
			}
		}
	}
}
