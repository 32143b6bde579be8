package rating

import "slices"

// Undetected returns the Table in which a scale that was detected counts only
// the levels that occur, as if nothing were known of it: a statistic then
// hangs on what was said and not on what was guessed. Declared scales stay.
func (t *Table) Undetected() *Table {
	detected := false
	for _, s := range t.scales {
		detected = detected || s.Source == Detected
	}
	if !detected {
		return t
	}
	d := *t
	code := d.observe()
	if !slices.ContainsFunc(code, moved) {
		return &d
	}
	d.level = make([]uint16, len(t.level))
	for item := range t.items {
		to := code[t.scaleOf[t.items[item].Indicator]]
		for k := t.start[item]; k < t.start[item+1]; k++ {
			d.level[k] = to[t.level[k]]
		}
	}
	return &d
}

// observe replaces the detected scales by those of the levels that occur, and
// returns the new position of each level of each scale.
func (t *Table) observe() [][]uint16 {
	used := t.usedLevels()
	scales := make([]Scale, len(t.scales))
	code := make([][]uint16, len(t.scales))
	for s, scale := range t.scales {
		code[s] = make([]uint16, len(scale.Levels))
		scales[s] = Scale{ID: scale.ID, Source: scale.Source}
		if scale.Source == Detected {
			scales[s].Source = Observed
		}
		for k, level := range scale.Levels {
			if used[s][k] || scale.Source != Detected {
				code[s][k] = uint16(len(scales[s].Levels))
				scales[s].Levels = append(scales[s].Levels, level)
			}
		}
	}
	t.scales = scales
	return code
}

// usedLevels reports of each level of each scale whether it occurs.
func (t *Table) usedLevels() [][]bool {
	first := make([]int, len(t.scales)+1) // of each scale among the levels of all
	for s := range t.scales {
		first[s+1] = first[s] + len(t.scales[s].Levels)
	}
	all := marked(len(t.items), first[len(t.scales)], func(from, to int, used []bool) {
		for i := from; i < to; i++ {
			_, levels := t.Row(i)
			for _, k := range levels {
				used[first[t.scaleOf[t.items[i].Indicator]]+int(k)] = true
			}
		}
	})
	used := make([][]bool, len(t.scales))
	for s := range used {
		used[s] = all[first[s]:first[s+1]]
	}
	return used
}

// moved reports whether a level has another position than before.
func moved(code []uint16) bool {
	for k, to := range code {
		if int(to) != k {
			return true
		}
	}
	return false
}
