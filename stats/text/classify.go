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
// whether it is evidence, opinion, both or empty.
func (lang *Language) Classify(reason string) Classified {
	p := lang.passage(reason)
	c := Classified{Class: Empty, Statements: []Statement{}}
	for _, r := range p.statements() {
		s := newStatement(p, r[0], r[1])
		class, cues := s.classify()
		c.Statements = append(c.Statements, Statement{s.slice(r[0], r[1]), class, s.wordsOf(class, cues)})
		c.Class = c.Class.with(class)
	}
	return c
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
func (s *statement) classify() (Class, []cue) {
	cues := s.cues()
	if s.says(cues) == Empty {
		return Empty, nil
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
		return Mixed, cues
	case strong[fact] > 0:
		return Evidence, cues
	case strong[judgement] > 0:
		return Opinion, cues
	case weak[fact] > weak[judgement]:
		return Evidence, cues
	default:
		return Opinion, cues
	}
}

// says returns Empty for a statement that says nothing about the lesson.
func (s *statement) says(cues []cue) Class {
	blanks, content := 0, 0
	for i := s.from; i < s.to; {
		t := s.toks[i]
		switch {
		case t.quoted:
			content++
		case t.is(blank):
			blanks++
			i += t.span
			continue
		case t.kind == word && t.tags&(function|score) == 0 && t.tags != function:
			content++
		}
		i++
	}
	if content == 0 {
		return Empty
	}
	for _, c := range cues {
		if c.strong && (c.side == fact || c.rule == "verdict") {
			return Mixed
		}
	}
	if blanks > 0 && content <= 3 {
		return Empty
	}
	return Mixed
}

// wordsOf returns the words that led to a class, in the order of the text.
func (s *statement) wordsOf(class Class, cues []cue) []string {
	words := []string{}
	slices.SortStableFunc(cues, func(a, b cue) int { return a.from - b.from })
	settled := slices.ContainsFunc(cues, func(c cue) bool { return c.strong })
	last := -1
	for _, c := range cues {
		if c.strong != settled || class == Empty || c.to <= last ||
			class == Evidence && c.side != fact || class == Opinion && c.side != judgement {
			continue
		}
		from := max(c.from, last)
		words = append(words, s.slice(from, c.to))
		last = c.to
	}
	return words
}
