package text

// markTitles marks words that stand among capitals within a sentence: titles
// of books and of tasks judge nothing. Where most words have a capital, none
// says anything.
func markTitles(s *statement) {
	words, capitals := 0, 0
	for i := s.from; i < s.to; i++ {
		if t := s.toks[i]; t.kind == word && !t.is(function) {
			words++
			capitals += oneIf(t.capital)
		}
	}
	if capitals*10 > words*8 {
		return
	}
	for i := s.from + 1; i < s.to; i++ {
		if !capitalAt(s, i) || !(capitalAt(s, i+1) || i > s.from+1 && capitalAt(s, i-1)) {
			continue
		}
		s.toks[i].title = true
	}
}

// capitalAt reports whether token i has a capital that the start of a sentence
// does not explain.
func capitalAt(s *statement, i int) bool {
	t, before := s.at(i), s.at(i-1)
	return t.kind == word && t.capital && i > s.from && before.kind != mark
}

// markTopics marks what a discussion, a book or a lesson is about, to the end
// of the clause or its verb: "a poem about failure", "debate whether he was a
// good president". It judges nothing of what was seen.
func markTopics(s *statement) {
	for i := s.from; i < s.to; i++ {
		if t := s.toks[i]; t.quoted || !s.lang.topics[t.lower] {
			continue
		}
		j := i + 1
		if s.at(j).is(preposition) && !s.lang.about[s.at(j).lower] {
			j++ // talks with a partner about
		}
		clause := s.at(j).is(link)
		if !clause && !s.lang.about[s.at(j).lower] {
			continue
		}
		for j++; j < s.to && s.toks[j].kind != mark && (clause || !s.toks[j].is(auxiliary|turn)); j++ {
			s.toks[j].title = true
		}
	}
}
