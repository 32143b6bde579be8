package text

// markTitles marks words that stand among capitals within a sentence: titles
// of books and of tasks judge nothing. Where most words have a capital, none
// says anything.
func (s *statement) markTitles() {
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
		if !s.capitalAt(i) || !(s.capitalAt(i+1) || i > s.from+1 && s.capitalAt(i-1)) {
			continue
		}
		s.toks[i].title = true
	}
}

// capitalAt reports whether token i has a capital that the start of a sentence
// does not explain.
func (s *statement) capitalAt(i int) bool {
	t, before := s.at(i), s.at(i-1)
	return t.kind == word && t.capital && i > s.from && before.kind != mark
}
