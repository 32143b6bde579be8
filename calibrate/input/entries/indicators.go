package entries

import (
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/naming"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats/rating"
)

// SplitIndicators cuts names such as "3b Questioning" into the id, by which
// the indicator is known from then on, and its long name. Where one id has
// names that differ, they stay as they are: the id is not one then.
func (r *Entries) SplitIndicators(rub *rubric.Rubric) map[string]string {
	names := r.Indicators.Names()
	byID := map[string][]int{} // folded id to codes
	ids, longs := make([]string, len(names)), make([]string, len(names))
	for code, name := range names {
		ids[code], longs[code] = header.CutID(name)
		if rub != nil {
			if in, ok := rub.Match(name); ok {
				ids[code], longs[code] = in.ID, in.Name
			}
		}
		if ids[code] != "" {
			byID[cell.Fold(ids[code])] = append(byID[cell.Fold(ids[code])], code)
		}
	}
	joinLongNames(names, ids, longs, byID)
	var set naming.Set
	to := make([]int32, len(names))
	for code, name := range names {
		group := byID[cell.Fold(ids[code])]
		if ids[code] == "" || !oneName(group, longs) {
			for _, spelling := range r.Indicators.Spellings(int32(code)) {
				to[code] = set.Code(spelling)
			}
			set.Code(name)
			continue
		}
		for _, c := range group {
			to[code] = set.Code(ids[c])
		}
	}
	long := nameIndicators(&set, ids, longs, byID)
	r.remap(set, to)
	return long
}

// joinLongNames gives the id to a name that stands elsewhere behind it:
// "Questioning" beside "3b Questioning".
func joinLongNames(names, ids, longs []string, byID map[string][]int) {
	byName := map[string]int{}
	for code, long := range longs {
		if long != "" {
			byName[cell.Fold(long)] = code
		}
	}
	for code, name := range names {
		if of, ok := byName[cell.Fold(name)]; ok && ids[code] == "" {
			ids[code], longs[code] = ids[of], longs[of]
			byID[cell.Fold(ids[of])] = append(byID[cell.Fold(ids[of])], code)
		}
	}
}

// nameIndicators notes the long name of each id.
func nameIndicators(set *naming.Set, ids, longs []string, byID map[string][]int) map[string]string {
	names := map[string]string{}
	for _, group := range byID {
		if !oneName(group, longs) {
			continue
		}
		long := ""
		for _, code := range group {
			if l := longs[code]; len(l) > len(long) || len(l) == len(long) && l < long {
				long = l
			}
		}
		if long != "" {
			names[set.Name(set.Code(ids[group[0]]))] = long
		}
	}
	return names
}

// oneName reports whether the long names of an id are one: equal, or the
// beginning of another.
func oneName(group []int, longs []string) bool {
	longest := ""
	for _, code := range group {
		if len(longs[code]) > len(longest) {
			longest = longs[code]
		}
	}
	key := nameKey(longest)
	return !slices.ContainsFunc(group, func(code int) bool { return !strings.HasPrefix(key, nameKey(longs[code])) })
}

// nameKey is a long name without case, space and punctuation.
func nameKey(s string) string { return strings.Join(cell.Words(s), "") }

// remap replaces the set of indicators by another.
func (r *Entries) remap(set naming.Set, to []int32) {
	scales := map[int32]*rating.Scale{}
	for code, s := range r.optionScales {
		if scales[to[code]] == nil {
			scales[to[code]] = s
		}
	}
	r.optionScales = scales
	r.Indicators = set
	for _, list := range [][]Entry{r.All, r.Masters} {
		for i := range list {
			list[i].Indicator = to[list[i].Indicator]
		}
	}
}
