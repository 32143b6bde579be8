package naming

import (
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/stats/rating"

	"github.com/cb401426/calibrate/calibrate/input/layout/header"
)

// maxLike bounds the raters whose names are compared with each other.
const maxLike = 2000

// ReportLike offers names that may be one person: the same words in
// another order ("Ortiz, Ana"), without accents, as an e-mail address, or
// with an initial. They are never merged.
func (n *Set) ReportLike(j *problem.Journal) {
	names := slices.SortedFunc(slices.Values(n.Names()), rating.CompareNatural)
	if len(names) > maxLike {
		return
	}
	parts := make([][]string, len(names))
	for i, name := range names {
		parts[i] = nameParts(name)
	}
	for i := range names {
		for k := i + 1; k < len(names); k++ {
			if alike(parts[i], parts[k]) {
				j.Add(problem.Place{}, "like_names", names[k], "", "%q and %q may be one person: read as two", names[i], names[k])
			}
		}
	}
}

// Like reports whether two names may be one person's.
func Like(a, b string) bool { return alike(nameParts(a), nameParts(b)) }

// nameParts returns the words of a person's name as an eye sees them, sorted;
// of an e-mail address those before the @.
func nameParts(name string) []string {
	if header.IsEmail(name) {
		name, _, _ = strings.Cut(name, "@")
	}
	parts := cell.Words(cell.Skeleton(name))
	slices.Sort(parts)
	return parts
}

// alike reports whether two names have the same words, an initial
// standing for a word.
func alike(a, b []string) bool {
	if len(a) != len(b) || len(a) < 2 {
		return len(a) == 1 && len(b) == 1 && a[0] == b[0] && header.HasLetter(a[0])
	}
	full, used := 0, make([]bool, len(b))
	for _, x := range a {
		found := false
		for k, y := range b {
			if used[k] || !(x == y || len(x) == 1 && strings.HasPrefix(y, x) || len(y) == 1 && strings.HasPrefix(x, y)) {
				continue
			}
			if x == y && len(x) > 1 && !header.HasDigit(x) {
				full++
			}
			used[k], found = true, true
			break
		}
		if !found {
			return false
		}
	}
	return full > 0 && !slices.ContainsFunc(slices.Concat(a, b), header.HasDigit)
}
