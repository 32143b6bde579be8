package text

// findStance finds the rater speaking for himself.
func findStance(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		if t := s.toks[i]; t.is(stance|granting) && t.live() {
			add(i, i+t.span, t.is(stance) && !(t.is(hedge|infer|frame) && hedgesFact(s, i)))
		}
	}
}

// findInference finds conclusions and guesses. A hedge before a number makes
// it approximate, no guess.
func findInference(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if !t.is(infer) || !t.live() {
			continue
		}
		if next := s.at(i + t.span); t.is(hedge) && (next.kind == number || next.kind == share) {
			continue
		}
		add(i, i+t.span, !hedgesFact(s, i))
	}
}

// hedgesFact reports whether the words at token i are followed, in their
// clause, by what can be counted or seen and by no judgement: "I think six
// raised a hand" is a fact told with care.
func hedgesFact(s *statement, i int) bool {
	found := false
	for j := i + s.at(i).span; j < s.clauseEnd(i); j++ {
		switch t := s.toks[j]; {
		case t.is(verdict | mild | state | abstract | advice | knowing | degree | score | infer | summary):
			return false
		case t.kind != word && t.kind != mark && !t.is(single) && !isScore(s, j), t.is(observed) && s.at(j-1).is(people):
			found = true
		}
	}
	return found
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
		if !t.live() || i > s.from && before.kind != mark && !before.is(joint) {
			continue
		}
		switch {
		case t.is(comment) && bareAfter(s, i, object|observed|telling|place):
			add(i, i+t.span, true)
		case t.is(remark) && s.at(i+1).is(summary|observed) && bareAfter(s, i+1, object|place) && abstractAfter(s, i):
			add(i, i+2, true)
		case t.is(remark) && s.at(i+1).is(auxiliary|verbs) &&
			bareAfter(s, i, object|observed|telling|place|people):
			add(i, i+2, true)
		}
	}
}

// bareAfter reports whether the clause goes on after token i with the rater's own
// words alone, and none of the tags.
func bareAfter(s *statement, i int, of tag) bool {
	end := s.clauseEnd(i)
	for j := i + 1; j < end; j++ {
		if t := s.toks[j]; !t.live() || t.kind != word || t.is(of) {
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
		if t.kind == mark {
			continue
		}
		if t.kind != word || !t.live() || t.is(people) || t.is(object) && !t.is(abstract|mild|verdict) && !s.at(i-1).is(abstract) {
			return false
		}
		words++
		abstracts += oneIf(t.is(abstract))
	}
	return s.from > 0 && abstracts > 0 && words <= longestLabel
}

// abstractAfter reports whether a noun of the rubric follows token i in its
// clause.
func abstractAfter(s *statement, i int) bool {
	for j := i + 1; j < s.clauseEnd(i); j++ {
		if s.toks[j].is(abstract) {
			return true
		}
	}
	return false
}
