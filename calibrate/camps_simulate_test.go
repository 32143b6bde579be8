//go:build simulate

package calibrate

import (
	"fmt"
	"testing"
)

// TestSimulateCamps prints how often camps are found where there are none and
// where there are two; docs/simulations-camps.md holds its output.
func TestSimulateCamps(t *testing.T) {
	const runs = 1000
	large := typical.but(func(w *world) { w.raters, w.indicators = 25, 22 })
	lessons := typical.but(func(w *world) { w.raters, w.lessons, w.indicators = 8, 6, 8 })
	for _, team := range []struct {
		size  string
		world world
	}{{"12 raters, 1 lesson, 10 indicators", typical}, {"25 raters, 1 lesson, 22 indicators", large}, {"8 raters, 6 lessons, 8 indicators", lessons}} {
		half := team.world.raters / 2
		for _, c := range []struct {
			what   string
			change func(*world)
		}{
			{"typical team", func(*world) {}},
			{"severity only", func(w *world) { w.ofLesson, w.ofIndicator = 0, 0 }},
			{"severity only, three times as strong", func(w *world) { w.severity, w.ofLesson, w.ofIndicator = 1, 0, 0 }},
			{"severity and clear indicators", func(w *world) {
				w.severity, w.ofLesson, w.ofIndicator, w.indicator, w.noise = 1, 0, 0, 1, 0.5
			}},
			{"a tenth missing", func(w *world) { w.missing = 0.1 }},
			{"one rates at random", func(w *world) { w.odd = "at random" }},
			{"one rates from end to end", func(w *world) { w.odd = "from end to end" }},
			{"one opposed, clear indicators", func(w *world) { w.odd, w.indicator, w.noise = "opposed", 1, 0.4 }},
			{"one very severe", func(w *world) { w.odd = "severe" }},
			{"one gives one level throughout", func(w *world) { w.odd = "one level" }},
			{"two camps, 0.4 each way", func(w *world) { w.camp, w.reading = half, 0.4 }},
			{"two camps, 0.6 each way", func(w *world) { w.camp, w.reading = half, 0.6 }},
			{"two camps, 0.8 each way", func(w *world) { w.camp, w.reading = half, 0.8 }},
			{"three against the rest, 0.8", func(w *world) { w.camp, w.reading = 3, 0.8 }},
		} {
			share := foundIn(t, team.world.but(c.change), runs)
			fmt.Printf("| %s | %s | %.3f |\n", team.size, c.what, share)
		}
	}
}
