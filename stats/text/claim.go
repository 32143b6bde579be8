package text

import (
	"math"
	"slices"
	"strings"
)

// A claim is how much of a thing a reason says there was: so that two reasons
// about the same can be told to say the contrary.
type claim struct {
	all, none, some bool // of all, of none, of a part only
	before, after   bool
	counts          []tally // ascending by what is tally
}

// A tally is a number of things of one kind.
type tally struct {
	what  string
	value float64
}

// claimOf reads the claim of a text: every and all; nobody, never and not;
// only, and a part of a number. What is quoted is nobody's claim.
func (lang *Language) claimOf(s string) claim {
	p := lang.passage(s)
	var c claim
	numbers := map[string]float64{}
	for i, t := range p.toks {
		if t.quoted && !t.said {
			continue
		}
		switch {
		case lang.claims[t.lower] == "all":
			rest := i+1 < len(p.toks) && lang.claims[p.toks[i+1].lower] == "some" // everybody else
			c.all = c.all || !rest
		case lang.claims[t.lower] == "some":
			c.some = true
		case lang.claims[t.lower] == "none", t.is(nobody):
			c.none = true
		case t.lower == "before":
			c.before = true
		case t.lower == "after":
			c.after = true
		}
		switch t.kind {
		case share:
			c.all = c.all || t.value == t.other
			c.some = c.some || t.value < t.other
		case number:
			if i+2 < len(p.toks) && p.toks[i+1].is(among) && p.toks[i+2].kind == number && !t.joined {
				c.some = c.some || t.value < p.toks[i+2].value
				c.all = c.all || t.value == p.toks[i+2].value
				continue
			}
			if what := lang.countedAt(p, i+1); what != "" && !t.is(single) {
				numbers[what] = t.value
			}
			c.some = c.some || t.value > 1 && lang.aPart(p, i)
		}
	}
	for what, v := range numbers {
		c.counts = append(c.counts, tally{what, v})
	}
	slices.SortFunc(c.counts, func(a, b tally) int { return strings.Compare(a.what, b.what) })
	return c
}

// aPart reports whether the number at token i stands for some of a whole: "3 of
// them", "kids out of seats (3)".
func (lang *Language) aPart(p *passage, i int) bool {
	bracket := i > 0 && p.toks[i-1].lower == "(" && (i+1 == len(p.toks) || p.toks[i+1].lower == ")")
	return bracket || i+1 < len(p.toks) && p.toks[i+1].is(among)
}

// contrary reports whether two claims about one thing cannot both hold: all
// against a part, none against a part, before against after. All against none
// can: "all in their seats", "none out of a seat".
func (c claim) contrary(d claim) bool {
	switch {
	case c.agrees(d):
		return false
	case c.onlyAll() && d.onlyPart(), d.onlyAll() && c.onlyPart():
		return true
	case c.onlyNone() && d.onlyPart(), d.onlyNone() && c.onlyPart():
		return true
	case c.before && !c.after && d.after && !d.before, d.before && !d.after && c.after && !c.before:
		return true
	}
	return false
}

func (c claim) onlyAll() bool  { return c.all && !c.none && !c.some }
func (c claim) onlyNone() bool { return c.none && !c.all && !c.some && len(c.counts) == 0 }
func (c claim) onlyPart() bool { return !c.all && (c.some || len(c.counts) > 0) }

// agrees reports whether two claims count the same and come to one number.
func (c claim) agrees(d claim) bool {
	for _, x := range c.counts {
		if slices.Contains(d.counts, x) {
			return true
		}
	}
	return false
}

// unequal reports whether two claims count the same and come to numbers that
// are further apart than a slip.
func (c claim) unequal(d claim) bool {
	if c.agrees(d) {
		return false
	}
	for _, x := range c.counts {
		for _, y := range d.counts {
			if x.what == y.what {
				return math.Abs(x.value-y.value) > max(1, 0.25*max(x.value, y.value))
			}
		}
	}
	return false
}

// What makes facts disputed: so many reasons on a side, and so large a share
// of the pairs across that say the contrary, and so small a one within.
const (
	leastDisputing = 2
	mostAcross     = 0.5
	mostWithin     = 0.25
	leastAbout     = 0.4  // of the pairs across are about one thing
	oneSubject     = 0.06 // similarity from which two reasons are
)

// Disputed reports whether the facts are disputed between two sides of an
// item: the reasons are about one thing, those of one side say the contrary of
// those of the other, and neither side contradicts itself. It returns the pair
// that says it most plainly. It is read from words: a hint to watch again.
func (c *Corpus) Disputed(low, high []int) (i, j int, ok bool) {
	for _, contrary := range []func(a, b claim) bool{claim.contrary, claim.unequal} {
		if i, j, ok = c.disputed(low, high, contrary); ok {
			return i, j, ok
		}
	}
	return -1, -1, false
}

func (c *Corpus) disputed(low, high []int, contrary func(a, b claim) bool) (i, j int, ok bool) {
	across, pairs, best := 0, 0, -1.0
	lows, highs := map[int]bool{}, map[int]bool{}
	i, j = -1, -1
	for _, a := range low {
		for _, b := range high {
			similar := c.Similarity(a, b)
			if similar < oneSubject {
				continue
			}
			pairs++
			if !contrary(c.claims[a], c.claims[b]) {
				continue
			}
			across++
			lows[a], highs[b] = true, true
			if similar > best {
				best, i, j = similar, a, b
			}
		}
	}
	if len(lows) < leastDisputing || len(highs) < leastDisputing ||
		float64(pairs) < leastAbout*float64(len(low)*len(high)) || float64(across) < mostAcross*float64(pairs) {
		return -1, -1, false
	}
	within, same := 0, 0
	for _, side := range [][]int{low, high} {
		for k, a := range side {
			for _, b := range side[:k] {
				if c.Similarity(a, b) >= oneSubject {
					same++
					within += oneIf(contrary(c.claims[a], c.claims[b]))
				}
			}
		}
	}
	return i, j, float64(within) <= mostWithin*float64(max(1, same))
}
