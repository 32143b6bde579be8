package text

// findQuotation finds words that somebody said. One or two words between
// quotation marks that nobody is told to have said are not: they may be the
// rater's own, held at a distance.
func findQuotation(s *statement, add func(from, to int, strong bool)) {
	quotes := s.quotesWithin()
	for _, q := range quotes {
		from, to := max(q.open, s.from), min(q.close+1, s.to)
		n, direct := s.inside(from, to)
		switch {
		case n == 0:
		case s.spokenBefore(q.open) || direct && n > 1 || n > 3:
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

// inside counts the words between two tokens, and reports whether they are
// such as only direct speech holds: I, you, a question, a full stop.
func (s *statement) inside(from, to int) (words int, direct bool) {
	for i := from; i < to; i++ {
		t := s.toks[i]
		if t.kind != mark {
			words++
		}
		direct = direct || t.is(spoken|self) || i+1 < to && (t.lower == "?" || t.lower == "!" || t.lower == ".")
	}
	return words, direct
}

// spokenBefore reports whether the quotation at token i follows a speaker and
// a colon, or a verb that reports speech.
func (s *statement) spokenBefore(i int) bool {
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

// findCount finds numbers that count something of the lesson.
func findCount(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if t.quoted || t.granted || s.isScore(i) {
			continue
		}
		switch t.kind {
		case percent:
			add(i, i+1, true)
		case share:
			add(i, i+1, s.countsShare(i))
		case number:
			if to, strong := s.counts(i); to > i {
				add(i, to, strong)
			}
		}
	}
}

func (s *statement) countsShare(i int) bool {
	next := s.at(i + 1)
	return len(s.slice(i, i+1)) > 3 || next.is(people|object|unit) || next.kind == word
}

// counts returns the end of what the number at token i counts, or i where it
// counts nothing, and whether that alone settles the matter.
func (s *statement) counts(i int) (to int, strong bool) {
	t := s.toks[i]
	single := t.lower == "one" || t.lower == "once"
	switch next := s.at(i + 1); {
	case t.is(timeUnit): // 7s
		return i, false
	case t.lower == "twice", t.lower == "thrice":
		return i + 1, true
	case next.lower == "of" && s.at(i+2).kind != mark && !single:
		return min(i+3, s.to), true
	case next.is(auxiliary|verbs) && !next.is(object) && !single:
		return min(i+2, s.to), true
	case t.value < 1 && next.is(people|object|opener):
		return min(i+2, s.to), true
	}
	for j := i + 1; j < min(i+4, s.clauseEnd(i)); j++ {
		switch next := s.toks[j]; {
		case next.is(age | score | timeUnit | whole):
			return i, false
		case next.is(people | object | unit), next.kind == word && len(next.lower) > 3 && next.lower[len(next.lower)-1] == 's':
			return j + 1, !single || next.is(people|object) || s.at(i-1).is(hedge)
		}
	}
	return i + 1, s.at(i-1).lower == "x" || t.value > 10 && t.value < 1900
}

// findTime finds clock times and durations.
func findTime(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if t.quoted || t.granted {
			continue
		}
		switch next := s.at(i + 1); {
		case t.kind == clock:
			add(i, i+1, true)
		case t.kind == number && t.is(timeUnit):
			add(i, i+1, true)
		case (t.kind == number || t.lower == "a" && s.at(i-1).is(hedge)) && next.is(timeUnit):
			add(i, i+2, !s.at(i+2).is(whole))
		}
	}
}

// findAction finds verbs of what can be seen or heard, with who did it.
func findAction(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		switch {
		case t.quoted || t.granted || t.reported || !t.is(verbs) && !s.unlisted(i):
		case t.is(having) && s.acts(i):
			add(i, i+1, s.holds(i))
		case t.is(observed):
			if s.acts(i) {
				add(i, i+t.span, s.concrete(i))
			} else if !t.is(baseForm) && !t.is(object) {
				add(i, i+1, false)
			}
		case t.is(summary) && s.acts(i), s.unlisted(i) && s.agent(i) == person:
			add(i, i+1, false)
		}
	}
}

// holds reports whether a thing follows the verb at token i.
func (s *statement) holds(i int) bool {
	for j := i + 1; j < min(i+5, s.clauseEnd(i)); j++ {
		if t := s.toks[j]; t.is(verdict | abstract | state | degree) {
			return false
		} else if t.is(object) {
			return true
		}
	}
	return false
}

// concrete reports whether the verb at token i tells of something that can be
// seen: what follows it in its clause is a person, a thing or a number before
// it is a verdict or a noun of the rubric, and no verdict went before. Of a
// light verb (give, make, set) nothing can be seen but what follows it.
func (s *statement) concrete(i int) bool {
	for j := s.clauseOf(i); j < i; j++ {
		if s.toks[j].is(verdict | degree) {
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
		case t.is(verdict | abstract | degree | infer | state):
			return false
		}
	}
	return !weak
}

// unlisted reports whether token i has the shape of a verb that no list
// names: "misread", "glued".
func (s *statement) unlisted(i int) bool {
	t := s.at(i)
	if t.kind != word || t.tags != 0 || t.capital || len(t.lower) < 4 {
		return false
	}
	n := len(t.lower)
	return t.lower[n-2:] == "ed" || t.lower[n-1] == 's' && t.lower[n-2:] != "ss" && s.agent(i) == person
}

// findSpeech finds verbs that report what somebody said.
func findSpeech(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if t.is(telling) && !t.quoted && !t.granted && s.acts(i) {
			add(i, i+1, t.is(saying) || !t.is(summary))
		}
	}
}

