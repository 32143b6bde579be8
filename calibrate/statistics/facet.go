package statistics

import (
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/stats/rating"
)

// A facet cuts ratings into named parts: by items, or by raters.
type facet struct {
	name     string
	parts    []string
	ofItem   func(item int) int // part of an item, -1 for none; nil: by raters
	ofRater  []int              // part of a rater
	withheld []bool             // parts that would show a person
	several  bool               // some rater has more than one value
}

// builtIn are the facets that every table has.
var builtIn = []string{"indicator", "lesson", "round"}

// facetOf returns the facet with a name: indicator, lesson, round or a further
// column. A column that never differs within a rater groups raters, one that
// never differs within an item groups items, any other raters.
func facetOf(t *rating.Table, name string) (*facet, error) {
	f, c, err := facetOrColumn(t, name)
	if f != nil || err != nil {
		return f, err
	}
	byRater, byItem := constantWithin(t, c)
	if byItem != nil && (byRater == nil || len(c.Levels) == 1) {
		return &facet{name: name, parts: c.Levels, ofItem: func(i int) int { return byItem[i] }}, nil
	}
	g := privacy.GroupRaters(t, c)
	return &facet{name: name, parts: g.Names, ofRater: g.Of, withheld: g.Withheld, several: len(g.Several) > 0}, nil
}

// facetOrColumn returns the facet that every table has under a name, or the
// further column.
func facetOrColumn(t *rating.Table, name string) (*facet, *rating.Column, error) {
	items := t.Items()
	switch name {
	case "indicator":
		return &facet{name: name, parts: t.Indicators(), ofItem: func(i int) int { return int(items[i].Indicator) }}, nil, nil
	case "lesson":
		return &facet{name: name, parts: t.Lessons(), ofItem: func(i int) int { return int(items[i].Lesson) }}, nil, nil
	case "round":
		return &facet{name: name, parts: t.Rounds(), ofItem: func(i int) int { return int(items[i].Round) }}, nil, nil
	}
	if c, ok := t.Column(name); ok {
		return nil, c, nil
	}
	return nil, nil, UnknownColumn(t, name, builtIn...)
}

// constantWithin returns the column's value of each rater and of each item;
// nil where some have several.
func constantWithin(t *rating.Table, c *rating.Column) (byRater, byItem []int) {
	byRater, byItem = make([]int, len(t.Raters())), make([]int, len(t.Items()))
	for i := range byRater {
		byRater[i] = -1
	}
	for i := range byItem {
		byItem[i] = -1
	}
	settle := func(of []int, at, code int) []int {
		if of == nil || of[at] >= 0 && of[at] != code {
			return nil
		}
		of[at] = code
		return of
	}
	for k, r := range t.All() {
		if code := int(c.Code(k)); code >= 0 {
			byRater, byItem = settle(byRater, int(r.Rater), code), settle(byItem, int(r.Item), code)
		}
	}
	return byRater, byItem
}

// shows reports whether a part may be shown.
func (f *facet) shows(part int) bool { return f.withheld == nil || !f.withheld[part] }

// hides reports whether some part may not be shown.
func (f *facet) hides() bool { return slices.Contains(f.withheld, true) }

// Divide cuts a table by what every table has, or by the values of a column.
func Divide(t *rating.Table, by string) (*rating.Division, []string, error) {
	f, c, err := facetOrColumn(t, by)
	switch {
	case err != nil:
		return nil, nil, err
	case f != nil:
		return t.Divide(len(f.parts), "", func(item, _ int32) int { return f.ofItem(int(item)) }), f.parts, nil
	}
	return t.Divide(len(c.Levels), c.Name, func(_, code int32) int { return int(code) }), c.Levels, nil
}

// UnknownColumn says that a table has no column of a name, but some and those
// that every table has.
func UnknownColumn(t *rating.Table, name string, builtIn ...string) error {
	e := &calibrate.UnknownColumnError{Name: name, Has: slices.Clone(builtIn)}
	for _, c := range t.Columns() {
		e.Has = append(e.Has, c.Name)
	}
	return e
}
