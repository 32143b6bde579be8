package input

import (
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/layout"
)

// ColumnSettings returns what --columns would say to read the input in the same
// way: the keys, the answer key and what is not read. The scores are named
// where they are one column; else those that are new tomorrow are read too.
func (r *Reading) ColumnSettings() (all []string) {
	lessons := map[layout.Field][]string{}
	var order []layout.Field
	scores := 0
	for _, m := range r.Meanings {
		if layout.Field(m.Field) == layout.Score {
			scores++
		}
	}
	for _, m := range r.Meanings {
		field, header := layout.Field(m.Field), layout.Quoted(m.Header)
		switch field {
		case layout.Lesson, layout.Indicator, layout.Rater, layout.Round:
			if !slices.Contains(order, field) {
				order = append(order, field)
			}
			if !slices.Contains(lessons[field], header) {
				lessons[field] = append(lessons[field], header)
			}
		case layout.Segment, layout.Stage, layout.Master:
			all = append(all, m.Field+"="+header)
		case layout.Score:
			if scores == 1 {
				all = append(all, "score="+header)
			}
		case layout.Computed, layout.LeftOut:
			all = append(all, "ignore="+header)
		}
	}
	for _, field := range order {
		all = append(all, string(field)+"="+strings.Join(lessons[field], "+"))
	}
	return slices.Compact(all)
}
