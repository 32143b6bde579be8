package text

// An agent is who does what a verb says.
type agent uint8

const (
	nobodyKnown agent = iota // no subject is near
	person                   // a teacher, a student, a name
	rater                    // I, we
	thing                    // papers, directions: somebody else does it
	implied                  // none, at the start: "Greets every child"
)

// reach is how many tokens a verb may stand from its subject.
const reach = 7

// agentOf returns who does what the verb at token i says.
func agentOf(s *statement, i int) agent {
	start := s.clauseOf(i)
	j := i - 1
	for j >= start && mayStandBetween(s, j) {
		j--
	}
	if s.at(start).is(demonstrative) && start < i && j <= start {
		return nobodyKnown // "That hurts": a word on what was said before
	}
	if j < start {
		return carried(s, start)
	}
	if t := s.at(j); t.is(joint) {
		return carried(s, j)
	}
	return nearestAgent(s, j, max(start, i-reach))
}

// mayStandBetween reports whether token j may stand between a subject and its verb.
func mayStandBetween(s *statement, j int) bool {
	t := s.at(j)
	return t.is(auxiliary|negation) || t.kind == word && isAdverb(s.lang, t.lower)
}

func isAdverb(lang *Language, w string) bool {
	_, ok := lang.ends(w, "adverb")
	return ok && len(w) > 4
}

// nearestAgent returns the agent that the tokens from j back to low name.
func nearestAgent(s *statement, j, low int) agent {
	who := nobodyKnown
	for ; j >= low; j-- {
		switch t := s.at(j); {
		case t.owner:
		case t.is(self):
			return rater
		case t.is(people), isNamed(s, j):
			return person
		case t.is(object | place):
			who = thing
		case t.is(advice | stance):
			return who
		}
	}
	return who
}

// carried returns the agent of a verb without a subject of its own: that of
// the clause before, or whoever the note is about.
func carried(s *statement, start int) agent {
	for i := start - 1; i >= s.from; i-- {
		if t := s.at(i); t.is(self) {
			return rater
		} else if t.is(people) {
			return person
		}
	}
	return implied
}

// isNamed reports whether token i looks like a name: a capital that the start
// of the sentence does not explain, or a capital that no list explains.
func isNamed(s *statement, i int) bool {
	t := s.at(i)
	if t.kind != word || !t.capital || t.upper || t.tags != 0 || s.lang.capitals[t.lower] {
		return false
	}
	return i > s.from || s.lang.names[s.lang.bare(t.lower)]
}

// acts reports whether the word at token i is a verb that somebody other than
// the rater is told to do.
func acts(s *statement, i int) bool {
	t := s.at(i)
	if s.at(i-1).is(verdict|infer) || t.is(people|object) && !s.at(i-1).is(people) {
		return false // "well planned", "clearly explains": a verdict on it
	}
	switch who := agentOf(s, i); {
	case t.is(otherForm) && who == person:
		return true
	case t.is(otherForm) && who == implied:
		return !t.is(object | people | baseForm)
	case t.is(baseForm):
		return who == person && follows(s, i, many)
	case t.is(nonfinite):
		return who == person && (follows(s, i, people) || s.at(i-1).is(auxiliary))
	default:
		return false
	}
}

// follows reports whether right before the verb at token i, but for words that
// may stand between, is a word of one of the tags.
func follows(s *statement, i int, of tag) bool {
	j := i - 1
	for j >= s.clauseOf(i) && mayStandBetween(s, j) {
		j--
	}
	return j >= s.clauseOf(i) && (s.at(j).is(of) || isNamed(s, j))
}
