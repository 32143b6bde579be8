package layout

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// settleSummaries takes out of the scores the columns that sum up others by one
// part of their header, where other columns have the other part: mean.voice
// beside rater1.voice, total_r1 beside voice_r1.
func settleSummaries(f *frame) {
	parts := func(c *column) (all [][2]string) {
		if c.split {
			return [][2]string{{c.outer, c.inner}}
		}
		for _, mark := range []string{" - ", ": ", "_", ".", " "} {
			if before, after, ok := strings.Cut(c.text, mark); ok {
				all = append(all, [2]string{before, after})
			}
			if i := strings.LastIndex(c.text, mark); i > 0 {
				all = append(all, [2]string{c.text[:i], c.text[i+len(mark):]})
			}
		}
		return all
	}
	count := map[string]int{}
	for i := range f.columns {
		if c := &f.columns[i]; c.scoring {
			once := map[string]bool{}
			for _, p := range parts(c) {
				for _, part := range p {
					if key := cell.Fold(part); !once[key] {
						once[key] = true
						count[key]++
					}
				}
			}
		}
	}
	summed := map[string]bool{} // the other parts of sums: AE of AE_Total
	for i := range f.columns {
		c := &f.columns[i]
		if !c.scoring || c.user || c.role != "" || c.numbers == 0 {
			continue
		}
		for _, p := range parts(c) {
			for k, part := range p {
				if IsSummary(part) && !IsSummary(p[1-k]) && count[cell.Fold(p[1-k])] > 2 {
					c.scoring, c.role, c.why = false, Computed, "it sums up others"
					summed[cell.Fold(p[1-k])] = true
				}
			}
		}
	}
	for i := range f.columns { // AE_Level beside AE_Total is read off it
		c := &f.columns[i]
		if !c.scoring || c.user || c.role != "" {
			continue
		}
		for _, p := range parts(c) {
			for k, part := range p {
				if g, ok := Named(part); ok && g == Score && summed[cell.Fold(p[1-k])] {
					c.scoring, c.role, c.why = false, Computed, "it goes by the sum of others"
				}
			}
		}
	}
}
