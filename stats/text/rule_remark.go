package text

// findStance finds the rater speaking for himself.
func findStance(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		if t := s.toks[i]; t.is(stance|granting) && t.live() {
			add(i, i+t.span, t.is(stance) && !(t.is(hedge|infer|frame) && s.hedgesFact(i)))
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
		add(i, i+t.span, !s.hedgesFact(i))
	}
}

// hedgesFact reports whether the words at token i are followed, in their
// clause, by what can be counted or seen and by no judgement: "I think six
// raised a hand" is a fact told with care.
func (s *statement) hedgesFact(i int) bool {
	found := false
	for j := i + s.at(i).span; j < s.clauseEnd(i); j++ {
		switch t := s.toks[j]; {
		case t.is(verdict | mild | state | abstract | advice | knowing | degree | score | infer | summary):
			return false
		case t.kind != word && t.kind != mark && !t.is(single) && !s.isScore(j), t.is(observed) && s.at(j-1).is(people):
			found = true
		}
	}
	return found
}

// findRemark finds clauses that are a remark on what was just said and name
// nothing that was seen: "which is a pity", "and that isn't a discussion".
func findRemark(s *statement, add func(from, to int, strong bool)) {
	if s.labels() {
		add(s.from, s.to, true)
		return
	}
	for i := s.from; i < s.to; i++ {
		t, before := s.toks[i], s.at(i-1)
		if !t.live() || i > s.from && before.kind != mark && !before.is(joint) {
			continue
		}
		switch {
		case t.is(comment) && s.bare(i, object|observed|telling|place):
			add(i, i+t.span, true)
		case t.is(remark) && s.at(i+1).is(summary|observed) && s.bare(i+1, object|place) && s.abstractAfter(i):
			add(i, i+2, true)
		case t.is(remark) && s.at(i+1).is(auxiliary|verbs) &&
			s.bare(i, object|observed|telling|place|people):
			add(i, i+2, true)
		}
	}
}

// bare reports whether the clause goes on after token i with the rater's own
// words alone, and none of the tags.
func (s *statement) bare(i int, of tag) bool {
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
func (s *statement) labels() bool {
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
func (s *statement) abstractAfter(i int) bool {
	for j := i + 1; j < s.clauseEnd(i); j++ {
		if s.toks[j].is(abstract) {
			return true
		}
	}
	return false
}
