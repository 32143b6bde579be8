package sheets

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/problem"
)

// ReportLeftOut lists what was not read: columns with numbers or sentences,
// dropped rows, and what is hidden.
func ReportLeftOut(all []*Sheet, j *problem.Journal) (left []LeftOut) {
	type column struct{ header, why string }
	at := map[column]int{}
	for _, x := range all {
		if x.Plan == nil {
			continue
		}
		for _, b := range x.Plan.Blocks {
			for _, c := range b.Columns {
				if !c.Unread {
					continue
				}
				key := column{c.Header, c.Why}
				if i, ok := at[key]; ok {
					left[i].Count += c.Cells
					continue
				}
				at[key] = len(left)
				left = append(left, LeftOut{"column", c.Header, c.Cells, c.Why})
				j.Add(x.Place(-1, c.Index, c.Header), "column_left_out", c.Header, "", "not read: %s", c.Why)
			}
		}
	}
	return slices.Concat(left, droppedRows(all), hiddenLeftOut(all, j))
}

// droppedRows counts the rows that are left out, by why.
func droppedRows(all []*Sheet) (left []LeftOut) {
	count, order := map[string]int{}, []string(nil)
	for _, x := range all {
		if x.Plan == nil {
			continue
		}
		for _, d := range x.Plan.Dropped {
			if count[d.Why] == 0 {
				order = append(order, d.Why)
			}
			count[d.Why]++
		}
	}
	for _, why := range order {
		left = append(left, LeftOut{What: "row", Count: count[why], Why: why})
	}
	return left
}

// hiddenLeftOut counts the rows and columns that are hidden.
func hiddenLeftOut(all []*Sheet, j *problem.Journal) (left []LeftOut) {
	for _, x := range all {
		for k, what := range []string{"hidden row", "hidden column"} {
			if n := x.Hidden[k]; n > 0 {
				left = append(left, LeftOut{What: what, Count: n, Why: "hidden or filtered away"})
				are := "s are"
				if n == 1 {
					are = " is"
				}
				j.Add(problem.Place{Sheet: x.Index, Name: x.Title()}, "hidden_left_out", what, "", "%d %s%s not read", n, what, are)
			}
		}
	}
	return left
}

// RatersAre says who the raters were taken to be.
func RatersAre(all []*Sheet, count int) Raters {
	var named, plain []string
	seen := map[string]bool{}
	for _, x := range all {
		if x.Plan == nil {
			continue
		}
		for k := range x.Plan.Blocks {
			n, p := ratersOf(x, &x.Plan.Blocks[k])
			if !seen[p] {
				seen[p] = true
				named, plain = append(named, n), append(plain, p)
			}
		}
	}
	people := fmt.Sprintf("%d raters: ", count)
	if len(plain) > 3 {
		return Raters{people + strings.Join(named[:3], "; ") + " and others", people + strings.Join(plain[:3], "; ") + " and others"}
	}
	return Raters{people + strings.Join(named, "; "), people + strings.Join(plain, "; ")}
}

// ratersOf says where the raters of a block stand.
func ratersOf(x *Sheet, b *layout.Block) (named, plain string) {
	var masters []string
	for _, c := range b.All(layout.Master) {
		masters = append(masters, "the agreed scores are the column "+c.Header)
	}
	if len(b.MasterRows) > 0 {
		masters = append(masters, "the agreed scores stand in a row")
	}
	tail := ""
	if len(masters) > 0 {
		tail = "; " + strings.Join(masters, ", ")
	}
	rater, column := b.First(layout.Rater)
	switch {
	case hasCounts(b):
		return "numbered anew" + tail, "numbered anew" + tail
	case x.Stands == layout.Rater && x.Name != "":
		return "a sheet each" + tail, "a sheet each" + tail
	case x.Stands == layout.Rater:
		return "a file each" + tail, "a file each" + tail
	case column:
		return "the column " + rater.Header + tail, "the column " + rater.Header + tail
	}
	var heads []string
	first, last := -1, -1
	seen := map[string]bool{}
	for _, c := range b.All(layout.Score) {
		if c.Facets.Rater == "" {
			continue
		}
		if first < 0 {
			first = c.Index
		}
		last = c.Index
		if !seen[c.Facets.Rater] {
			seen[c.Facets.Rater] = true
			heads = append(heads, c.Facets.Rater)
		}
	}
	if len(heads) == 0 {
		return "one for each answer" + tail, "one for each answer" + tail
	}
	if len(heads) > 8 {
		heads = append(heads[:8], "…")
	}
	return "the columns " + strings.Join(heads, ", ") + tail,
		fmt.Sprintf("columns %d to %d", first+1, last+1) + tail
}
