package rounds

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/rounds"
)

// Withheld is the reason of a figure that would show how one or two people
// rated: those who took part in one of two rounds alone.
const Withheld stats.Reason = "one_left"

// fewestApart is from how many people on figures of some and of others may stand
// side by side.
const fewestApart = 3

// crowd is a set of raters.
type crowd map[int32]bool

// apart is how many are in one of two crowds and not in the other.
func (c crowd) apart(d crowd) int {
	n := 0
	for g := range c {
		if !d[g] {
			n++
		}
	}
	for g := range d {
		if !c[g] {
			n++
		}
	}
	return n
}

// disclosure knows of which people a round's figures were shown.
type disclosure struct {
	raters []crowd   // by position in the order of rounds: everyone
	shown  [][]crowd // by position
}

func newDisclosure(t *rating.Table, order []int32) *disclosure {
	d := &disclosure{}
	at := map[int32]int{}
	for k, code := range order {
		at[code] = k
		d.raters = append(d.raters, crowd{})
	}
	for i, it := range t.Items() {
		if k, ok := at[it.Round]; ok {
			row, _ := t.Row(i)
			for _, g := range row {
				d.raters[k][g] = true
			}
		}
	}
	for _, c := range d.raters {
		d.shown = append(d.shown, []crowd{c})
	}
	return d
}

// common are the people of all of some rounds.
func (d *disclosure) common(rounds ...int) crowd {
	both := crowd{}
	for g := range d.raters[rounds[0]] {
		all := true
		for _, k := range rounds {
			all = all && d.raters[k][g]
		}
		if all {
			both[g] = true
		}
	}
	return both
}

// allows reports whether figures of the people in all of some rounds can stand
// beside all that is shown of these rounds, and takes them as shown.
func (d *disclosure) allows(rounds ...int) bool {
	both := d.common(rounds...)
	for _, k := range rounds {
		for _, c := range d.shown[k] {
			if n := both.apart(c); n > 0 && n < fewestApart {
				return false
			}
		}
	}
	for _, k := range rounds {
		d.shown[k] = append(d.shown[k], both)
	}
	return true
}

// withhold takes out of a change what is of the people in both alone, and what
// others add: the word stays, and the figures of everyone.
func withhold(c *rounds.Change) {
	none := rounds.Difference{}
	for _, n := range []*stats.Number{&none.Before, &none.After, &none.Change, &none.Lower, &none.Upper, &none.P} {
		*n = stats.None(Withheld)
	}
	c.Exact, c.TwoApart, c.Distance, c.Composition = none, none, none, none
}
