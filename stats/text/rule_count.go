package text

// findCount finds numbers that count something of the lesson.
func findCount(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		if t.quoted || t.granted || isScore(s, i) {
			continue
		}
		switch t.kind {
		case percent:
			if t.value <= 100 {
				add(i, i+1, !s.at(i+1).is(state|verdict|abstract))
			}
		case share:
			if t.value <= t.other {
				add(i, i+1, countsShare(s, i))
			}
		case number:
			if to, strong := countAt(s, i); to > i {
				add(i, to, strong)
				i = to - 1
			}
		}
	}
}

func countsShare(s *statement, i int) bool {
	next := s.at(i + 1)
	return len(s.slice(i, i+1)) > 3 || next.is(people|object|unit) || next.kind == word
}

// countAt returns the end of what the number at token i counts, or i where it
// counts nothing, and whether that alone settles the matter.
func countAt(s *statement, i int) (to int, strong bool) {
	t := s.toks[i]
	alone := t.is(single)
	switch next := s.at(i + 1); {
	case t.is(timeUnit), s.at(i-1).is(age) && !s.at(i-1).is(score): // 7s, tier 3
		return i, false
	case t.is(repeated):
		return i + 1, true
	case t.value > 100 && next.lower == "percent":
		return i, false
	case next.is(among) && s.at(i+2).kind != mark && !alone:
		return min(i+3, s.to), true
	case next.is(auxiliary|verbs) && !next.is(object) && !alone:
		return min(i+2, s.to), true
	case t.value < 1 && next.is(people|object|opener):
		return min(i+2, s.to), true
	}
	for j := i + 1; j < min(i+4, s.clauseEnd(i)); j++ {
		switch next := s.toks[j]; {
		case next.is(age | score | timeUnit | whole):
			return i, false
		case next.is(people | object | unit), Plural(s.lang, next):
			return j + 1, !alone || next.is(people|object) || s.at(i-1).is(hedge)
		}
	}
	return i + 1, s.at(i-1).lower == "x" || t.value > 10 && t.value < 1900
}

// Plural reports whether a token has the shape of a plural.
func Plural(lang *Language, t token) bool {
	_, is := lang.ends(t.lower, "plural")
	_, not := lang.ends(t.lower, "unplural")
	return t.kind == word && is && !not && len(t.lower) > 3
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
		case (t.kind == number || t.is(article) && s.at(i-1).is(hedge)) && next.is(timeUnit):
			add(i, i+2, !s.at(i+2).is(whole))
		}
	}
}
