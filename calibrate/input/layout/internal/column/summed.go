package column

import (
	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
)

// settleSummaries takes out of the scores the columns that sum up others by one
// part of their header, where other columns have the other part: mean.voice
// beside rater1.voice, total_r1 beside voice_r1.
func settleSummaries(f *Frame) {
	parts := func(c *Column) (all [][2]string) {
		if c.Split {
			return [][2]string{{c.Outer, c.Inner}}
		}
		for _, mark := range []string{" - ", ": ", "_", ".", " "} {
			for _, last := range []bool{false, true} {
				if before, after, ok := header.Cut(c.Text, mark, last); ok {
					all = append(all, [2]string{before, after})
				}
			}
		}
		return all
	}
	count := map[string]int{}
	for i := range f.Columns {
		if c := &f.Columns[i]; c.Scoring {
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
	for i := range f.Columns {
		c := &f.Columns[i]
		if !c.Scoring || c.User || c.Role != "" || c.Numbers == 0 {
			continue
		}
		for _, p := range parts(c) {
			for k, part := range p {
				if header.IsSummary(part) && !header.IsSummary(p[1-k]) && count[cell.Fold(p[1-k])] > 2 {
					c.notScored(layout.Computed, "it sums up others")
					summed[cell.Fold(p[1-k])] = true
				}
			}
		}
	}
	for i := range f.Columns { // AE_Level beside AE_Total is read off it
		c := &f.Columns[i]
		if !c.Scoring || c.User || c.Role != "" {
			continue
		}
		for _, p := range parts(c) {
			for k, part := range p {
				if g, ok := header.Named(part); ok && g == layout.Score && summed[cell.Fold(p[1-k])] {
					c.notScored(layout.Computed, "it goes by the sum of others")
				}
			}
		}
	}
}