// findPassive finds what was done with things: "papers passed out".
func findPassive(s *statement, add func(from, to int, strong bool)) {
	for i := s.from + 1; i < s.to; i++ {
		t := s.toks[i]
		if t.is(observed) && t.is(otherForm|nonfinite) && t.live() && !t.granted && s.agent(i) == thing {
			add(i, i+t.span, s.concrete(i))
		}
	}
}

// findAbsence finds what nobody did.
func findAbsence(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if !t.is(nobody) || !t.live() || t.granted {
			continue
		}
		strong := false
		for j := i; j < s.clauseEnd(i); j++ {
			next := s.toks[j]
			strong = strong || s.denied(j) && s.concrete(j) || next.is(place) ||
				j > i && next.is(object)
			if next.is(state | abstract | verdict) {
				strong = false
				break
			}
		}
		add(i, i+t.span, strong)
	}
}

// denied reports whether the word at token j is a verb, of something seen or
// heard, that a word such as nobody can deny.
func (s *statement) denied(j int) bool {
	t := s.at(j)
	return t.is(observed|telling) && (t.is(otherForm) || t.is(baseForm) && s.at(j-1).is(nobody|people|negation|auxiliary))
}

// findPlace finds where things are: in a phrase of the list, or as a thing
// after a preposition.
func findPlace(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if !t.live() || t.granted {
			continue
		}
		if t.is(place) {
			add(i, i+t.span, s.thingNear(i))
		} else if to := s.where(i); to > i {
			add(i, to, s.thingNear(i))
		}
	}
}

// where returns the end of "on the mirror" where that stands at token i, else
// i.
func (s *statement) where(i int) int {
	if !s.at(i).is(preposition) {
		return i
	}
	for j := i + 1; j < min(i+4, s.clauseEnd(i)); j++ {
		if t := s.toks[j]; t.is(object) && !t.is(abstract) {
			return j + t.span
		} else if !t.is(opener) && t.kind != number {
			break
		}
	}
	return i
}

func (s *statement) thingNear(i int) bool {
	for j := max(s.from, i-5); j < i; j++ {
		if t := s.toks[j]; t.is(object|people|verbs) || t.kind == number {
			return true
		}
	}
	return false
}

// findObject finds things one could point at.
func findObject(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if t.is(object) && !t.is(abstract|place) && t.live() && !t.granted {
			add(i, i+1, false)
		}
	}
}
