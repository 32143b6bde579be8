package hypothesis

import (
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/column"
)

// masterColumns returns the columns of agreed scores among the scores, and
// takes them out.
func masterColumns(f *column.Frame, r *Reading) (master []int) {
	var rest []int
	for _, i := range r.Scores {
		c := &f.Columns[i]
		if !c.User && isMaster(f, c) {
			master = append(master, i)
			continue
		}
		rest = append(rest, i)
	}
	for i := range f.Columns {
		if f.Columns[i].Role == layout.Master {
			master = append(master, i)
		}
	}
	if len(rest) >= 2 || len(master) > 0 && f.Columns[master[0]].User {
		r.Scores = rest
		return master
	}
	return nil
}

// isMaster reports whether a column is called an answer key: a word that is a
// name of people too, such as Gold, only beside raters with numbers.
func isMaster(f *column.Frame, c *column.Column) bool {
	if header.RaterName.MatchString(c.Text) {
		return false
	}
	if header.MasterName(c.Text) {
		return true
	}
	if n, ok := c.Naming(layout.Master); !ok || !n.Whole || n.Sure < 0.75 {
		return false
	}
	numbered := 0
	for i := range f.Columns {
		if x := &f.Columns[i]; x.Scoring && header.RaterName.MatchString(x.Text) {
			numbered++
		}
	}
	return numbered >= 2 || len(header.Tokens(c.Text)) > 1
}

// gridMasters takes the columns of agreed scores out of a grid of two raters or
// more: FINAL_C1 beside AE_C1 and MK_C1.
func gridMasters(r *Reading) {
	raters, agreed := map[string]bool{}, map[string]bool{}
	for _, x := range r.Facets {
		if n := header.Namings(x.Rater); header.MasterName(x.Rater) || len(n) > 0 && n[0].Field == layout.Master && n[0].Whole {
			agreed[x.Rater] = true
		} else {
			raters[x.Rater] = true
		}
	}
	if len(agreed) != 1 || len(raters) < 2 {
		return
	}
	var scores []int
	var facets []layout.Facets
	r.Agreed = map[int]layout.Facets{}
	for k, i := range r.Scores {
		if agreed[r.Facets[k].Rater] {
			r.Master = append(r.Master, i)
			r.Agreed[i] = layout.Facets{Indicator: r.Facets[k].Indicator}
			continue
		}
		scores, facets = append(scores, i), append(facets, r.Facets[k])
	}
	r.Scores, r.Facets = scores, facets
}
