package gap

import (
	"math"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
)

// FewestFollowed is from how many people a change between two surveys is
// tested.
const FewestFollowed = 5

// A Followed is what became of a dimension between two surveys. Is, Should and
// Gap are changes, positive toward the high end; their P is two-sided, of no
// change.
type Followed struct {
	People int // whose answers the figures are of; then, where they are others
	Now    int
	Paired bool // the same people: the figures are of those who gave all four answers

	Before, After   Moment
	Is, Should, Gap Difference
}

// A Moment is a dimension in one of two surveys.
type Moment struct {
	Is, Should stats.Number // means
	Gap        Gap
}

// A Path is how today moved between two surveys, seen from where the team had
// said that it should be.
type Path string

// The paths.
const (
	Toward    Path = "toward"
	Away      Path = "away"
	NoTelling Path = "cannot_tell"
)

// Follow compares two surveys of the same people: the lists of before and after
// have one entry a person, in the same order, and the figures are of those who
// gave all four answers. Changes take Student's t over people, with a standard
// deviation of .3 step at least, from five people on.
func Follow(before, after Dimension, confidence float64) Followed {
	var is, should, moved []float64
	var all [4][]float64
	for p := range before.Is {
		a, ok := before.Is[p].Value()
		b, ok2 := before.Should[p].Value()
		c, ok3 := after.Is[p].Value()
		d, ok4 := after.Should[p].Value()
		if !ok || !ok2 || !ok3 || !ok4 {
			continue
		}
		for k, v := range []float64{a, b, c, d} {
			all[k] = append(all[k], v)
		}
		is, should, moved = append(is, c-a), append(should, d-b), append(moved, d-c-b+a)
	}
	step := before.Step()
	return Followed{
		People: len(is), Now: len(is), Paired: true,
		Before: moment(all[0], all[1], step, confidence), After: moment(all[2], all[3], step, confidence),
		Is: paired(is, step, confidence), Should: paired(should, step, confidence), Gap: paired(moved, step, confidence),
	}
}

// FollowOthers compares two surveys whose people cannot be told to be the same,
// as two samples by the pooled t of [Compare]. If they are the same, it is
// the more careful.
func FollowOthers(before, after Dimension, confidence float64) Followed {
	step := before.Step()
	first, second := before.gaps(), after.gaps()
	f := Followed{
		People: len(first), Now: len(second),
		Before: Moment{meanOf(values(before.Is)), meanOf(values(before.Should)), gapOf(first, step, confidence)},
		After:  Moment{meanOf(values(after.Is)), meanOf(values(after.Should)), gapOf(second, step, confidence)},
		Is:     Compare(values(after.Is), values(before.Is), step, confidence),
		Should: Compare(values(after.Should), values(before.Should), step, confidence),
		Gap:    Compare(second, first, step, confidence),
	}
	if min(f.People, f.Now) < FewestFollowed {
		for _, d := range []*Difference{&f.Is, &f.Should, &f.Gap} {
			d.Lower, d.Upper, d.P = stats.None(stats.OneRater), stats.None(stats.OneRater), stats.None(stats.OneRater)
		}
	}
	return f
}

// moment measures the answers of people who gave both.
func moment(is, should []float64, step, confidence float64) Moment {
	gaps := make([]float64, len(is))
	for p := range is {
		gaps[p] = should[p] - is[p]
	}
	return Moment{meanOf(is), meanOf(should), gapOf(gaps, step, confidence)}
}

// meanOf is absent where there is nothing.
func meanOf(x []float64) stats.Number {
	if len(x) == 0 {
		return stats.None(stats.NoPairs)
	}
	return stats.Of(stat.Mean(x, nil))
}

// paired tests the mean of differences against 0.
func paired(d []float64, step, confidence float64) Difference {
	none := stats.None(stats.NoPairs)
	out := Difference{Value: none, Lower: none, Upper: none, P: none}
	n := float64(len(d))
	if n == 0 {
		return out
	}
	mean := stat.Mean(d, nil)
	out.Value = stats.Of(mean)
	if len(d) < FewestFollowed {
		few := stats.None(stats.OneRater)
		out.Lower, out.Upper, out.P = few, few, few
		return out
	}
	se := math.Max(stat.StdDev(d, nil), leastDeviation*step) / math.Sqrt(n)
	half := se * quantile(n-1, confidence)
	out.Lower, out.Upper = stats.Of(mean-half), stats.Of(mean+half)
	out.P = stats.Of(2 * distuv.StudentsT{Sigma: 1, Nu: n - 1}.Survival(math.Abs(mean)/se))
	return out
}

// PathOf says which way today moved, at a p adjusted for all that is compared:
// toward where the team had said that it should be, where before it lay half a
// step or more away (before is that gap), or away from it.
func PathOf(before, change, adjusted stats.Number, step float64) Path {
	gap, ok := before.Value()
	moved, ok2 := change.Value()
	if p, tested := adjusted.Value(); !ok || !ok2 || !tested || p > 0.05 || math.Abs(gap) < far*step-rounding {
		return NoTelling
	}
	if moved*gap > 0 {
		return Toward
	}
	return Away
}
