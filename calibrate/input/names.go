package input

import (
	"maps"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/stats/rating"
)

// A nameSet gives names codes. Spellings that differ only in case or space
// are one name; the first of them in natural order is shown, whatever the
// order of the rows.
type nameSet struct {
	known map[string]known   // by text as read, and by folded text
	first []string           // a spelling of each code
	more  map[int32][]string // the further ones
}

// known is what is known of a text: its code, and whether it was read as it
// is, so that folding and comparing are done once.
type known struct {
	code int32
	read bool
}

// expect makes room for so many names.
func (n *nameSet) expect(names int) {
	if n.known == nil {
		n.known, n.first = make(map[string]known, names), make([]string, 0, names)
	}
}

// code returns the code of a name. It keeps a copy of the text: a cell is part
// of its row.
func (n *nameSet) code(text string) int32 {
	if k := n.known[text]; k.read {
		return k.code
	}
	return n.keep(strings.Clone(text))
}

// keep returns the code of a name, and keeps the text itself.
func (n *nameSet) keep(text string) int32 {
	n.expect(0)
	key, shown := cell.Fold(text), cell.Clean(text)
	k, ok := n.known[key]
	switch {
	case !ok:
		k.code = int32(len(n.first))
		n.first = append(n.first, shown)
		if key != text {
			n.known[key] = k
		}
	case n.first[k.code] != shown && !slices.Contains(n.more[k.code], shown):
		if n.more == nil {
			n.more = map[int32][]string{}
		}
		n.more[k.code] = append(n.more[k.code], shown)
	}
	n.known[text] = known{k.code, true}
	return k.code
}

// count returns the number of names.
func (n *nameSet) count() int { return len(n.first) }

// spellings returns all spellings of a code.
func (n *nameSet) spellings(code int32) []string {
	return append([]string{n.first[code]}, n.more[code]...)
}

// name returns the name that is shown for a code.
func (n *nameSet) name(code int32) string {
	if n.more[code] == nil {
		return n.first[code]
	}
	return slices.MinFunc(n.spellings(code), rating.CompareNatural)
}

// names returns all names by code.
func (n *nameSet) names() []string {
	out := make([]string, n.count())
	for code := range out {
		out[code] = n.name(int32(code))
	}
	return out
}

// report lists the names that were written in several ways.
func (n *nameSet) report(j *problem.Journal, what string) {
	for _, code := range slices.Sorted(maps.Keys(n.more)) {
		sorted := slices.SortedFunc(slices.Values(n.spellings(code)), rating.CompareNatural)
		j.Add(problem.Place{}, "name_spellings", sorted[0], "", "%s %s: read as one %s, %q",
			what, quoteAll(sorted), what, sorted[0])
	}
}

// quoteAll returns words in quotation marks with commas between.
func quoteAll(all []string) string {
	quoted := make([]string, len(all))
	for i, s := range all {
		quoted[i] = `"` + layout.Shorten(s) + `"`
	}
	return strings.Join(quoted, ", ")
}
