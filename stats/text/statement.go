package text

import (
	"slices"
	"strings"
)

// A statement is a range of a passage's tokens as the rules see it.
type statement struct {
	*passage
	from, to int
	clause   []int // of each token, from 0 on: where its clause starts
}

// newStatement finds the clauses of a statement, and in it what is told of
// others' words and what is advice.
func newStatement(p *passage, from, to int) *statement {
	s := &statement{passage: p, from: from, to: to, clause: make([]int, to-from)}
	start := from
	for i := from; i < to; i++ {
		t := &p.toks[i]
		if t.kind == mark && breaks(t.lower) {
			start = i + 1
		} else if t.is(turn) && i > start {
			start = i
		}
		s.clause[i-from] = start
	}
	markTitles(s)
	markTopics(s)
	markReported(s)
	markGranted(s)
	return s
}

// breaks reports whether a mark ends a clause.
func breaks(mark string) bool {
	return strings.ContainsAny(mark, ".,:;!?()[]–—-/→&")
}

// clauseOf returns where the clause of token i starts.
func (s *statement) clauseOf(i int) int { return s.clause[i-s.from] }

// clauseEnd returns the end of the clause of token i.
func (s *statement) clauseEnd(i int) int {
	start := s.clauseOf(i)
	for i++; i < s.to && s.clauseOf(i) == start; i++ {
	}
	return i
}

// markReported marks the words that a teacher or student is told to have
// said, and what a verb's own clause holds: "tells a girl her sentence is
// excellent", "debate whether it should be built".
func markReported(s *statement) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		opens := t.is(saying) || t.is(verbs) && s.at(i+t.span).is(link)
		if t.quoted || !opens || !acts(s, i) {
			continue
		}
		for j := i + t.span; j < s.to && (s.clauseOf(j) != j || s.toks[j].is(link) && s.toks[j-1].kind != mark); j++ {
			s.toks[j].reported = true
		}
	}
}

// markGranted marks what is advised or imagined, from the words that say so
// to the end of the sentence or to a turn, and before them in their clause:
// no such word is a report.
func markGranted(s *statement) {
	on := false
	imagined := s.any(func(t *token) bool { return t.is(advice) && t.live() })
	for i := s.from; i < s.to; i++ {
		t := &s.toks[i]
		switch {
		case t.quoted:
			on = false
			continue
		case t.is(turn) && !t.is(joint), strings.ContainsAny(t.lower, ".;!?—("):
			on = false
		}
		if grants(s, i) || t.is(conditional) && imagined {
			on = true
			for j := i - 1; j >= s.clauseOf(i) && !s.toks[j].is(verbs|auxiliary|joint); j-- {
				s.toks[j].granted = true
			}
		}
		t.granted = t.granted || on
	}
}

// grants reports whether token i begins advice, or what the rater thinks.
func grants(s *statement, i int) bool {
	t := s.toks[i]
	return !t.reported && (t.is(advice|frame|granting) || t.is(ability) && !follows(s, i, learner))
}

// live reports whether a token is the rater's own word.
func (t token) live() bool { return !t.quoted && !t.reported }

// any reports whether f holds of a token of the statement.
func (s *statement) any(f func(*token) bool) bool {
	for i := s.from; i < s.to; i++ {
		if f(&s.toks[i]) {
			return true
		}
	}
	return false
}

// at returns token i, or an empty one outside the statement.
func (s *statement) at(i int) token {
	if i < s.from || i >= s.to {
		return token{}
	}
	return s.toks[i]
}

// slice returns the text of tokens i to j-1.
func (s *statement) slice(i, j int) string {
	if i >= j {
		return ""
	}
	return s.text[s.toks[i].start:s.toks[j-1].end]
}

// quotesWithin returns the quotations that open in the statement.
func quotesWithin(s *statement) []quotation {
	low, _ := slices.BinarySearchFunc(s.quotes, s.from, func(q quotation, i int) int {
		return q.open - i
	})
	high := low
	for high < len(s.quotes) && s.quotes[high].open < s.to {
		high++
	}
	return s.quotes[low:high]
}
