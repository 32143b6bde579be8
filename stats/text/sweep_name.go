package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// name reports whether token i is a name, or a part of one.
func (s *Sweeper) name(p *passage, i int, headline bool) bool {
	t := p.toks[i]
	written := p.text[t.start:t.end]
	owner := possessive(written)
	w := fold(strings.TrimSuffix(written, owner))
	if whose := s.whose(w, written); whose != nil {
		return s.rater(p, i, w, whose, headline || t.upper, owner != "")
	}
	ordinary := isOrdinary(s.lang, w)
	own := t.capital && !t.upper && !starts(p, i) && !headline // a capital that nothing explains
	switch {
	case i > 0 && s.titled(p.toks[:i]) && (t.capital || !ordinary):
		return true
	case i > 0 && p.text[t.start-1] == '@' && (i < 2 || p.toks[i-2].end < p.toks[i-1].start) && len(w) > 2:
		return !ordinary && handle(written)
	case utf8.RuneCountInString(w) < 2 || t.kind != word:
		return false
	case s.learned[w]:
		return true
	case s.lang.capitals[w]:
		return false
	case s.lang.names[w]:
		return !ordinary || own
	}
	return own && !ordinary && !s.plain[w] && !mixedCase(written)
}

// longHandle is the length from which a word after @ is a handle, and not a
// place: "@door".
const longHandle = 8

// handle reports whether a word after @ looks like somebody's.
func handle(w string) bool {
	return len(w) >= longHandle || strings.ContainsAny(w, "_.0123456789") || mixedCase(w)
}

// whose returns the known people one of whose names a word is, whole or with
// more joined to it, or with the s of a possessive.
func (s *Sweeper) whose(w, written string) []int {
	if len(s.known) == 0 {
		return nil
	}
	if whose := s.known[w]; whose != nil {
		return whose
	}
	if short, ok := strings.CutSuffix(w, "s"); ok && !isOrdinary(s.lang, w) && s.known[short] != nil {
		return s.known[short]
	}
	for part := range strings.FieldsFuncSeq(written, between) {
		if whose := s.known[fold(part)]; len(part) < len(written) && whose != nil && !isOrdinary(s.lang, fold(part)) {
			return whose
		}
	}
	return nil
}

// rater reports whether a known name, at token i, is meant as one: always,
// but for a plain word in a place where it may be one.
func (s *Sweeper) rater(p *passage, i int, w string, whose []int, flat, owner bool) bool {
	t := p.toks[i]
	before, after := token{}, token{}
	if i > 0 {
		before = p.toks[i-1]
	}
	if i+1 < len(p.toks) {
		after = p.toks[i+1]
	}
	if !isOrdinary(s.lang, w) {
		thing := !t.capital && !s.lang.names[w] && s.plain[w] && determines(before)
		return !thing
	}
	switch {
	case s.beside(p, i-1, whose), s.beside(p, i+1, whose):
		return true
	case determines(before):
		return false
	case t.capital && !flat && (owner || !starts(p, i)):
		return true
	case s.lang.nameVerbs[after.lower], s.lang.nameCues[before.lower]:
		return true
	case i > 1 && s.lang.nameCues[p.toks[i-2].lower+" "+before.lower]:
		return true
	case after.lower == "and" && i+2 < len(p.toks):
		third := p.toks[i+2]
		return third.lower == "i" || t.capital && s.whose(fold(p.text[third.start:third.end]), "") != nil
	}
	return false
}

// beside reports whether token i is a part of a name of one of the people.
func (s *Sweeper) beside(p *passage, i int, whose []int) bool {
	if i < 0 || i >= len(p.toks) || p.toks[i].kind == mark {
		return false
	}
	for _, who := range s.known[fold(p.text[p.toks[i].start:p.toks[i].end])] {
		for _, one := range whose {
			if who == one {
				return true
			}
		}
	}
	return false
}

// determines reports whether a word begins the name of a thing: the, a, their.
func determines(t token) bool {
	return t.is(article) || t.is(opener) && t.is(function) && t.lower != "with" && t.lower != "for" && t.lower != "on" || t.lower == "the" || t.kind == number
}

// isOrdinary reports whether a word is one of the language.
func isOrdinary(lang *Language, w string) bool {
	_, listed := lang.words[w]
	return listed || lang.nameWords[w] || lang.common[w] > 0
}

// titled reports whether toks end in Mr, Ms or the like. Titles that are words
// need a capital: Coach, Principal.
func (s *Sweeper) titled(toks []token) bool {
	n := len(toks)
	if toks[n-1].lower == "." && n > 1 {
		n--
	}
	last := toks[n-1]
	short := last.is(courtesy) && last.is(abbreviation)
	return last.is(courtesy) && (last.capital && !last.upper || short)
}

// starts reports whether token i stands where any word has a capital.
func starts(p *passage, i int) bool {
	if i == 0 {
		return true
	}
	before := p.toks[i-1]
	return before.kind == mark && before.lower != "," && before.lower != "&" && before.lower != "(" && before.lower != "/" ||
		strings.Contains(p.text[before.end:p.toks[i].start], "\n")
}

// titled says of each token whether its line is in Title Case or has a capital
// nearly everywhere: there a capital says nothing.
func titled(p *passage) []bool {
	titled := make([]bool, len(p.toks))
	for from := 0; from < len(p.toks); {
		to, words, capitals := from, 0, 0
		for ; to < len(p.toks) && (to == from || !lineEnds(p.text, p.toks, to)); to++ {
			if t := p.toks[to]; t.kind == word && !t.is(function) {
				words++
				if t.capital {
					capitals++
				}
			}
		}
		for i := from; i < to; i++ {
			titled[i] = words > 2 && capitals*10 > words*7
		}
		from = to
	}
	return titled
}

// initial reports whether a token is a single capital letter.
func initial(t token) bool { return t.capital && utf8.RuneCountInString(t.lower) == 1 }

// mixedCase reports whether a word has a capital inside that no name has:
// SmartBoard, but not McCall, DeShawn or O'Neil.
func mixedCase(w string) bool {
	for _, prefix := range [...]string{
		"Mc", "Mac", "De", "Da", "Di", "La", "Le", "Ja", "Ke", "Ma", "Sha", "Ta", "O'", "O’", "D'", "D’",
	} {
		if rest, ok := strings.CutPrefix(w, prefix); ok {
			w = rest
			break
		}
	}
	_, size := utf8.DecodeRuneInString(w)
	return strings.IndexFunc(w[size:], unicode.IsUpper) >= 0 ||
		strings.IndexFunc(w, unicode.IsDigit) >= 0
}
