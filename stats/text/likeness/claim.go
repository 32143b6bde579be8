package likeness

import (
	"math"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/token"
)

// A claim is how much of a thing a reason says there was: so that two reasons
// about the same can be told to say the contrary.
type claim struct {
	all, none, some   bool // of all, of none, of a part only
	everyone, someone bool // of all of the people, of a part of them
	whole             bool // is of one clause: what it denies is all that it says
	before, after     bool
	in, out           bool    // where: "in their seats", "out of a seat"
	counts            []tally // ascending by what is tally
}

// A tally is a number of things of one kind.
type tally struct {
	what   string
	value  float64
	people bool
	units  bool // times, minutes: of no whole
}

// How much the words of a claim say. The lists give them.
const (
	saysAll  = "all"
	saysEach = "each" // of all, if of people; else what follows is of each
	saysNone = "none"
	saysSome = "some"
	saysOnly = "only" // of a part, unless it stands before a verb
)

// oneThing is the similarity from which a reason that denies and one that tells
// speak of one thing.
const oneThing = 2 * Cut

// A claiming reads a claim word by word.
type claiming struct {
	claim
	lang    *language.Language
	p       *language.Passage
	each    bool // of each of some things
	numbers map[string]tally
}

// claimOf reads the claim of a text: every and all; nobody, never and not;
// only, and a part of a number. What is quoted is nobody's claim.
func claimOf(lang *language.Language, s string) claim {
	c := claiming{lang: lang, p: lang.Passage(s), numbers: map[string]tally{}}
	for i, t := range c.p.Tokens {
		if !t.Quoted || t.Said {
			c.quantity(i)
			c.number(i)
		}
	}
	for _, n := range c.numbers {
		c.counts = append(c.counts, n)
		c.someone = c.someone || n.people && !c.everyone
	}
	slices.SortFunc(c.counts, func(a, b tally) int { return strings.Compare(a.what, b.what) })
	c.whole = oneClause(c.p.Tokens)
	c.all = c.all || c.each && !c.some && !c.someone // "at each table two kids": not all kids
	return c.claim
}

// oneClause reports whether tokens are one clause.
func oneClause(toks []token.Token) bool {
	for i, t := range toks {
		ends := t.Kind == token.Mark && i+1 < len(toks)
		if ends || i > 0 && t.Is(token.Turn|token.Joint) {
			return false
		}
	}
	return true
}

// quantity takes what the word at token i says of how much.
func (c *claiming) quantity(i int) {
	t := c.p.Tokens[i]
	switch c.says(i) {
	case saysAll:
		rest := i+1 < len(c.p.Tokens) && c.says(i+1) == saysSome // everybody else
		c.all = c.all || !rest
		c.everyone = c.everyone || !rest && (t.Is(token.People) || c.ofPeople(i))
	case saysEach:
		people := c.ofPeople(i)
		c.each, c.all, c.everyone = true, c.all || people, c.everyone || people
	case saysOnly:
		if i+1 < len(c.p.Tokens) && c.p.Tokens[i+1].Is(token.Verbs) {
			return // "they just lined up"
		}
		c.some = true
	case saysSome:
		c.some = true
		c.someone = c.someone || c.ofPeople(i)
	case saysNone:
		c.none = true
	case "before":
		c.before = true
	case "after":
		c.after = true
	case "in":
		c.in = true
	case "out":
		c.out = true
	default:
		c.none = c.none || t.Is(token.Nobody)
	}
}

// says is what the lists say of the word at token i, or of it and the one
// before: "the only" speaks of no part.
func (c *claiming) says(i int) string {
	w := c.p.Tokens[i].Lower
	if i > 0 {
		if pair := c.lang.Claim(c.p.Tokens[i-1].Lower + " " + w); pair != "" {
			return pair
		}
	}
	return c.lang.Claim(w)
}

// ofPeople reports whether what follows token i are people: "every student",
// "all 26 handed in", but not "every tub" and "all six problems".
func (c *claiming) ofPeople(i int) bool {
	for j := i + 1; j < min(i+6, len(c.p.Tokens)); j++ {
		switch t := c.p.Tokens[j]; {
		case t.Is(token.Learner|token.People) && !t.Is(token.Function):
			return true
		case t.Kind == token.Number:
			if countedAt(c.lang, c.p, j+1) == "" {
				return true
			}
		case t.Kind == token.Mark, t.Is(token.Object|token.Place|token.Unit|token.Abstract|token.Turn) && !t.Is(token.Function):
			return false
		}
	}
	return false
}

