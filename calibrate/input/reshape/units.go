package reshape

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/source"
)

var unit = regexp.MustCompile(`^(\d{1,3})\s*(/\s*\d{1,3}|%)$`)

// leastCells is how many cells must show a unit.
const leastCells = 3

// units takes the unit off columns in which every cell has the same: 3/4 in all
// is 3 of 4. One column alone of marks out of many is a quiz's total, and stays;
// out of ten or fewer it is a scale.
func units(s *source.Sheet) (*source.Sheet, []Change) {
	for h := range min(len(s.Rows), searched) {
		if s.Rows[h].Filled() < 2 {
			continue
		}
		found := map[int]string{}
		for c := range s.Rows[h].Cells {
			if u := unitBelow(s, h, c); u != "" {
				found[c] = u
			}
		}
		if len(found) == 0 {
			continue
		}
		out := copyOf(s)
		var changes []Change
		for c := range s.Rows[h].Cells {
			u, ok := found[c]
			if !ok || len(found) == 1 && u != "%" && outOf(u) > 10 {
				continue
			}
			for i := h + 1; i < len(s.Rows); i++ {
				if m := unit.FindStringSubmatch(s.At(i, c)); m != nil {
					set(out, i, c, m[1])
				}
			}
			changes = append(changes, Change{h, c, fmt.Sprintf("every cell ends in %s: read without it", u)})
		}
		if changes == nil {
			return nil, nil
		}
		return out, changes
	}
	return nil, nil
}

// outOf is the number behind the stroke of a unit.
func outOf(unit string) int {
	n, _ := strconv.Atoi(strings.TrimSpace(strings.TrimPrefix(unit, "/")))
	return n
}

// unitBelow returns the unit that all cells of a column share, or "".
func unitBelow(s *source.Sheet, h, c int) string {
	u, cells, values := "", 0, map[string]bool{}
	for i := h + 1; i < len(s.Rows); i++ {
		text := s.At(i, c)
		if text == "" {
			continue
		}
		m := unit.FindStringSubmatch(text)
		if m == nil || u != "" && m[2] != u {
			return ""
		}
		u, cells = m[2], cells+1
		values[m[1]] = true
		if u != "%" && (len(m[1]) > len(u)-1 || len(m[1]) == len(u)-1 && m[1] > u[1:]) {
			return "" // 4/3 is none
		}
	}
	if cells < leastCells || len(values) < 2 {
		return ""
	}
	return u
}
