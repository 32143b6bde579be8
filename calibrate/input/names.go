package input

import (
	"slices"
	"strings"

	"github.com/cb401426/calibrate/stats/rating"
)

// A nameSet gives names codes. Spellings that differ only in case or space
// are one name; the first of them in natural order is shown, whatever the
// order of the rows.
type nameSet struct {
	exact     map[string]int32 // by text as read, so that folding is done once
	folded    map[string]int32
	spellings [][]string // by code
}

// code returns the code of a name.
func (n *nameSet) code(text string) int32 {
	if code, ok := n.exact[text]; ok {
		return code
	}
	if n.exact == nil {
		n.exact, n.folded = map[string]int32{}, map[string]int32{}
	}
	key := fold(text)
	code, ok := n.folded[key]
	if !ok {
		code = int32(len(n.spellings))
		n.folded[key] = code
		n.spellings = append(n.spellings, nil)
	}
	if shown := clean(text); !slices.Contains(n.spellings[code], shown) {
		n.spellings[code] = append(n.spellings[code], shown)
	}
	n.exact[strings.Clone(text)] = code
	return code
}

// name returns the name that is shown for a code.
func (n *nameSet) name(code int32) string {
	return slices.MinFunc(n.spellings[code], rating.CompareNatural)
}

// names returns all names by code.
func (n *nameSet) names() []string {
	out := make([]string, len(n.spellings))
	for code := range out {
		out[code] = n.name(int32(code))
	}
	return out
}

// report lists the names that were written in several ways.
func (n *nameSet) report(j *journal, what string) {
	for _, spellings := range n.spellings {
		if len(spellings) < 2 {
			continue
		}
		sorted := slices.SortedFunc(slices.Values(spellings), rating.CompareNatural)
		j.add(place{}, "name_spellings", sorted[0], "", "%s %s: read as one %s, %q",
			what, quoteAll(sorted), what, sorted[0])
	}
}

// quoteAll returns words in quotation marks with commas between.
func quoteAll(all []string) string {
	quoted := make([]string, len(all))
	for i, s := range all {
		quoted[i] = `"` + shorten(s) + `"`
	}
	return strings.Join(quoted, ", ")
}
