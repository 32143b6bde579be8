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
// nothing that was seen: "which is a pity", "and that isn't a discussion".
func findRemark(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t, before := s.toks[i], s.at(i-1)
		if !t.live() || i > s.from && before.kind != mark && !before.is(joint) {
			continue
		}
		switch {
		case t.is(comment) && s.bare(i, object|observed|telling|place):
			add(i, i+t.span, true)
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
