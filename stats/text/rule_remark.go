package text

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

// findRemark finds clauses that are a remark on what was just said and name
// nobody and nothing: "which is a pity", "and that isn't a discussion".
func findRemark(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t, before := s.toks[i], s.at(i-1)
		if !t.is(remark) || !t.live() || !s.at(i+1).is(auxiliary|verbs) ||
			i > s.from && before.kind != mark && !before.is(joint) {
			continue
		}
		end := s.clauseEnd(i)
		bare := end > i+1
		for j := i + 1; j < end; j++ {
			n := s.toks[j]
			bare = bare && n.live() && n.kind == word && !n.is(people|object|observed|telling|place)
		}
		if bare {
			add(i, i+2, true)
		}
	}
}
