package text

import "slices"

// A Class is what a statement, or a whole reason, rests on.
type Class string

// The classes.
const (
	// Evidence is what another person with the same lesson could check: a
	// quotation, a count, a time, who did what, what is on the wall.
	Evidence Class = "evidence"
	// Opinion is a verdict, a conclusion, a preference or advice.
	Opinion Class = "opinion"
	// Mixed holds at least one of each.
	Mixed Class = "mixed"
	// Empty says nothing about the lesson.
	Empty Class = "empty"
)

// A Statement is one sentence of a reason, or a part of one.
type Statement struct {
	Text  string   `json:"text"`
	Class Class    `json:"class"`
	Words []string `json:"words"` // what led to the class
}

// Classified is a reason with its class and that of each of its statements.
type Classified struct {
	Class      Class       `json:"class"`
	Statements []Statement `json:"statements"`
}

// Classify cuts a reason into statements and says of each, and of the whole,
// whether it is evidence, opinion, both or empty. A statement that no word
// settles is read as the settled ones of its reason are.
func (lang *Language) Classify(reason string) Classified {
	p := lang.passage(reason).own() // its tokens are marked
	var parts []part
	surest := unsaid
	for _, r := range p.statements() {
		part := newStatement(p, r[0], r[1]).classify()
		parts = append(parts, part)
		surest = max(surest, part.sure)
	}
	c := Classified{Class: Empty, Statements: make([]Statement, 0, len(parts))}
	for _, part := range parts {
		if part.sure == surest {
			c.Class = c.Class.with(part.class)
		}
	}
	for _, part := range parts {
		if part.class != Empty && part.sure < surest && c.Class != Mixed {
			part.class = c.Class
		}
		c.Statements = append(c.Statements, part.public())
	}
	return c
}

// How sure the class of a statement is.
type surety uint8

const (
	unsaid  surety = iota // it is empty
	guessed               // it has no cue
	likely                // it has cues, none that settles it
	settled               // it has one that does
)

// A part is a statement with its class and what led to it.
type part struct {
	*statement
	class Class
	sure  surety
	cues  []cue
}

func (p part) public() Statement {
	return Statement{p.slice(p.from, p.to), p.class, p.wordsOf(p.class, p.cues)}
}

// with returns the class of a text of two parts.
func (c Class) with(other Class) Class {
	switch {
	case c == Empty || c == other:
		return other
	case other == Empty:
		return c
	default:
		return Mixed
	}
}

// classify weighs the cues of a statement. Strong cues decide; the others
// are heard only where no strong one speaks.
func (s *statement) classify() part {
	cues := s.cues()
	if s.empty(cues) {
		return part{s, Empty, unsaid, nil}
	}
	var strong, weak [2]int
	for _, c := range cues {
		if c.strong {
			strong[c.side]++
		} else {
			weak[c.side]++
		}
	}
	switch {
	case strong[fact] > 0 && strong[judgement] > 0:
		return part{s, Mixed, settled, cues}
	case strong[fact] > 0:
		return part{s, Evidence, settled, cues}
	case strong[judgement] > 0:
		return part{s, Opinion, settled, cues}
	case weak[fact] > weak[judgement]:
		return part{s, Evidence, likely, cues}
	case weak[judgement] > 0:
		return part{s, Opinion, likely, cues}
	default:
		return part{s, Opinion, guessed, cues}
	}
}

// sentence is how many words without content still say something.
const sentence = 4

// empty reports whether a statement says nothing about the lesson: only
// codes and words without content, or a phrase that says so and little else.
func (s *statement) empty(cues []cue) bool {
	blanks, content, words := 0, 0, 0
	for i := s.from; i < s.to; i += max(1, s.toks[i].span) {
		switch t := s.toks[i]; {
		case t.is(blank):
			blanks++
		case t.kind == word && !t.is(function|filler) || t.quoted && t.kind != mark:
			content++
		case t.kind == word:
			words++
		case t.kind == share, t.kind == clock, t.kind == percent:
			content++
		}
	}
	if content == 0 {
		return blanks > 0 || words < sentence && !slices.ContainsFunc(cues, func(c cue) bool {
			return c.strong && c.side == fact
		})
	}
	return blanks > 1 || blanks > 0 && content <= 3 && !slices.ContainsFunc(cues, func(c cue) bool {
		return c.strong && !s.toks[c.from].is(blank)
	})
}

// wordsOf returns the words that led to a class, in the order of the text.
func (s *statement) wordsOf(class Class, cues []cue) []string {
	words := []string{}
	slices.SortStableFunc(cues, func(a, b cue) int { return a.from - b.from })
	anySettles := slices.ContainsFunc(cues, func(c cue) bool { return c.strong })
	last := -1
	for _, c := range cues {
		if c.strong != anySettles || class == Empty || c.to <= last ||
			class == Evidence && c.side != fact || class == Opinion && c.side != judgement {
			continue
		}
		from := max(c.from, last)
		words = append(words, s.slice(from, c.to))
		last = c.to
	}
	return words
}
