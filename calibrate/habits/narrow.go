package habits

import (
	"fmt"
	"math"
	"math/rand/v2"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/resample"
	"github.com/cb401426/calibrate/stats/team"
)

// What the test of a narrow range needs and how it draws.
const (
	fewestForRange = 6    // items
	mostDraws      = 1999 // sheets made up of colleagues' ratings
	enoughReached  = 20   // draws like the rater after which there is no more to learn
	narrowStream   = 0x2545f4914f6cdd1d
)

// sheetItem is an item that a rater shares with others.
type sheetItem struct {
	lesson int32
	own    float64
	all    []float64 // of all who rated it, own included
}

// narrowHabit tests whether a rater's ratings differ less from item to item
// than colleagues' ratings of the same items: their variance against that of
// sheets on which each item's rating is one of those it got, drawn at random
// (from five lessons on, all ratings of a lesson are one colleague's, where
// they can be). Such sheets vary by their colleagues' severities too, so the
// variance of these is added to the rater's own. The p value is that of Besag
// and Clifford (1991, Biometrika 78, p. 301), which stops early where a rater
// is not narrow.
func narrowHabit(m *team.Stats, _ *team.Master) []suspicion {
	list := make([]suspicion, len(m.Table.Raters()))
	severities := severityVariance(m.Fit())
	for g, items := range sheetItems(m) {
		if len(items) < fewestForRange {
			continue
		}
		own := make([]float64, len(items))
		for i, it := range items {
			own[i] = it.own
		}
		v := varianceOf(own)
		p, typical := narrower(m, items, v+severities, resample.Rand(m.Options.Seed^narrowStream, g))
		list[g] = suspicion{
			tested: true, p: p,
			text: "uses a narrow range of levels",
			evidence: fmt.Sprintf("the ratings' standard deviation is %.2f, where sheets made up of colleagues' ratings of the same items have %.2f",
				math.Sqrt(v), math.Sqrt(max(0, typical-severities))),
		}
	}
	return list
}

// severityVariance is the variance of the raters' effects beyond that of their
// errors, 0 where there is no more.
func severityVariance(f *team.Fit) float64 {
	var effects []float64
	noise := 0.0
	for g, part := range f.Part {
		if part >= 0 {
			effects = append(effects, f.Effect[g])
			noise += f.Variance.Or(0) * f.Inverse.At(g, g)
		}
	}
	if len(effects) < 2 {
		return 0
	}
	return max(0, varianceOf(effects)-noise/float64(len(effects)))
}

// sheetItems returns the items that each rater shares with others.
func sheetItems(m *team.Stats) [][]sheetItem {
	fit := m.Fit()
	sheets := make([][]sheetItem, len(m.Table.Raters()))
	for i := range m.Items {
		raters, scores := fit.Scores(i)
		if len(raters) < 2 {
			continue
		}
		for k, g := range raters {
			sheets[g] = append(sheets[g], sheetItem{m.Table.Items()[i].Lesson, scores[k], scores})
		}
	}
	return sheets
}

// narrower is the chance of a sheet as narrow, and the variance of a typical
// one.
func narrower(m *team.Stats, items []sheetItem, variance float64, rng *rand.Rand) (p, typical float64) {
	sheet := make([]float64, len(items))
	sum, n := 0.0, 0.0
	p = drawn(func() bool {
		colleague := 0
		for i, it := range items {
			if i == 0 || m.Unit == stats.ByItem || it.lesson != items[i-1].lesson || colleague >= len(it.all) {
				colleague = rng.IntN(len(it.all))
			}
			sheet[i] = it.all[colleague]
		}
		v := varianceOf(sheet)
		sum += v
		n++
		return v <= variance*(1+1e-9)
	})
	return p, sum / n
}

// drawn is the sequential p value: of the draws at most mostDraws are made, and
// none after enoughReached of them have reached what was observed.
func drawn(reaches func() bool) float64 {
	reached, n := 0, 0
	for n < mostDraws && reached < enoughReached {
		n++
		if reaches() {
			reached++
		}
	}
	if reached == enoughReached {
		return float64(reached) / float64(n)
	}
	return float64(reached+1) / float64(n+1)
}

// varianceOf is the sample variance of values.
func varianceOf(values []float64) float64 {
	center, sum := team.Average(values), 0.0
	for _, v := range values {
		sum += (v - center) * (v - center)
	}
	return sum / float64(len(values)-1)
}