// number takes the number at token i: a share, a part of a whole, a count.
func (c *claiming) number(i int) {
	toks := c.p.Tokens
	t := toks[i]
	switch {
	case t.Kind == token.Share:
		c.part(t.Value, t.Other, false)
	case t.Kind != token.Number:
	case i+2 < len(toks) && toks[i+1].Is(token.Among) && toks[i+2].Kind == token.Number && !t.Joined:
		c.part(t.Value, toks[i+2].Value, c.ofPeople(i+1))
	default:
		if what := countedAt(c.lang, c.p, i+1); what != "" && !t.Is(token.Single) {
			of := c.counted(i + 1)
			c.numbers[what] = tally{what, t.Value, of.Is(token.Learner), of.Is(token.Unit)}
		}
		c.some = c.some || t.Value > 1 && aPart(c.lang, c.p, i)
	}
}

// part takes so many of so many.
func (c *claiming) part(of, whole float64, people bool) {
	c.all, c.some = c.all || of == whole, c.some || of < whole
	c.everyone, c.someone = c.everyone || people && of == whole, c.someone || people && of < whole
}

// counted is the noun that is counted from token i on.
func (c *claiming) counted(i int) token.Token {
	for j := i; j < min(i+3, len(c.p.Tokens)); j++ {
		if t := c.p.Tokens[j]; t.Is(token.Object | token.Unit | token.Abstract | token.Learner) {
			return t
		}
	}
	return token.Token{}
}

// aPart reports whether the number at token i stands for some of a whole: "3 of
// them", "kids out of seats (3)".
func aPart(lang *language.Language, p *language.Passage, i int) bool {
	bracket := i > 0 && p.Tokens[i-1].Lower == "(" && (i+1 == len(p.Tokens) || p.Tokens[i+1].Lower == ")")
	return bracket || i+1 < len(p.Tokens) && p.Tokens[i+1].Is(token.Among)
}

// contrary reports whether two claims about one thing cannot both hold: all
// against a part, none against a part, before against after; and all against
// none, of reasons so similar that they say it of the same: "all in their
// seats" and "none out of a seat" can both hold. And what a reason denies that
// says nothing else, against one that tells it.
func (c claim) contrary(d claim, similar float64) bool {
	switch {
	case c.everyone && d.onlySomeone() && !c.agrees(d, true), d.everyone && c.onlySomeone() && !c.agrees(d, true):
		return true
	case c.agrees(d, false):
		return false
	case c.onlyAll() && d.onlyPart(), d.onlyAll() && c.onlyPart():
		return true
	case c.onlyNone() && d.onlyPart() && !d.none, d.onlyNone() && c.onlyPart() && !c.none:
		return true
	case c.onlyAll() && d.onlyNone(), d.onlyAll() && c.onlyNone():
		return similar >= Cut && !c.opposite(d)
	case c.denies() && d.plain(), d.denies() && c.plain():
		return similar >= oneThing && !c.opposite(d)
	case c.before && !c.after && d.after && !d.before, d.before && !d.after && c.after && !c.before:
		return true
	}
	return false
}

func (c claim) onlyAll() bool  { return c.all && !c.none && !c.some }
func (c claim) onlyNone() bool { return c.none && !c.all && !c.some && len(c.counts) == 0 }
func (c claim) onlyPart() bool {
	return !c.all && (c.some || slices.ContainsFunc(c.counts, tally.ofWhole))
}
func (c claim) denies() bool      { return c.onlyNone() && c.whole }
func (c claim) plain() bool       { return !c.all && !c.none && !c.some && len(c.counts) == 0 }
func (c claim) onlySomeone() bool { return c.someone && !c.everyone }

func (t tally) ofWhole() bool { return !t.units }

// opposite reports whether one says in and the other out.
func (c claim) opposite(d claim) bool {
	return c.in && !c.out && d.out && !d.in || c.out && !c.in && d.in && !d.out
}

// agrees reports whether two claims count the same, or the same people, and
// come to one number.
func (c claim) agrees(d claim, people bool) bool {
	for _, x := range c.counts {
		if (x.people || !people) && slices.Contains(d.counts, x) {
			return true
		}
	}
	return false
}

// unequal reports whether two claims count the same and come to numbers that
// are further apart than a slip.
func (c claim) unequal(d claim, _ float64) bool {
	if c.agrees(d, false) {
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
