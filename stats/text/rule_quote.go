package text

// findQuotation finds words that somebody said. One or two words between
// quotation marks that nobody is told to have said are not: they may be the
// rater's own, held at a distance.
func findQuotation(s *statement, add func(from, to int, strong bool)) {
	quotes := quotesWithin(s)
	for _, q := range quotes {
		from, to := max(q.open, s.from), min(q.close+1, s.to)
		n, direct := wordsInside(s, from, to)
		switch {
		case n == 0:
		case spokenBefore(s, q.open) || direct && n > 1 || n > 3:
			add(from, to, true)
		case n > 1, len(quotes) > 1:
			add(from, to, len(quotes) > 1)
		}
	}
}

// findSpeeches finds what follows a speaker and a colon.
func findSpeeches(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		if !s.toks[i].said {
			continue
		}
		from := i
		for i < s.to && s.toks[i].said {
			i++
		}
		add(from, i, true)
	}
}

// wordsInside counts the words between two tokens, and reports whether they are
// such as only direct speech holds: I, you, a question, a full stop.
func wordsInside(s *statement, from, to int) (words int, direct bool) {
	for i := from; i < to; i++ {
		t := s.toks[i]
		if t.kind != mark {
			words++
		}
		ended := i+1 < to && (t.lower == "?" || t.lower == "!" || t.lower == ".")
		direct = direct || ended || t.is(spoken|self)
	}
	return words, direct
}

// spokenBefore reports whether the quotation at token i follows a speaker and
// a colon, or a verb that reports speech.
func spokenBefore(s *statement, i int) bool {
	if t := s.at(i - 1); t.lower == ":" && s.at(i-2).is(people) {
		return true
	}
	for j := i - 1; j >= max(s.from, i-5); j-- {
		if t := s.toks[j]; t.is(telling) && !t.quoted {
			return true
		}
	}
	return false
}
