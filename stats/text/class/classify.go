package class

import (
	"math"
	"slices"

	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/token"
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
func Classify(lang *language.Language, reason string) Classified {
	return classifyWith(lang, layerOf(lang), reason)
}

// classifyWith classifies a reason by a layer.
func classifyWith(lang *language.Language, l layer, reason string) Classified {
	list, language := statementsOf(lang, reason)
	parts := make([]part, len(list))
	for i, s := range list {
		parts[i] = classifyStatement(s, l)
	}
	c := Classified{Class: classOf(parts), Language: language, Statements: make([]Statement, 0, len(parts))}
	if language == "" && c.Class != Empty {
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
func classifyStatement(s *statement, l layer) part {
	p := part{statement: s, cues: cuesOf(s)}
	p.score, p.words = l.weigh(s, p.cues)
	if !s.any(func(t *told) bool {
		return t.Kind != token.Mark && (t.Kind != token.Word || t.Tags != 0 || t.Quoted || t.Figure)
	}) {
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
