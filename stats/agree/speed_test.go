package agree_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/weight"
)

// simulated returns ratings on five levels: an item's own level, seen rightly
// six times in ten, else near it; one rating in twenty is missing.
func simulated(items, raters, itemsPerLesson int) *rating.Matrix {
	rng := rand.New(rand.NewPCG(1, 2))
	b := rating.NewBuilder()
	for i := range items {
		own := rng.IntN(5)
		for g := range raters {
			k := own
			switch x := rng.Float64(); {
			case x < 0.05:
				continue
			case x < 0.45:
				k = min(4, max(0, own+rng.IntN(3)-1))
			}
			b.Add(rating.Record{
				Lesson: strconv.Itoa(i / itemsPerLesson), Indicator: strconv.Itoa(i % itemsPerLesson),
				Rater: strconv.Itoa(g), Score: float64(k + 1),
			})
		}
	}
	return b.Build([]rating.Scale{rating.NewScale("", rating.Declared, 1, 2, 3, 4, 5)}, nil).Matrix(0, nil)
}

// Every coefficient under every scheme, from a Matrix.
func BenchmarkAll(b *testing.B) {
	for _, size := range [][2]int{{100, 5}, {1000, 20}, {10000, 5}} {
		m := simulated(size[0], size[1], 10)
		for _, unit := range []stats.Unit{stats.ByItem, stats.ByLesson} {
			b.Run(fmt.Sprintf("%dx%d/%s", size[0], size[1], unit), func(b *testing.B) {
				for b.Loop() {
					_, err := estimateAll(b.Context(), agree.Prepare(m), weight.Schemes, stats.Options{Unit: unit})
					if err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// 10,000 replicates of 500 items by 5 raters.
func BenchmarkBootstrap(b *testing.B) {
	m := simulated(500, 5, 10)
	for _, id := range []string{"percent_agreement", "gwet_ac", "fleiss_kappa", "conger_kappa", "krippendorff_alpha", "light_kappa"} {
		for _, o := range []stats.Options{
			{}, {Unit: stats.ByLesson}, {BootstrapMethod: stats.BCa}, {Inference: stats.OverRaters}, {Inference: stats.OverBoth},
		} {
			o.Bootstrap = 10000
			name := cmp.Or(string(o.Unit)+string(o.BootstrapMethod)+string(o.Inference), "item")
			b.Run(id+"/"+name, func(b *testing.B) {
				for b.Loop() {
					estimate(b, agree.Prepare(m), id, "quadratic", o)
				}
			})
		}
	}
	b.Run("krippendorff_ordinal", func(b *testing.B) {
		for b.Loop() {
			estimate(b, agree.Prepare(m), "alpha", "krippendorff_ordinal", stats.Options{Bootstrap: 10000})
		}
	})
}

// One coefficient of a large file, from a Matrix: mostly finding patterns.
// Benchmarks by items of ten raters, twenty a lesson.
func BenchmarkLarge(b *testing.B) {
	for _, items := range []int{1000, 10_000, 100_000} {
		m := simulated(items, 10, 20)
		size := fmt.Sprintf("/items=%d", items)
		for _, id := range []string{"gwet_ac", "conger_kappa"} {
			b.Run(id+size, func(b *testing.B) {
				for b.Loop() {
					estimate(b, agree.Prepare(m), id, "", stats.Options{Unit: stats.ByLesson})
				}
			})
		}
		for name, unit := range map[string]stats.Unit{"bootstrap of items": stats.ByItem, "bootstrap of lessons": stats.ByLesson} {
			b.Run(name+size, func(b *testing.B) {
				for b.Loop() {
					estimate(b, agree.Prepare(m), "gwet_ac", "", stats.Options{Bootstrap: 1000, Unit: unit})
				}
			})
		}
		b.Run("summary"+size, func(b *testing.B) {
			for b.Loop() {
				agree.Summarise(m)
			}
		})
	}
}
