package statistics

import (
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/weight"
)

// A Choice is a coefficient under a scheme of weights; nil where it takes
// none.
type Choice struct {
	Coefficient *stats.Coefficient
	Weights     *weight.Scheme

	ofTwo bool // chosen for two raters only
}

// all stands for every coefficient, or every scheme of weights.
const all = "all"

// usual lists what is computed where no coefficient is named.
var usual = []struct {
	id      string
	weights []string
	ofTwo   bool
}{
	{id: "percent_agreement", weights: []string{"identity"}},
	{id: "brennan_prediger", weights: []string{"identity", "quadratic"}},
	{id: "gwet_ac", weights: []string{"identity", "quadratic"}},
	{id: "fleiss_kappa", weights: []string{"identity", "quadratic"}},
	{id: "conger_kappa", weights: []string{"identity", "quadratic"}},
	{id: "krippendorff_alpha", weights: []string{"identity", "quadratic", "krippendorff_ordinal"}},
	{id: "cohen_kappa", weights: []string{"identity", "quadratic"}, ofTwo: true},
}

// Select returns the coefficients with the given ids under the schemes of
// weights with the given ids. Either may be the one word all; without
// coefficients they are the usual ones, and without weights identity. custom
// is the scheme that the id custom stands for, or nil.
func Select(coefficients, weights []string, custom *weight.Scheme) ([]Choice, error) {
	schemes, err := selectWeights(weights, custom)
	if err != nil {
		return nil, err
	}
	if len(coefficients) == 0 {
		return selectUsual(schemes)
	}
	entries := catalog.Coefficients
	if !isAll(coefficients) {
		if entries, err = lookupAll(coefficients, catalog.Lookup); err != nil {
			return nil, err
		}
	}
	if len(schemes) == 0 {
		schemes = weight.Schemes[:1]
	}
	var choices []Choice
	for _, e := range entries {
		choices = append(choices, cross(e, schemes, isAll(weights))...)
	}
	return choices, nil
}

// cross returns a coefficient under each scheme. Of all schemes it is under
// those that it takes; of some that were named under each, to say that one
// does not apply.
func cross(c *stats.Coefficient, schemes []*weight.Scheme, every bool) []Choice {
	if !c.Has(stats.Weighted) {
		return []Choice{{Coefficient: c}}
	}
	var choices []Choice
	for _, w := range schemes {
		if !every || c.Takes(w) {
			choices = append(choices, Choice{Coefficient: c, Weights: w})
		}
	}
	return choices
}

// selectUsual returns the usual coefficients under their own weights, or under
// the given ones.
func selectUsual(given []*weight.Scheme) ([]Choice, error) {
	var choices []Choice
	for _, u := range usual {
		e, err := catalog.Lookup(u.id)
		if err != nil {
			return nil, err
		}
		schemes := given
		if len(given) == 0 {
			if schemes, err = lookupAll(u.weights, weight.Lookup); err != nil {
				return nil, err
			}
		}
		for _, c := range cross(e, schemes, true) {
			c.ofTwo = u.ofTwo
			choices = append(choices, c)
		}
	}
	return choices, nil
}

// selectWeights returns the schemes with the given ids; custom is always among
// them where there is one.
func selectWeights(ids []string, custom *weight.Scheme) ([]*weight.Scheme, error) {
	find := func(id string) (*weight.Scheme, error) {
		if id != "custom" {
			return weight.Lookup(id)
		}
		if custom == nil {
			return nil, fmt.Errorf("custom weights need their matrix")
		}
		return custom, nil
	}
	if isAll(ids) {
		ids = nil
		for _, w := range weight.Schemes {
			ids = append(ids, w.ID)
		}
	}
	schemes, err := lookupAll(ids, find)
	if err != nil {
		return nil, err
	}
	for _, s := range schemes {
		if s == custom {
			return schemes, nil
		}
	}
	if custom != nil {
		schemes = append(schemes, custom)
	}
	return schemes, nil
}

// lookupAll finds each id, once.
func lookupAll[T comparable](ids []string, find func(string) (T, error)) ([]T, error) {
	var list []T
	seen := map[T]bool{}
	for _, id := range ids {
		found, err := find(strings.TrimSpace(id))
		if err != nil {
			return nil, err
		}
		if !seen[found] {
			list = append(list, found)
		}
		seen[found] = true
	}
	return list, nil
}

func isAll(ids []string) bool { return len(ids) == 1 && strings.EqualFold(ids[0], all) }
