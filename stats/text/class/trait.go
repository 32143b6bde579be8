package class

import (
	"slices"

	"github.com/cb401426/calibrate/stats/text/token"
)

// A trait is something that a statement has and that speaks for or against a
// fact or a judgement in it: a cue and where it stands, or the shape of the
// whole. The layer weighs traits by name.
type trait struct {
	name string
	cue  int // the cue it comes from, or -1
}

// The places of a cue in its statement.
const (
	atOpening = "@open"   // among the first words
	atTail    = "@tail"   // in a last clause of its own
	inside    = "@inside" // within what somebody is told to have done
)

// traitsOf lists what a statement has; a trait may stand there several times.
func traitsOf(s *statement, cues []cue) []trait {
	list := make([]trait, 0, 2*len(cues)+16)
	times := map[string]int{}
	for i, c := range cues {
		name := c.rule
		if c.strong {
			name += "!"
		}
		list = append(list, trait{name, i})
		if times[name]++; times[name] == 2 {
			list = append(list, trait{name + "+", -1})
		}
		if where := placeOf(s, c); where != "" {
			list = append(list, trait{name + where, i})
		}
		if of := standingOf(s, c); of != "" {
			list = append(list, trait{name + of, i})
		}
	}
	for _, name := range slices.Concat(settled(s, cues), apartIn(s, cues), tailOf(s, cues), shapeOf(s)) {
		list = append(list, trait{name, -1})
	}
	return list
}

// settled says what the cues of a statement amount to: strong cues settle
// their side, and weak ones are heard only where no strong one speaks.
func settled(s *statement, cues []cue) []string {
	var strong, weak [2]int
	for _, c := range cues {
		strong[c.side] += oneIf(c.strong)
		weak[c.side] += oneIf(!c.strong)
	}
	var list []string
	switch {
	case strong[fact]+strong[judgement] > 0:
		list = append(list, [...]string{"no strong fact", "strong fact"}[min(1, strong[fact])],
			[...]string{"no strong judgement", "strong judgement"}[min(1, strong[judgement])])
	case weak[fact] > weak[judgement]:
		list = append(list, "likely fact")
	case weak[judgement] > 0:
		list = append(list, "likely judgement")
	default:
		list = append(list, "no cue")
	}
	return appendIf(list, isEmpty(s, cues), "empty")
}

// sentence is how many words without content still say something.
const sentence = 4

// isEmpty reports whether a statement says nothing about the lesson: only
// codes and words without content, or a phrase that says so and little else.
func isEmpty(s *statement, cues []cue) bool {
	blanks, content, words := 0, 0, 0
	for i := s.from; i < s.to; i += max(1, s.toks[i].Span) {
		switch t := s.toks[i]; {
		case t.Is(token.Blank) && !t.Quoted:
			blanks++
		case t.Kind == token.Word && !t.Is(token.Function|token.Filler) || t.Quoted && t.Kind != token.Mark:
			content++
		case t.Kind == token.Word:
			words++
		case t.Kind == token.Share, t.Kind == token.Clock, t.Kind == token.Percent:
			content++
		}
	}
	if content == 0 {
		return blanks > 0 || words < sentence && !slices.ContainsFunc(cues, func(c cue) bool {
			return c.strong && c.side == fact
		})
	}
	return blanks > 1 || blanks > 0 && content <= 3 && !slices.ContainsFunc(cues, func(c cue) bool {
		return c.strong && !s.toks[c.from].Is(token.Blank)
	})
}

// apartIn says whether a clause speaks for a fact alone, or for a judgement
// alone: "Six hands up, a good sign" has one of each.
func apartIn(s *statement, cues []cue) []string {
	var alone [2]bool
	for _, c := range cues {
		if alone[c.side] {
			continue
		}
		clause := s.clauseOf(c.from)
		alone[c.side] = !slices.ContainsFunc(cues, func(other cue) bool {
			return other.side != c.side && s.clauseOf(other.from) == clause
		})
	}
	var list []string
	list = appendIf(list, alone[fact], "fact clause")
	list = appendIf(list, alone[judgement], "judgement clause")
	return appendIf(list, alone[fact] && alone[judgement], "apart")
}

// placeOf says where in its statement a cue stands.
func placeOf(s *statement, c cue) string {
	start := s.clauseOf(c.from)
	switch {
	case toldWithin(s, start, c.from) && c.side == judgement:
		return inside
	case c.from <= s.from+1:
		return atOpening
	case start > s.from && s.clauseEnd(c.from) == s.to && s.to-start <= 7:
		return atTail
	}
	return ""
}

// standingOf says whether a word that judges is said of something ("it was
// thin"), or stands before what it is of ("a thin book").
func standingOf(s *statement, c cue) string {
	if c.side != judgement || c.to-c.from != 1 {
		return ""
	}
	i := c.from
	for i > s.from && s.at(i-1).Kind == token.Word && (s.at(i-1).Is(token.Degree|token.Negation) || isAdverb(s.lang, s.at(i-1).Lower)) {
		i--
	}
	switch next := s.at(c.to); {
	case s.at(i - 1).Is(token.Auxiliary):
		return "@said"
	case next.Is(token.Object) && !next.Is(token.Abstract):
		return "@thing"
	case next.Is(token.Abstract):
		return "@abstract"
	case next.Kind == token.Word && next.Tags == 0:
		return "@unknown"
	}
	return ""
}

