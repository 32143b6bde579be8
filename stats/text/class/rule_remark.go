package class

import "github.com/cb401426/calibrate/stats/text/token"

// findStance finds the rater speaking for himself.
func findStance(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		if t := s.toks[i]; t.Is(token.Stance|token.Granting) && t.live() {
			add(i, i+t.Span, t.Is(token.Stance) && !(t.Is(token.Hedge|token.Infer|token.Frame) && hedgesFact(s, i)))
		}
	}
}

// findInference finds conclusions and guesses. A hedge before a number makes
// it approximate, no guess.
func findInference(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if !t.Is(token.Infer) || !t.live() {
			continue
		}
		if next := s.at(i + t.Span); t.Is(token.Hedge) && (next.Kind == token.Number || next.Kind == token.Share) {
			continue
		}
		add(i, i+t.Span, !hedgesFact(s, i))
	}
}

// hedgesFact reports whether the words at token i are followed, in their
// clause, by what can be counted or seen and by no judgement: "I think six
// raised a hand" is a fact told with care.
func hedgesFact(s *statement, i int) bool {
	found := false
	for j := i + s.at(i).Span; j < s.clauseEnd(i); j++ {
		switch t := s.toks[j]; {
		case found && t.Is(token.Mild) && !t.Is(token.Verdict): // "seven had the book open"
		case t.Is(token.Verdict | token.Mild | token.State | token.Abstract | token.Advice | token.Knowing | token.Degree | token.Score | token.Infer | token.Summary):
			return false
		case t.Kind != token.Word && t.Kind != token.Mark && !t.Is(token.Single) && !isScore(s, j), t.Is(token.Observed|token.Telling) && personBefore(s, i, j):
			found = true
		}
	}
	return found
}

// personBefore reports whether a person stands right before the verb at token j,
// but for words that may stand between, and behind token i.
func personBefore(s *statement, i, j int) bool {
	for j--; j > i && mayStandBetween(s, j); j-- {
	}
	return j > i && s.at(j).Is(token.People)
}

// findRemark finds clauses that are a remark on what was just said and name
// nothing that was seen: "which is a pity", "and that isn't a discussion".
func findRemark(s *statement, add func(from, to int, strong bool)) {
	if labels(s) {
		add(s.from, s.to, true)
		return
	}
	for i := s.from; i < s.to; i++ {
		t, before := s.toks[i], s.at(i-1)
		if !t.live() || i > s.from && before.Kind != token.Mark && !before.Is(token.Joint) {
			continue
		}
		switch {
		case t.Is(token.Comment) && bareAfter(s, i, token.Object|token.Observed|token.Telling|token.Place):
			add(i, i+t.Span, true)
		case t.Is(token.Remark) && s.at(i+1).Is(token.Summary|token.Observed) && bareAfter(s, i+1, token.Object|token.Place) && abstractAfter(s, i):
			add(i, i+2, true)
		case t.Is(token.Remark) && s.at(i+1).Is(token.Auxiliary|token.Verbs) &&
			bareAfter(s, i, token.Object|token.Observed|token.Telling|token.Place|token.People):
			add(i, i+2, true)
		}
	}
}

// bareAfter reports whether the clause goes on after token i with the rater's own
// words alone, and none of the tags.
func bareAfter(s *statement, i int, of token.Tag) bool {
	end := s.clauseEnd(i)
	for j := i + 1; j < end; j++ {
		if t := s.toks[j]; !t.live() || t.Kind != token.Word || t.Is(of) {
			return false
		}
	}
	return end > i+1
}

// longestLabel is the number of words of a remark without a verb.
const longestLabel = 4

// labels reports whether a statement puts a word of the rubric on the one
// before it and names nothing else: "Pacing problem."
func labels(s *statement) bool {
	words, abstracts := 0, 0
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if t.Kind == token.Mark {
			continue
		}
		if t.Kind != token.Word || !t.live() || t.Is(token.People) || t.Is(token.Object) && !t.Is(token.Abstract|token.Mild|token.Verdict) && !s.at(i-1).Is(token.Abstract) {
			return false
		}
		words++
		abstracts += oneIf(t.Is(token.Abstract))
	}
	return s.from > 0 && abstracts > 0 && words <= longestLabel
}

// abstractAfter reports whether a noun of the rubric follows token i in its
// clause.
func abstractAfter(s *statement, i int) bool {
	for j := i + 1; j < s.clauseEnd(i); j++ {
		if s.toks[j].Is(token.Abstract) {
			return true
		}
	}
	return false
}

// findSimile finds what the whole was like: "runs like a ferry", "it was like a
// long wait". Of a thing that somebody made it is a description.
func findSimile(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		if t := s.toks[i]; !t.live() || t.Lower != "like" && t.Lower != "as" || !s.at(i+1).Is(token.Article) {
			continue
		}
		if before := s.at(i - 1); before.Is(token.Auxiliary|token.Infer|token.Light) || i <= s.from+1 {
			add(i, min(i+3, s.to), false)
		}
	}
}

// findWondered finds a question of the rater's own, behind what was told:
// "Students copied for 20 minutes. Why?"
func findWondered(s *statement, add func(from, to int, strong bool)) {
	last := s.to - 1
	for last > s.from && s.at(last).Kind == token.Mark && s.at(last).Lower != "?" {
		last--
	}
	if s.at(last).Lower != "?" || s.at(last).Quoted {
		return
	}
	from := s.clauseOf(last - 1)
	for i := from; i < last; i++ {
		if t := s.toks[i]; t.Quoted || t.Is(token.Telling|token.Speaker) {
			return
		}
	}
	if from > 0 && from < last {
		add(from, last+1, false)
	}
}
