package class

import (
	"strings"

	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/token"
)

// statementsOf cuts a text into statements, and says in which language it is.
func statementsOf(lang *language.Language, s string) (list []*statement, tongue string) {
	p := lang.Passage(s)
	toks := make([]told, len(p.Tokens))
	for i, t := range p.Tokens {
		toks[i].Token = t
	}
	for _, r := range p.Statements() {
		list = append(list, newStatement(lang, p, toks, r[0], r[1]))
	}
	return list, p.Language
}

// newStatement finds the clauses of a statement, and in it what is told of
// others' words and what is advice.
func newStatement(lang *language.Language, p *language.Passage, toks []told, from, to int) *statement {
	s := &statement{lang: lang, text: p.Text, toks: toks, quotes: p.Quotes, from: from, to: to, clause: make([]int, to-from)}
	start := from
	for i := from; i < to; i++ {
		t := &s.toks[i]
		if t.Kind == token.Mark && breaks(t.Lower) {
			start = i + 1
		} else if t.Is(token.Turn) && i > start {
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

// markReported marks the words that a teacher or student is told to have
// said, and what a verb's own clause holds: "tells a girl her sentence is
// excellent", "debate whether it should be built".
func markReported(s *statement) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		opens := t.Is(token.Saying) || t.Is(token.Verbs) && s.at(i+t.Span).Is(token.Link)
		if t.Quoted || !opens || !acts(s, i) {
			continue
		}
		for j := i + t.Span; j < s.to && (s.clauseOf(j) != j || s.toks[j].Is(token.Link) && s.toks[j-1].Kind != token.Mark); j++ {
			s.toks[j].reported = true
		}
	}
}

// markGranted marks what is advised or imagined, from the words that say so
// to the end of the sentence or to a turn, and before them in their clause:
// no such word is a report.
func markGranted(s *statement) {
	on := false
	imagined := s.any(func(t *told) bool { return t.Is(token.Advice) && t.live() })
	for i := s.from; i < s.to; i++ {
		t := &s.toks[i]
		switch {
		case t.Quoted:
			on = false
			continue
		case t.Is(token.Turn) && !t.Is(token.Joint), strings.ContainsAny(t.Lower, ".;!?—("):
			on = false
		}
		if grants(s, i) || t.Is(token.Conditional) && imagined {
			on = true
			for j := i - 1; j >= s.clauseOf(i) && !s.toks[j].Is(token.Verbs|token.Auxiliary|token.Joint); j-- {
				s.toks[j].granted = true
			}
		}
		t.granted = t.granted || on
	}
}

// grants reports whether token i begins advice, or what the rater thinks.
func grants(s *statement, i int) bool {
	t := s.toks[i]
	return !t.reported && (t.Is(token.Advice|token.Granting) || t.Is(token.Frame) && !(t.Is(token.Hedge) && hedgesFact(s, i)) || t.Is(token.Ability) && !follows(s, i, token.Learner))
}
