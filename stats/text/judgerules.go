package text

import "strings"

// findVerdict finds words that judge.
func findVerdict(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if !t.live() || !t.is(verdict|mild) || t.capital && s.at(i-1).kind == word {
			continue // a capital within a sentence is a name or a title
		}
		add(i, i+t.span, t.is(verdict) || s.at(i+1).is(abstract))
	}
}

// findAdvice finds advice and wishes.
func findAdvice(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		switch t := s.toks[i]; {
		case !t.live():
		case t.is(advice):
			add(i, i+t.span, true)
		case t.is(ability):
			add(i, i+1, !s.next(i, learner))
		}
	}
}

// findOrder finds advice in the form of an order: "Give them time".
func findOrder(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if s.clauseOf(i) != i || !t.is(baseForm) || t.is(otherForm|object|people) || !t.live() {
			continue
		}
		if next := s.at(i + 1); next.is(opener) && i == s.from {
			add(i, i+2, true)
		}
	}
}

// findStance finds the rater speaking for himself.
func findStance(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		if t := s.toks[i]; t.is(stance|granting) && t.live() {
			add(i, i+t.span, t.is(stance))
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
		add(i, i+t.span, true)
	}
}

// findMind finds states of mind, and what someone is said to know or feel. A
// state that was counted may have been seen.
func findMind(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if !t.live() {
			continue
		}
		switch {
		case t.is(state):
			add(i, i+t.span, !s.counted(i))
		case t.is(knowing) && s.minds(i):
			add(i, i+t.span, !t.is(mild))
		case t.is(knowing) && t.span > 1:
			add(i, i+t.span, !t.is(mild))
		}
	}
}

// minds reports whether somebody other than the rater is said to do what the
// verb at token i says of a mind.
func (s *statement) minds(i int) bool {
	return s.acts(i) || s.at(i).is(nonfinite) && s.agent(i) == person
}

// counted reports whether a number of people stands before token i in its
// clause.
func (s *statement) counted(i int) bool {
	for j := s.clauseOf(i); j < i; j++ {
		if t := s.toks[j]; t.kind == share || t.kind == percent || t.kind == number && s.at(j+1).is(people|opener) {
			return true
		}
	}
	return false
}

// findDegree finds degrees without a measure.
func findDegree(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if !t.live() {
			continue
		}
		next := s.at(i + t.span)
		switch {
		case t.is(degree) && (t.span > 1 || next.kind == word && next.tags&(function|people) == 0):
			add(i, i+t.span, true)
		case t.is(vague) && s.beforeAbstract(i):
			add(i, i+t.span, true)
		case t.is(vague):
			add(i, i+t.span, false)
		}
	}
}

// beforeAbstract reports whether token i stands before the noun of a rubric.
func (s *statement) beforeAbstract(i int) bool {
	for j := i + 1; j < min(i+4, s.clauseEnd(i)); j++ {
		if t := s.toks[j]; t.is(abstract) {
			return true
		} else if t.is(object|people) || t.kind == number {
			return false
		}
	}
	return false
}

// findAbstract finds the nouns of rubrics; a denied one is a conclusion.
func findAbstract(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if !t.is(abstract) || !t.live() {
			continue
		}
		denied := s.at(i-1).is(negation) || s.at(i-2).is(negation) && s.at(i-1).is(abstract|mild)
		add(i, i+t.span, denied)
	}
}

// findScore finds levels put into words.
func findScore(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		switch {
		case !t.live():
		case t.is(score):
			add(i, i+t.span, true)
		case s.isScore(i):
			add(i, i+1, true)
		}
	}
}

// isScore reports whether the number at token i is a rating: "a solid 3".
func (s *statement) isScore(i int) bool {
	t := s.at(i)
	if t.kind != number || t.value > 7 || t.end-t.start > 3 {
		return false
	}
	before, after := s.at(i-1), s.at(i+1)
	if after.kind == number || after.is(unit|people|object) {
		return false
	}
	return before.is(score|verdict) || before.lower == "a" || before.lower == "an"
}

// findShape finds words that no list names and that have the shape of an
// adjective of judgement: -ful, -ive, -ous, -able, -less.
func findShape(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if t.kind != word || t.tags != 0 || t.capital && i > s.from || !t.live() || len(t.lower) < 6 {
			continue
		}
		for _, ending := range [...]string{"ful", "ive", "ous", "able", "ible", "less", "fully", "ively", "ously", "ably", "ibly"} {
			if strings.HasSuffix(t.lower, ending) {
				add(i, i+1, false)
				break
			}
		}
	}
}
