package text

// findAction finds verbs of what can be seen or heard, with who did it.
func findAction(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		switch {
		case t.quoted || t.granted || t.reported || !t.is(verbs) && !unlisted(s, i):
		case t.is(having) && acts(s, i):
			add(i, i+1, holds(s, i))
		case t.is(observed):
			if acts(s, i) {
				add(i, i+t.span, concrete(s, i))
			} else if !t.is(baseForm) && !t.is(object) {
				add(i, i+1, false)
			}
		case t.is(summary) && acts(s, i), unlisted(s, i) && agentOf(s, i) == person:
			add(i, i+1, false)
		}
	}
}

// holds reports whether a thing follows the verb at token i.
func holds(s *statement, i int) bool {
	for j := i + 1; j < min(i+5, s.clauseEnd(i)); j++ {
		if t := s.toks[j]; t.is(verdict | abstract | state | degree) {
			return false
		} else if t.is(object) || t.is(people) && j > i+1 {
			return true
		}
	}
	return false
}

// concrete reports whether the verb at token i tells of something that can be
// seen: what follows it in its clause is a person, a thing or a number before
// it is a verdict or a noun of the rubric, and no verdict went before. Of a
// light verb (give, make, set) nothing can be seen but what follows it.
func concrete(s *statement, i int) bool {
	for j := s.clauseOf(i); j < i; j++ {
		if s.toks[j].is(verdict|degree) && !aboutSubject(s, j) {
			return false
		}
	}
	weak := s.at(i).is(light)
	for j := i + s.at(i).span; j < s.clauseEnd(i); j++ {
		switch t := s.toks[j]; {
		case t.is(people) && !t.is(object) && s.at(i).is(light):
			weak = false // "gave them": what?
		case t.quoted, t.is(object|people|place) && !t.is(abstract), t.kind != word && t.kind != mark:
			return true
		case aboutSubject(s, j):
			weak = false
		case t.is(verdict | abstract | degree | infer | state):
			return false
		}
	}
	return !weak
}

// unlisted reports whether token i has the shape of a verb that no list
// names: "glued", "T glues".
func unlisted(s *statement, i int) bool {
	t := s.at(i)
	if t.kind != word || t.tags != 0 || t.capital || len(t.lower) < 4 {
		return false
	}
	_, past := s.lang.ends(t.lower, "verb")
	return past || Plural(s.lang, t) && agentOf(s, i) == person
}

// findSpeech finds verbs that report what somebody said.
func findSpeech(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if t.is(telling) && s.at(i-1).lower != "being" && !t.quoted && !t.granted && acts(s, i) {
			add(i, i+1, t.is(saying) || !t.is(summary))
		}
	}
}

// findPassive finds what was done with things: "papers passed out".
func findPassive(s *statement, add func(from, to int, strong bool)) {
	for i := s.from + 1; i < s.to; i++ {
		t := s.toks[i]
		if t.is(observed) && t.is(otherForm|nonfinite) && t.live() && !t.granted && agentOf(s, i) == thing {
			add(i, i+t.span, concrete(s, i))
		}
	}
}
