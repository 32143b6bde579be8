package template

import (
	"errors"
	"fmt"
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/spelling"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats/rating"
)

// IsSurvey reports whether the template asks where a team is and where it should
// be: its rubric names what the ends of every dimension mean.
func (t *Template) IsSurvey() bool {
	all, err := t.indicators()
	return err == nil && len(all) > 0 && !slices.ContainsFunc(all, func(in rubric.Indicator) bool { return in.Ends[0] == "" })
}

// survey returns one row a person: where we are and where we should be on each
// dimension, and why.
func (t *Template) survey(all []rubric.Indicator) ([][]blank, error) {
	titles := make([]string, len(all))
	for i, in := range all {
		titles[i] = in.Name
	}
	if err := errors.Join(distinct("rater", t.Raters), distinct("dimension", titles)); err != nil {
		return nil, err
	}
	header, cells := texts("Name", "Role"), []blank(nil)
	for _, in := range all {
		scale := t.Rubric.ScaleOf(in).Rating(rating.Declared)
		levels := make([]string, len(scale.Levels))
		for i, level := range scale.Levels {
			levels[i] = spelling.Level(level)
		}
		title := fmt.Sprintf("%s (%s %s, %s %s)", in.Name, levels[0], in.Ends[0], levels[len(levels)-1], in.Ends[1])
		header = append(header, texts(title+" - where we are", title+" - where we should be", "Why: "+in.Name)...)
		cells = append(cells, blank{open: true, levels: levels}, blank{open: true, levels: levels}, blank{open: true})
	}
	rows := [][]blank{header}
	for _, person := range t.Raters {
		rows = append(rows, append(append(texts(person), blank{open: true}), cells...))
	}
	return rows, nil
}
