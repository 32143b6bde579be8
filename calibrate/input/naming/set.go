package naming

import (
	"maps"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/stats/rating"
)

// A Set gives names codes. Spellings that differ only in case or space
// are one name; the first of them in natural order is shown, whatever the
// order of the rows.
type Set struct {
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

// Expect makes room for so many names.
func (n *Set) Expect(names int) {
	if n.known == nil {
		n.known, n.first = make(map[string]known, names), make([]string, 0, names)
	}
}

// Code returns the code of a name. It keeps a copy of the text: a cell is part
// of its row.
func (n *Set) Code(text string) int32 {
	if k := n.known[text]; k.read {
		return k.code
	}
	return n.Keep(strings.Clone(text))
}

// Keep returns the code of a name, and keeps the text itself.
func (n *Set) Keep(text string) int32 {
	n.Expect(0)
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

// Count returns the number of names.
func (n *Set) Count() int { return len(n.first) }

// Spellings returns all spellings of a code.
func (n *Set) Spellings(code int32) []string {
	return append([]string{n.first[code]}, n.more[code]...)
}

// Name returns the name that is shown for a code.
func (n *Set) Name(code int32) string {
	if n.more[code] == nil {
		return n.first[code]
	}
	return slices.MinFunc(n.Spellings(code), rating.CompareNatural)
}

// Names returns all names by code.
func (n *Set) Names() []string {
	out := make([]string, n.Count())
	for code := range out {
		out[code] = n.Name(int32(code))
	}
	return out
}

// Two returns the codes of two names that are known.
func (n *Set) Two(a, b string) (keep, drop int32, both bool) {
	x, okX := n.known[cell.Fold(a)]
	y, okY := n.known[cell.Fold(b)]
	return x.code, y.code, okX && okY && x.code != y.code
}

// Rename calls a name that is known by another that is not, and reports
// whether it did.
func (n *Set) Rename(old, new string) bool {
	k, ok := n.known[cell.Fold(old)]
	_, taken := n.known[cell.Fold(new)]
	if !ok || taken {
		return false
	}
	n.first[k.code] = cell.Clean(new)
	delete(n.more, k.code)
	n.known[cell.Fold(new)] = k
	return true
}

// Of returns the code of a name that is known.
func (n *Set) Of(name string) int32 { return n.known[cell.Fold(name)].code }

// Report lists the names that were written in several ways.
func (n *Set) Report(j *problem.Journal, what string) {
	for _, code := range slices.Sorted(maps.Keys(n.more)) {
		sorted := slices.SortedFunc(slices.Values(n.Spellings(code)), rating.CompareNatural)
		j.Add(problem.Place{}, "name_spellings", sorted[0], "", "%s %s: read as one %s, %q",
			what, problem.QuoteAll(sorted), what, sorted[0])
	}
}