// tailOf describes the last clause of a statement that has others: what it
// speaks for, and whether it names what can be seen.
func tailOf(s *statement, cues []cue) []string {
	to := s.to
	for to > s.from && s.toks[to-1].Kind == token.Mark {
		to--
	}
	if to == s.from {
		return nil
	}
	from := s.clauseOf(to - 1)
	if from == s.from {
		return nil
	}
	var head, tail [2]bool
	for _, c := range cues {
		if c.from < from {
			head[c.side] = head[c.side] || c.strong
		} else {
			tail[c.side] = true
		}
	}
	seen := 0
	for i := from; i < to; i++ {
		t := s.toks[i]
		seen += oneIf(t.Quoted || t.Kind != token.Word && t.Kind != token.Mark || t.Is(token.People|token.Place|token.Observed|token.Telling) || t.Is(token.Object) && !t.Is(token.Abstract))
	}
	name := "tail"
	if head[fact] {
		name = "tail of fact"
	}
	list := []string{name}
	list = appendIf(list, seen == 0, name+" bare")
	list = appendIf(list, tail[fact], name+" fact")
	list = appendIf(list, tail[judgement], name+" judgement")
	list = appendIf(list, tail[judgement] && !tail[fact], name+" judgement alone")
	list = appendIf(list, s.at(from).Is(token.Article), name+" article")
	list = appendIf(list, s.at(from).Is(token.Turn), name+" turn")
	list = appendIf(list, s.at(from).Is(token.Remark), name+" remark")
	return appendIf(list, to-from <= 3, name+" short")
}

// shapeOf describes the whole of a statement.
func shapeOf(s *statement) []string {
	var n struct{ words, people, object, abstract, number, verb, unknown, live int }
	exclaims, asks := false, false
	for i := s.from; i < s.to; i += max(1, figureAt(s, i)) {
		t := s.toks[i]
		switch {
		case t.Kind == token.Mark:
			exclaims = exclaims || t.Lower == "!"
			asks = asks || t.Lower == "?" && !t.Quoted
			continue
		case t.Kind != token.Word:
			n.number++
		}
		n.words++
		if !t.live() {
			continue
		}
		n.live++
		n.people += oneIf(t.Is(token.People))
		thing := t.Is(token.Abstract) && displayed(s, i)
		n.object += oneIf(t.Is(token.Object) && !t.Is(token.Abstract) || thing)
		n.abstract += oneIf(t.Is(token.Abstract) && !thing)
		n.verb += oneIf(t.Is(token.Observed | token.Telling))
		n.unknown += oneIf(t.Kind == token.Word && t.Tags == 0)
	}
	list := []string{"words " + size(n.words)}
	list = appendIf(list, n.people > 0, "people")
	list = appendIf(list, n.object > 0, "object 1")
	list = appendIf(list, n.object > 2, "object 3")
	list = appendIf(list, n.abstract > 0, "abstract 1")
	list = appendIf(list, n.abstract > 1, "abstract 2")
	list = appendIf(list, n.number > 0, "number 1")
	list = appendIf(list, n.number > 1, "number 2")
	list = appendIf(list, n.verb > 0, "verb 1")
	list = appendIf(list, n.verb > 1, "verb 2")
	list = appendIf(list, n.live < n.words, "quoted")
	list = appendIf(list, n.abstract > 0 && n.object+n.number+n.people == 0, "only abstract")
	list = appendIf(list, n.unknown*2 > n.live, "unknown half")
	list = appendIf(list, n.unknown > 0, "unknown 1")
	list = appendIf(list, exclaims, "!")
	list = appendIf(list, asks, "?")
	list = appendIf(list, s.from > 0, "later")
	return append(list, "starts "+startOf(s))
}

// figureAt returns how many words a figure of speech at token i has, or 1.
func figureAt(s *statement, i int) int {
	if t := s.toks[i]; t.Is(token.Idiom) {
		return t.Span
	}
	return 1
}

// startOf says what a statement begins with.
func startOf(s *statement) string {
	i := s.from
	for i < s.to-1 && (s.toks[i].Kind == token.Mark || s.toks[i].Is(token.Filler)) {
		i++
	}
	switch t := s.at(i); {
	case t.Quoted:
		return "quotation"
	case t.Kind != token.Word:
		return "number"
	case t.Is(token.Verdict):
		return "verdict"
	case t.Is(token.People):
		return "people"
	case t.Is(token.Observed|token.Telling) && t.Is(token.OtherForm):
		return "deed"
	case t.Is(token.Observed|token.Telling) && t.Is(token.Nonfinite):
		return "doing"
	case t.Is(token.Observed | token.Telling):
		return "order"
	case t.Is(token.Abstract) && !displayed(s, i):
		return "abstract"
	case t.Is(token.Object):
		return "object"
	case t.Is(token.Nobody | token.Negation):
		return "not"
	case t.Is(token.Function):
		return "function"
	case t.Tags == 0:
		return "unknown"
	}
	return "other"
}

func size(n int) string {
	for _, step := range []struct {
		most int
		name string
	}{{1, "1"}, {3, "3"}, {6, "6"}, {12, "12"}, {25, "25"}} {
		if n <= step.most {
			return step.name
		}
	}
	return "many"
}

func appendIf(list []string, b bool, name string) []string {
	if b {
		return append(list, name)
	}
	return list
}
