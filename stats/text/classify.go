package text

import (
	"math"
	"slices"
)

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
	// Unread is what the rules cannot read: another language, or words of which
	// none speaks for a fact or a judgement.
	Unread Class = "not_read"
)

// A Statement is one sentence of a reason, or a part of one.
type Statement struct {
	Text  string   `json:"text"`
	Class Class    `json:"class"`
	Words []string `json:"words"` // what led to the class
}

// Classified is a reason with its class and that of each of its statements.
type Classified struct {
	Class Class `json:"class"`
	// Language is the language that it was read in, or empty.
	Language   string      `json:"language"`
	Statements []Statement `json:"statements"`
}

// Classify cuts a reason into statements and says of each, and of the whole,
// whether it is evidence, opinion, both, empty, or not read. The cues that the
// rules find, the words and the shape of a statement are weighed by a linear
// layer that was trained on labeled reasons; a reason has what one of its
// statements has. A statement with neither fact nor judgement is read as the
// others of its reason are.
func (lang *Language) Classify(reason string) Classified {
	p := lang.passage(reason).own() // its tokens are marked
	var parts []part
	for _, r := range p.statements() {
		parts = append(parts, classifyStatement(newStatement(p, r[0], r[1])))
	}
	c := Classified{Class: classOf(parts), Language: p.language, Statements: make([]Statement, 0, len(parts))}
	if p.language == "" && c.Class != Empty {
		c.Class = Unread
	}
	for _, part := range parts {
		if part.class == Unread && c.Class != Mixed || c.Class == Unread && part.class != Empty {
			part.class = c.Class
		}
		c.Statements = append(c.Statements, part.public())
	}
	return c
}

// A part is a statement with its class and what led to it.
type part struct {
	*statement
	class Class
	score scores
	cues  []cue
	words []spoke
}

func (p part) public() Statement {
	return Statement{p.slice(p.from, p.to), p.class, p.wordsOf(p.class)}
}

// classOf returns the class of a text of some parts: it has what one of them
// has. Where none has anything, it is what it is nearest to, if it is near.
func classOf(parts []part) Class {
	c := Empty
	best := scores{math.Inf(-1), math.Inf(-1), math.Inf(-1)}
	for _, p := range parts {
		for k := range best {
			best[k] = max(best[k], p.score[k])
		}
	}
	switch {
	case len(parts) == 0 || best[something] <= 0:
		return Empty
	case best[fact] > 0 && best[judgement] > 0:
		return Mixed
	case max(best[fact], best[judgement]) < nearest:
		return Unread
	case best[fact] > best[judgement]:
		return Evidence
	case c == Empty:
		return Opinion
	}
	return c
}

// nearest is the score from which a reason is read at all: below it neither a
// fact nor a judgement is one in four likely.
const nearest = -1.1

// classifyStatement weighs what a statement has.
func classifyStatement(s *statement) part {
	p := part{statement: s, cues: cuesOf(s)}
	p.score, p.words = s.lang.layer.weigh(s, p.cues)
	if !s.any(func(t *token) bool { return t.kind != mark && (t.kind != word || t.tags != 0 || t.quoted || t.figure) }) {
		for k := range p.score { // no word of it is known: the layer has but its shape to go by
			p.score[k] = math.Inf(-1)
		}
		p.score[something] = 1
	}
	switch {
	case p.score[something] <= 0:
		p.class = Empty
	case p.score[fact] > 0 && p.score[judgement] > 0:
		p.class = Mixed
	case p.score[fact] > 0:
		p.class = Evidence
	case p.score[judgement] > 0:
		p.class = Opinion
	default:
		p.class = Unread
	}
	return p
}

// sentence is how many words without content still say something.
const sentence = 4

// isEmpty reports whether a statement says nothing about the lesson: only
// codes and words without content, or a phrase that says so and little else.
func isEmpty(s *statement, cues []cue) bool {
	blanks, content, words := 0, 0, 0
	for i := s.from; i < s.to; i += max(1, s.toks[i].span) {
		switch t := s.toks[i]; {
		case t.is(blank) && !t.quoted:
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
func (p part) wordsOf(class Class) []string {
	words := []string{}
	slices.SortStableFunc(p.words, func(a, b spoke) int { return a.from - b.from })
	last := -1
	for _, w := range p.words {
		if class == Empty || class == Unread || w.to <= last ||
			class == Evidence && w.side != fact || class == Opinion && w.side != judgement {
			continue
		}
		words = append(words, p.slice(max(w.from, last), w.to))
		last = w.to
	}
	return words
}
