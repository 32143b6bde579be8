package hypothesis

import (
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/column"
)

// itemsDown finds what names the items down the rows.
func itemsDown(f *column.Frame, r *Reading) {
	taken := takenBy(r.Scores, r.Master)
	for i := range f.Columns {
		if f.Surely(i, layout.Rater) && !taken[i] && f.Columns[i].Filled > 0 {
			r.column = true // a column says who rated: then the headers do not
		}
	}
	takeRounds(f, r, taken)
	takeIndicator(f, r, taken)
	domainsAside(f, r, taken)
	named, _ := lessonColumns(f, r.Keys, r.Scores, taken)
	if len(r.Keys.Indicator) == 0 && len(named) == 0 {
		rowLabels(f, r, taken)
	}
	if len(r.Keys.item()) == 0 || len(named) > 0 || r.indicator > 0 || r.Shape.Clash() > 0 {
		for _, i := range r.Keys.Indicator {
			taken[i] = true
		}
		r.Keys, r.Shape = chooseLesson(f, r.Keys, r.Scores, taken)
	}
	if r.Shape.Clash() > 0.02 && !namesItem(f, r) { // what was tried names no item
		r.Keys = keys{}
	}
	if len(r.Keys.item()) == 0 && f.Facets.Indicator == "" {
		r.Block.Numbered = true
		r.Shape = shape{Rows: len(f.Sampled), Paired: len(f.Sampled), items: len(f.Rows)}
	}
}

// namesItem reports whether the header of a key, or the user, says that it names
// what was rated.
func namesItem(f *column.Frame, r *Reading) bool {
	for _, i := range r.Keys.item() {
		c := &f.Columns[i]
		_, lesson := c.Naming(layout.Lesson)
		_, indicator := c.Naming(layout.Indicator)
		_, round := c.Naming(layout.Round)
		if c.User || lesson || indicator || round || c.Role != "" || c.Text == "" {
			return true
		}
	}
	return false
}

// rowLabels takes the first columns of text for the labels of the rows: the
// indicator, behind the lesson where it takes two to tell the rows apart.
func rowLabels(f *column.Frame, r *Reading, taken map[int]bool) {
	var labels []int
	for i := range f.Columns {
		c := &f.Columns[i]
		if len(r.Scores) > 0 && i > r.Scores[0] && len(labels) > 0 {
			break
		}
		if c.Role != "" && c.Role != layout.Respond || taken[i] || c.Filled == 0 || c.Counts || c.Long*2 > c.Filled {
			continue
		}
		labels = append(labels, i)
	}
	switch {
	case len(labels) == 0:
		return
	case len(labels) > 1 && f.Columns[labels[0]].Role == "" && !tellsApart(f, keys{Indicator: labels[:1]}, r.Scores) && !tellsApart(f, keys{Indicator: labels[1:2]}, r.Scores):
		r.Keys.Lesson, r.Keys.Indicator = labels[:1], labels[1:2]
	default:
		best := labels[0]
		for _, i := range labels[1:] { // a running number is no name where there is one
			if f.Columns[best].Role == layout.Respond && tellsApart(f, keys{Indicator: []int{i}}, r.Scores) {
				best = i
			}
		}
		r.Keys.Indicator = []int{best}
		if lessonsDown(&f.Columns[best]) || len(r.Facets) > 0 && r.Facets[0].Indicator != "" {
			r.Keys.Indicator, r.Keys.Lesson = nil, []int{best}
		}
	}
	r.Shape = Structure(f, r.Keys, r.Scores)
}

// tellsApart reports whether keys tell all rows apart.
func tellsApart(f *column.Frame, k keys, scores []int) bool { return Structure(f, k, scores).Same == 0 }

// lessonsDown reports whether the labels of rows are lessons by their form.
func lessonsDown(c *column.Column) bool {
	n, all := 0, 0
	for text := range c.Distinct {
		all++
		if header.LooksLesson(text) {
			n++
		}
	}
	return all > 0 && 2*n > all
}

// isItemKey reports whether a column names what its row is of, and is no
// score, in a sheet whose columns are raters.
func isItemKey(c *column.Column) bool {
	if len(c.Named) == 0 || header.RaterName.MatchString(c.Text) || c.Banner && c.Numbers > 0 && c.HoldsScores() {
		return false
	}
	n := c.Named[0]
	switch n.Field {
	case layout.Score, layout.Reason, layout.Master:
		return false
	case layout.Rater:
		return n.Kind != header.Plain || n.Sure > 0.93 || !c.HoldsScores() || c.Numbers == 0 && !c.Coded()
	}
	return n.Whole && n.Sure >= 0.55
}
