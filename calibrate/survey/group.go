package survey

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/calibrate/survey/answers"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/gap"
	"github.com/cb401426/calibrate/stats/inference"
	"github.com/cb401426/calibrate/stats/rating"
)

// UnknownColumnError says that By names a column that the file lacks.
type UnknownColumnError struct {
	Name string
	Has  []string
}

func (e *UnknownColumnError) Error() string {
	if len(e.Has) == 0 {
		return fmt.Sprintf("no column %q to group by: the file has no further columns", e.Name)
	}
	return fmt.Sprintf("no column %q to group by: the file has %s", e.Name, wording.List(e.Has))
}

// groupsOf compares every group that is not withheld with all others.
func groupsOf(a *answers.Answers, measured []gap.Dimension, o Options) ([]Group, error) {
	of, err := valuesOf(a, o.By)
	if err != nil {
		return nil, err
	}
	groups := []Group{}
	var p []*stats.Number
	for _, id := range shownGroups(of) {
		g := Group{ID: id}
		for _, v := range of {
			if v == id {
				g.People++
			}
		}
		for i := range measured {
			d := &measured[i]
			g.Dimensions = append(g.Dimensions, GroupDetails{
				ID:     a.Dimensions[i].ID,
				Is:     difference(of, id, d.Is, d.Step(), o.Confidence),
				Should: difference(of, id, d.Should, d.Step(), o.Confidence),
				Gap:    difference(of, id, wanted(d), d.Step(), o.Confidence),
			})
		}
		groups = append(groups, g)
	}
	tested := groups
	if len(groups) == 2 && groups[0].People+groups[1].People == len(of) {
		tested = groups[:1] // the second is the first turned round
	}
	for g := range tested {
		for i := range tested[g].Dimensions {
			d := &tested[g].Dimensions[i]
			p = append(p, &d.Is.PValue, &d.Should.PValue, &d.Gap.PValue)
		}
	}
	holm(p)
	if len(tested) < len(groups) {
		for i := range groups[1].Dimensions {
			from, to := &groups[0].Dimensions[i], &groups[1].Dimensions[i]
			to.Is.PValue, to.Should.PValue, to.Gap.PValue = from.Is.PValue, from.Should.PValue, from.Gap.PValue
		}
	}
	return groups, nil
}

// valuesOf returns the group of everyone: of the column of that name, or of the
// one whose question holds it, as "What is your role?" holds role.
func valuesOf(a *answers.Answers, by string) ([]string, error) {
	var has []string
	var asks [][]string
	for _, c := range a.Columns {
		if strings.EqualFold(c.Name, by) {
			return c.Values, nil
		}
		if slices.Contains(strings.FieldsFunc(strings.ToLower(c.Name), isNotLetter), strings.ToLower(by)) {
			asks = append(asks, c.Values)
		}
		has = append(has, c.Name)
	}
	if len(asks) == 1 {
		return asks[0], nil
	}
	return nil, &UnknownColumnError{Name: by, Has: has}
}

func isNotLetter(r rune) bool { return !unicode.IsLetter(r) }

// shownGroups lists the groups that are not withheld.
func shownGroups(of []string) []string {
	count := map[string]int{}
	for _, id := range of {
		count[id]++
	}
	hidden := count[""]
	delete(count, "")
	ids := slices.SortedFunc(maps.Keys(count), rating.CompareNatural)
	size := make([]int, len(ids))
	for i, id := range ids {
		size[i] = count[id]
	}
	var shown []string
	for i, withheld := range privacy.Withhold(size, hidden) {
		if !withheld {
			shown = append(shown, ids[i])
		}
	}
	if len(shown) == 1 && count[shown[0]] == len(of) {
		return nil // one group is everyone: there is nobody to compare with
	}
	return shown
}

// wanted is should − is of everyone who gave both.
func wanted(d *gap.Dimension) []stats.Number {
	list := make([]stats.Number, len(d.Is))
	for p := range list {
		list[p] = stats.None(stats.NoPairs)
		is, both := d.Is[p].Value()
		should, ok := d.Should[p].Value()
		if both && ok {
			list[p] = stats.Of(should - is)
		}
	}
	return list
}

// difference compares a group's answers with those of all others.
func difference(of []string, id string, list []stats.Number, step, confidence float64) Difference {
	var group, others []float64
	for p, a := range list {
		v, ok := a.Value()
		switch {
		case !ok:
		case of[p] == id:
			group = append(group, v)
		default:
			others = append(others, v)
		}
	}
	d := gap.Compare(group, others, step, confidence)
	return Difference{d.Value, d.Lower, d.Upper, d.P}
}

// holm adjusts the p-values that there are by Holm's steps.
func holm(p []*stats.Number) {
	p = slices.DeleteFunc(p, func(n *stats.Number) bool { return !n.OK() })
	values := make([]float64, len(p))
	for i, n := range p {
		values[i] = n.Or(1)
	}
	for i, v := range inference.Holm(values) {
		*p[i] = stats.Of(v)
	}
}
