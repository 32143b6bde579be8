package hypothesis

import (
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/column"
)

// Columns is a row for each item, and a column for each rater.
var Columns = Layout{
	ID: ColumnsID, Title: "indicators as rows, raters as columns",
	Read: readColumns,
}

func readColumns(f *column.Frame) *Reading {
	r := &Reading{Across: true, Why: "each row is an item, each column of scores a rater"}
	r.Scores = f.Scores(isItemKey)
	r.Master = masterColumns(f, r)
	if len(r.Scores) == 0 || len(r.Scores) < 2 && !f.Options.Names(layout.Score) && f.Options.Layout != ColumnsID {
		return nil
	}
	onlyNumbered(f, r)
	heads := headsOf(f, r.Scores)
	r.Facets = make([]layout.Facets, len(heads))
	for k, h := range heads {
		name := h.Text
		if h.Split && !h.Banner {
			name = h.Header
		}
		r.Facets[k].Rater = layout.ColumnName(name, h.Index)
	}
	if facets := byRaterWord(heads); facets != nil && oneIndicator(facets) {
		r.Facets = facets
	} else {
		cutShared(r.Facets)
	}
	if twice(r.Facets) {
		return nil
	}
	itemsDown(f, r)
	return r
}

// onlyNumbered leaves out, beside raters with numbers, columns whose headers
// are words for something else: a rank, a grade.
func onlyNumbered(f *column.Frame, r *Reading) {
	numbered := 0
	for _, i := range r.Scores {
		if header.RaterName.MatchString(f.Columns[i].Text) {
			numbered++
		}
	}
	if numbered < 2 {
		return
	}
	r.Scores = slices.DeleteFunc(r.Scores, func(i int) bool {
		c := &f.Columns[i]
		other := c.Surest().Whole && c.Surest().Field != layout.Rater
		return !c.User && !header.RaterName.MatchString(c.Text) && (other || !isRaterHead(c))
	})
}

// twice reports whether two columns are of one rater and indicator: then they
// are not raters.
func twice(facets []layout.Facets) bool {
	seen := map[layout.Facets]bool{}
	for _, x := range facets {
		if seen[x] {
			return true
		}
		seen[x] = true
	}
	return false
}

// oneIndicator reports whether all headers share what stands beside the rater.
func oneIndicator(facets []layout.Facets) bool {
	for _, x := range facets {
		if !strings.EqualFold(x.Indicator, facets[0].Indicator) {
			return false
		}
	}
	return true
}

// cutShared cuts off what all names have in common at an end, where that is a
// word for the score: Score_Ruiz, Score_Okafor.
func cutShared(facets []layout.Facets) {
	if len(facets) < 2 {
		return
	}
	for _, mark := range []string{"_", " - ", ": ", " ", "-", "."} {
		first, firstRest, ok := strings.Cut(facets[0].Rater, mark)
		if !ok || firstRest == "" {
			continue
		}
		if g, known := header.Named(first); !known || g != layout.Score {
			continue
		}
		rest := make([]string, len(facets))
		for i, x := range facets {
			before, after, ok := strings.Cut(x.Rater, mark)
			if !ok || before != first || after == "" {
				return
			}
			rest[i] = after
		}
		for i := range facets {
			facets[i].Rater = rest[i]
		}
		return
	}
}
