package simulate

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"

	"gonum.org/v1/gonum/stat/distuv"
)

// The habits of raters, as the Truth names them.
const (
	Severe   = "severe"
	Lenient  = "lenient"
	Central  = "central_tendency"
	OneLevel = "one_level"
	Halo     = "halo"
	Odd      = "odd"
)

// The groups that raters are of.
const (
	School        = "school"
	CentralOffice = "central office"
)

// world is what is drawn once: everything but the ratings.
type world struct {
	Options
	preset  Preset
	rng     *rand.Rand
	cuts    []float64
	width   float64 // of a level
	truth   *Truth
	quality []float64   // of each lesson, latent
	hard    []float64   // of each indicator
	severe  []float64   // of each rater
	reading [][]float64 // rater × indicator
	facts   [][]fact    // by item: the facts that raters may notice
}

// Make draws the rows of a file and the truth behind them. The same options
// give the same.
func Make(o Options) ([]Row, *Truth, error) {
	if err := o.Check(); err != nil {
		return nil, nil, err
	}
	w := &world{Options: o, rng: rand.New(rand.NewPCG(o.Seed, 2014))}
	w.preset, _ = o.preset()
	w.scale()
	w.truth = &Truth{Schema: Schema, Settings: o, Components: w.preset, LevelWidth: w.width, Cuts: w.cuts}
	w.people()
	w.places()
	rows := w.ratings()
	w.truth.Ratings = len(rows)
	return rows, w.truth, nil
}

// scale cuts the latent quality where the levels have their shares. A level is
// as wide as those between the outermost cuts are on average.
func (w *world) scale() {
	sum, below := 0.0, 0.0
	for _, s := range w.Shares {
		sum += s
	}
	total := w.preset.total()
	for _, s := range w.Shares[:len(w.Shares)-1] {
		below += s / sum
		w.cuts = append(w.cuts, total*distuv.UnitNormal.Quantile(below))
	}
	w.width = 2 * total
	if n := len(w.cuts); n > 1 {
		w.width = (w.cuts[n-1] - w.cuts[0]) / float64(n-1)
	}
}

// people draws the raters. Those with a habit stand anywhere among them.
func (w *world) people() {
	habits := make([]string, w.Raters)
	at := w.rng.Perm(w.Raters)
	for _, h := range []struct {
		habit string
		n     int
	}{{Severe, w.Severe}, {Lenient, w.Lenient}, {Central, w.Central}, {OneLevel, w.OneLevel}, {Halo, w.Halo}, {Odd, w.Odd}} {
		for range h.n {
			habits[at[0]] = h.habit
			at = at[1:]
		}
	}
	for g, habit := range habits {
		r := Rater{ID: fmt.Sprintf("Rater %0*d", digits(w.Raters), g+1), Group: School, Habit: habit}
		severity := w.preset.Rater * w.rng.NormFloat64()
		switch habit {
		case Severe:
			severity = w.SeveritySize * w.width
		case Lenient:
			severity = -w.SeveritySize * w.width
		}
		if g%3 == 2 {
			r.Group = CentralOffice
			severity += w.GroupGap * w.width
		}
		if w.Camps != 0 {
			r.Camp = 1 + g%2
		}
		r.Severity = severity / w.width
		w.severe = append(w.severe, severity)
		w.truth.Raters = append(w.truth.Raters, r)
	}
}

// places draws indicators, lessons and items.
func (w *world) places() {
	unclear := map[int]bool{}
	for _, i := range w.rng.Perm(w.Indicators)[:w.Unclear] {
		unclear[i] = true
	}
	for i := range w.Indicators {
		w.hard = append(w.hard, w.preset.Indicator*w.rng.NormFloat64())
		w.truth.Indicators = append(w.truth.Indicators, Indicator{
			fmt.Sprintf("Indicator %0*d", digits(w.Indicators), i+1), w.hard[i] / w.width, unclear[i],
		})
	}
	for g := range w.Raters {
		w.reading = append(w.reading, make([]float64, w.Indicators))
		for i := range w.Indicators {
			sd := w.preset.RaterIndicator
			if unclear[i] {
				sd = 0.8 * w.width
			}
			w.reading[g][i] = sd * w.rng.NormFloat64()
			if w.Camps != 0 && i%2 == 0 {
				w.reading[g][i] += w.Camps * w.width * (float64(w.truth.Raters[g].Camp) - 1.5)
			}
		}
	}
	for n := range w.lessons() {
		w.quality = append(w.quality, w.preset.Lesson*w.rng.NormFloat64())
		lesson := Lesson{ID: fmt.Sprintf("Lesson %0*d", digits(w.lessons()), n+1), Quality: w.quality[n] / w.width}
		if w.Rounds > 1 && !w.Revote {
			lesson.Round = strconv.Itoa(n/w.Lessons + 1)
		}
		w.truth.Lessons = append(w.truth.Lessons, lesson)
	}
}

// lessons is how many lessons there are in all rounds.
func (w *world) lessons() int {
	if w.Revote {
		return w.Lessons
	}
	return w.Lessons * w.Rounds
}

// digits is how many digits names need to stand in order.
func digits(n int) int { return len(strconv.Itoa(n)) }

// cut returns the level, from 1, of a latent quality.
func (w *world) cut(latent float64) int {
	level := 1
	for _, c := range w.cuts {
		if latent > c {
			level++
		}
	}
	return level
}

// middle is the latent quality in the middle of the scale.
func (w *world) middle() float64 { return (w.cuts[0] + w.cuts[len(w.cuts)-1]) / 2 }

// habit changes what a rater would give.
func (w *world) habit(g int, own, lesson float64) float64 {
	switch w.truth.Raters[g].Habit {
	case Central:
		return w.middle() + 0.35*(own-w.middle())
	case OneLevel:
		return w.middle() - 1e-9
	case Halo:
		return lesson
	case Odd:
		return w.preset.total() * 1.3 * w.rng.NormFloat64()
	}
	return own
}

// clampShare keeps a share between 0 and 1.
func clampShare(v float64) float64 { return math.Max(0, math.Min(1, v)) }
