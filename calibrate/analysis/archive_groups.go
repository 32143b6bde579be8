package analysis

import (
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/stats/rating"
)

// withholdLines leaves out the lines of groups under three people, and those
// from which they could be worked out. Parts are groups where people of several
// rated the same items; a school that rated lessons of its own is a team, and
// its line stands.
func withholdLines(a *calibrate.Archive, t *rating.Table, parts []part) {
	small := slices.ContainsFunc(a.Rows, func(l calibrate.ArchiveRow) bool { return l.Raters < privacy.SmallestGroup })
	columns, at := columnsOf(t, parts)
	if !small || len(columns) == 0 {
		return
	}
	groups, beside := map[string]int{}, map[string][]int{} // by values of columns; lines by those of lessons, rounds, …
	for i := range parts {
		of, others := parts[i].split(at)
		if _, ok := groups[of]; !ok {
			groups[of] = len(groups)
		}
		beside[others] = append(beside[others], i)
	}
	codes := map[string]int{}
	shares := privacy.SharesItems(t, len(groups), func(k int) int {
		key := make([]byte, 0, 8)
		for _, c := range columns {
			code := c.Code(k)
			key = append(key, byte(code), byte(code>>8), byte(code>>16), byte(code>>24))
		}
		if id, ok := codes[string(key)]; ok {
			return id
		}
		var names []string
		for _, c := range columns {
			if code := c.Code(k); code >= 0 {
				names = append(names, c.Levels[code])
			}
		}
		id, ok := groups[strings.Join(names, between)]
		if !ok {
			id = -1
		}
		codes[string(key)] = id
		return id
	})
	withheld := make([]bool, len(parts))
	for _, lines := range beside {
		lines = slices.DeleteFunc(lines, func(i int) bool { of, _ := parts[i].split(at); return !shares[groups[of]] })
		sizes := make([]int, len(lines))
		for k, i := range lines {
			sizes[k] = a.Rows[i].Raters
		}
		for k, out := range privacy.Withhold(sizes, 0) {
			withheld[lines[k]] = out
		}
	}
	rows := a.Rows[:0]
	for i, line := range a.Rows {
		if withheld[i] {
			a.Withheld++
			continue
		}
		rows = append(rows, line)
	}
	a.Rows = rows
}

// between joins the names of a part; no name has it.
const between = "\x00"

// columnsOf are the further columns among those that divide a table, and where
// they stand.
func columnsOf(t *rating.Table, parts []part) (columns []*rating.Column, at []int) {
	if len(parts) == 0 {
		return nil, nil
	}
	for i, name := range parts[0].by {
		if c, ok := t.Column(strings.TrimSpace(name)); ok && !isFacet(name) {
			columns, at = append(columns, c), append(at, i)
		}
	}
	return columns, at
}

// isFacet reports whether a name is of what every table has.
func isFacet(name string) bool {
	return slices.Contains([]string{"lesson", "indicator", "round", "rater"}, strings.ToLower(strings.TrimSpace(name)))
}

// split are the names of a part in some columns, and those in the others.
func (p *part) split(at []int) (of, others string) {
	var some, rest []string
	for i, name := range p.names {
		if slices.Contains(at, i) {
			some = append(some, name)
		} else {
			rest = append(rest, name)
		}
	}
	return strings.Join(some, between), strings.Join(rest, between)
}
