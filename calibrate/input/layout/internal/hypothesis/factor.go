package hypothesis

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/column"
)

// factored reads headers that name a rater and an indicator each, in either
// order: rater1_content, Questioning_AB, Ruiz: 2a, or one above the other.
// Where every header is one of a full grid and nothing says which part is the
// rater, it returns the parts.
func factored(f *column.Frame, scores []int) (facets []layout.Facets, sure float64, crossed [][2]string) {
	heads := headsOf(f, scores)
	if facets := byRaterWord(heads); facets != nil {
		return facets, 1, nil
	}
	best := 0.0
	for _, cut := range cuts(heads) {
		if len(cut) < 4 || !grid(cut) {
			continue
		}
		first, second := newSide(cut, 0), newSide(cut, 1)
		if first.count < 2 {
			continue
		}
		// Whoever rates is a person or initials; what is rated, an item.
		asFirst, asSecond := first.rater-second.rater, second.rater-first.rater
		enough := 0.5
		if len(cut) == first.count*second.count && second.count > 1 {
			enough = 0.3
			crossed = cut
		}
		switch {
		case asFirst > best && first.rater > 0 && asFirst > enough:
			best, facets = asFirst, cutFacets(cut, 0)
		case asSecond > best && second.rater > 0 && second.count > 1 && asSecond > enough:
			best, facets = asSecond, cutFacets(cut, 1)
		}
	}
	if facets == nil && crossed != nil && handed(f.Options.Layout) >= 0 {
		return cutFacets(crossed, handed(f.Options.Layout)), 1, nil
	}
	if facets != nil {
		crossed = nil
	}
	return facets, min(max(best, column.Yes(best > 0)*0.6), 1), crossed
}

// handed says which part of a header the user says is the rater: 0 or 1, or -1
// where nothing is said.
func handed(id string) int {
	switch id {
	case GridID:
		return 0
	case itemGridID:
		return 1
	}
	return -1
}

// byRaterWord cuts headers that hold a word for the rater with a number: all
// of them must, and each rater and indicator stand once.
func byRaterWord(heads []head) []layout.Facets {
	facets := make([]layout.Facets, len(heads))
	raters, rest, seen := map[string]bool{}, map[string]bool{}, map[[2]string]bool{}
	for i, h := range heads {
		rater, name := "", ""
		switch {
		case h.Split && header.RaterName.MatchString(h.Outer):
			rater, name = h.Outer, h.Inner
		case h.Split && header.RaterName.MatchString(h.Inner):
			rater, name = h.Inner, h.Outer
		default:
			var ok bool
			if rater, name, ok = header.CutRater(h.Header); !ok {
				return nil
			}
		}
		key := [2]string{cell.Fold(rater), cell.Fold(name)}
		if seen[key] {
			return nil
		}
		seen[key], raters[key[0]], rest[key[1]] = true, true, true
		facets[i] = layout.Facets{Rater: cell.Clean(rater), Indicator: cell.Clean(name)}
	}
	if len(raters) < 2 || len(seen)*10 < len(raters)*len(rest)*6 {
		return nil
	}
	if len(rest) == 1 { // a word that all share says nothing where it is the score's
		if g, ok := header.Named(facets[0].Indicator); ok && g == layout.Score {
			for i := range facets {
				facets[i].Indicator = layout.OneIndicator
			}
		}
	}
	return facets
}

// cuts returns the ways to cut all headers into two parts.
func cuts(heads []head) [][][2]string {
	var out [][][2]string
	add := func(cut func(h head) (a, b string, ok bool)) {
		parts := make([][2]string, len(heads))
		for i, h := range heads {
			a, b, ok := cut(h)
			a, b = strings.Trim(cell.Clean(a), " _-–:/|"), strings.Trim(cell.Clean(b), " _-–:/|()[]")
			if !ok || a == "" || b == "" {
				return
			}
			parts[i] = [2]string{a, b}
		}
		out = append(out, parts)
	}
	add(func(h head) (string, string, bool) { return h.Outer, h.Inner, h.Split })
	for _, mark := range append(append([]string{}, spaced...), ":", "_", "-", ".", "/", " (", " [", " ") {
		for _, last := range []bool{false, true} {
			add(func(h head) (string, string, bool) { return header.Cut(h.Text, mark, last) })
		}
	}
	return out
}

// grid reports whether the parts form a grid with few gaps, each pair once.
func grid(cut [][2]string) bool {
	first, second, seen := map[string]bool{}, map[string]bool{}, make(map[[2]string]bool, len(cut))
	for _, p := range cut {
		key := [2]string{cell.Fold(p[0]), cell.Fold(p[1])}
		if seen[key] {
			return false
		}
		seen[key], first[key[0]], second[key[1]] = true, true, true
	}
	return len(cut)*10 >= len(first)*len(second)*8
}

// A side is one of the parts of all headers.
type side struct {
	count int     // different ones
	rater float64 // how much they look like raters, from -1 to 1
}

func newSide(cut [][2]string, k int) side {
	seen := map[string]bool{}
	s := side{}
	for _, p := range cut {
		if seen[p[k]] {
			continue
		}
		seen[p[k]] = true
		if s.count++; s.count > mostHeads {
			continue
		}
		s.rater += header.LooksRater(owner(p[k]))
		if owner(p[k]) != p[k] {
			s.rater++
		}
	}
	s.rater /= float64(min(s.count, mostHeads))
	return s
}

// owner returns whose something is: Ruiz of Ruiz's.
func owner(s string) string {
	for _, mark := range []string{"'s", "’s", "s'", "s’"} {
		if name, ok := strings.CutSuffix(s, mark); ok && name != "" {
			if mark[0] == 's' {
				name += "s"
			}
			return name
		}
	}
	return s
}

// cutFacets returns the facets of headers whose part k is the rater.
func cutFacets(cut [][2]string, k int) []layout.Facets {
	out := make([]layout.Facets, len(cut))
	for i, p := range cut {
		out[i] = layout.Facets{Rater: owner(p[k]), Indicator: p[1-k]}
	}
	return out
}

// mostHeads is how many headers are looked at.
const mostHeads = 200
