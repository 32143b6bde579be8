package main

import (
	"fmt"
	"io"
	"math/rand/v2"

	"github.com/cb401426/calibrate/stats/rounds"
)

// compared are two sets of ratings that are no series, of other raters and
// other lessons: of raters with the same habits, of raters drawn from one world,
// whose teams are a little apart by the draw, and of teams that are apart.
func (s *study) compared(out io.Writer) error {
	fmt.Fprint(out, comparedHead)
	before, after := scaleFor(0.50), scaleFor(0.65)
	for _, c := range []struct {
		name  string
		scale []float64
		twins bool
	}{
		{"the same habits", ones(2, 1), true},
		{"drawn alike", ones(2, 1), false},
		{"50% and 65%, drawn", []float64{before, after}, false},
	} {
		for _, w := range []world{aligned, typical, unaligned} {
			for _, levels := range []int{4, 2, 7} {
				if (levels != 4 || c.scale[1] != 1) && w != typical {
					continue
				}
				for _, z := range sizes {
					if c.scale[1] != 1 && levels != 4 {
						continue
					}
					x := series{world: w, raters: z.raters, lessons: z.lessons, indicators: z.indicators, levels: levels, scale: c.scale, twins: c.twins}
					if !c.twins {
						x.exchanged = z.raters
						x.alike = true
					}
					name := fmt.Sprintf("%s | %s | %d | %s", c.name, w.name, levels, z)
					if err := s.row(out, name, 3, func(rng *rand.Rand) []bool {
						d := rounds.Between(x.table(rng), order(2), 0, 1, rounds.Options{Everyone: true})
						held := d.Exact.Lower.Or(0) <= 0 && d.Exact.Upper.Or(0) >= 0
						return []bool{d.Movement == rounds.Together, d.Movement == rounds.Apart, held}
					}); err != nil {
						return err
					}
				}
			}
		}
	}
	return nil
}
