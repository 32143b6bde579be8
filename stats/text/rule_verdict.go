package text

// findVerdict finds words that judge.
func findVerdict(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if t.tags.all(praise) && t.live() && i <= s.from+1 && i+t.span < s.to {
			add(i, i+t.span, true)
			continue
		}
		if !t.live() || !t.is(verdict|mild) || t.capital && !t.upper && s.at(i-1).kind == word || opensTalk(s, i) {
			continue // a capital within a sentence is a name or a title
		}
		add(i, i+t.span, t.is(verdict) || s.at(i+1).is(abstract))
	}
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
		case t.kind == percent && t.value > 100, t.kind == number && t.value > 100 && next.lower == "percent":
			add(i, i+1, true)
		case t.is(degree) && (t.span > 1 || next.kind == word && next.tags&(function|people) == 0):
			add(i, i+t.span, true)
		case t.is(vague) && beforeAbstract(s, i):
			add(i, i+t.span, true)
		case t.is(vague):
			add(i, i+t.span, false)
		}
	}
}

// beforeAbstract reports whether token i stands before the noun of a rubric.
func beforeAbstract(s *statement, i int) bool {
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

// findShape finds words that no list names and that have the shape of an
// adjective of judgement: -ful, -ive, -ous, -able, -less.
func findShape(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if t.kind != word || t.tags != 0 || t.capital && i > s.from || !t.live() || len(t.lower) < 6 {
			continue
		}
		if _, ok := s.lang.ends(t.lower, "judging"); ok {
			add(i, i+1, false)
		}
	}
}

// opensTalk reports whether token i is a word such as okay before what is said.
func opensTalk(s *statement, i int) bool {
	return s.at(i).is(filler) && i == s.from && s.at(i+1).kind == word && !s.at(i+1).is(abstract)
}
