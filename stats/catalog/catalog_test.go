package catalog_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/weight"
)

// An id stands once, as an id or a synonym.
func TestIDsAreUnique(t *testing.T) {
	seen := map[string]string{}
	for _, c := range catalog.Coefficients {
		for _, id := range append([]string{c.ID}, c.Synonyms...) {
			if other := seen[id]; other != "" {
				t.Errorf("%q names %s and %s", id, other, c.ID)
			}
			seen[id] = c.ID
		}
	}
}

func TestEntries(t *testing.T) {
	used := map[stats.Group]bool{}
	for _, e := range catalog.Coefficients {
		used[e.Group] = true
		d := e.Doc
		if e.Name == "" || d.What == "" || len(d.Formula) == 0 || d.Assumes == "" || d.Misleads == "" ||
			d.Missing == "" || d.Kin == "" || len(d.References) == 0 {
			t.Errorf("%s: the page has gaps: %+v", e.ID, d)
		}
		if !slices.ContainsFunc(catalog.Groups, func(g catalog.Group) bool { return g.ID == e.Group }) {
			t.Errorf("%s: no group %q", e.ID, e.Group)
		}
		for _, id := range append([]string{e.ID, strings.ToUpper(strings.ReplaceAll(e.ID, "_", "-"))}, e.Synonyms...) {
			if found, err := catalog.Lookup(id); err != nil || found != e {
				t.Errorf("Lookup(%q) is not %s: %v", id, e.ID, err)
			}
		}
	}
	for _, g := range catalog.Groups {
		if !used[g.ID] {
			t.Errorf("no coefficient is in group %s", g.ID)
		}
	}
}

func TestFigures(t *testing.T) {
	for _, f := range catalog.Figures {
		d := f.Doc
		if f.Flag == "" || f.Line == "" || f.Name == "" || d.What == "" || len(d.Formula) == 0 || d.Assumes == "" || d.Misleads == "" ||
			d.Missing == "" || d.Kin == "" || len(d.References) == 0 {
			t.Errorf("%s: the page has gaps: %+v", f.ID, d)
		}
		for _, id := range append([]string{f.ID}, f.Synonyms...) {
			if found, ok := catalog.LookupFigure(id); !ok || found.ID != f.ID {
				t.Errorf("LookupFigure(%q) is not %s", id, f.ID)
			}
			if c, err := catalog.Lookup(id); err == nil {
				t.Errorf("%q is the figure %s and the coefficient %s", id, f.ID, c.ID)
			}
		}
	}
}

func TestLookupNamesWhatIsNear(t *testing.T) {
	if _, err := catalog.Lookup("finn"); err == nil || !strings.Contains(err.Error(), "finn_oneway or finn_twoway") {
		t.Errorf("finn: %v", err)
	}
	if _, err := catalog.Lookup("nonsense"); err == nil {
		t.Error("nonsense is found")
	}
}

// Every entry answers under every scheme, with its own id, and says the name
// of the weights where it takes them.
func TestEveryEntryEstimates(t *testing.T) {
	d := stats.Prepare(rating.NewMatrix([][]float64{{1, 1, 2}, {2, 2, 3}, {3, 3, 3}, {1, 2, 1}, {4, 4, 3}}))
	for _, e := range catalog.Coefficients {
		for _, w := range weight.Schemes {
			r, err := e.Estimate(t.Context(), d, stats.Options{Weights: w})
			if err != nil {
				t.Fatal(err)
			}
			if r.ID != e.ID || (r.Weights != "") != e.Has(stats.Weighted) {
				t.Errorf("%s/%s: the result is of %q, weights %q", e.ID, w.ID, r.ID, r.Weights)
			}
			if !r.Value.OK() && r.Value.Reason() == "" {
				t.Errorf("%s/%s: absent without a reason", e.ID, w.ID)
			}
			if why := r.Value.Reason(); e.Has(stats.Weighted) && !e.Takes(w) && r.Value.OK() || e.Takes(w) && why == stats.NotApplicable {
				t.Errorf("%s/%s: takes it %v, but %v (%s)", e.ID, w.ID, e.Takes(w), r.Value, why)
			}
		}
	}
}

// A coefficient that does not ask who gave which rating stays when the raters
// of an item change places; every other can change.
func TestWhose(t *testing.T) {
	x := [][]float64{{1, 1, 2}, {2, 4, 3}, {3, 3, 3}, {1, 2, 1}, {4, 4, 3}, {2, 1, 1}}
	y := [][]float64{{2, 1, 1}, {3, 4, 2}, {3, 3, 3}, {1, 1, 2}, {4, 3, 4}, {1, 1, 2}}
	two := func(x [][]float64) [][]float64 {
		var list [][]float64
		for _, row := range x {
			list = append(list, row[:2])
		}
		return list
	}
	swapped := two(x)
	swapped[3] = []float64{2, 1}
	for _, e := range catalog.Coefficients {
		moved := false
		for _, pair := range [][2][][]float64{{x, y}, {two(x), swapped}} {
			var value [2]float64
			for i, scores := range pair {
				r, err := e.Estimate(t.Context(), stats.Prepare(rating.NewMatrix(scores, 1, 2, 3, 4)), stats.Options{})
				if err != nil {
					t.Fatal(err)
				}
				value[i] = r.Value.Or(0)
			}
			moved = moved || math.Abs(value[0]-value[1]) > 1e-9
		}
		if moved != e.Has(stats.Whose) {
			t.Errorf("%s: asks whose %v, moved %v", e.ID, e.Has(stats.Whose), moved)
		}
	}
}
