package sweep

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/token"
)

// name reports whether token i is a name, or a part of one.
func (s *Sweeper) name(p *language.Passage, i int, headline bool) bool {
	t := p.Tokens[i]
	written := p.Text[t.Start:t.End]
	owner := possessive(written)
	w := fold(strings.TrimSuffix(written, owner))
	if whose := s.whose(w, written); whose != nil {
		return s.rater(p, i, w, whose, headline || t.Upper, owner != "")
	}
	ordinary := isOrdinary(s.lang, w)
	own := t.Capital && !t.Upper && !starts(p, i) && !headline // a capital that nothing explains
	switch {
	case i > 0 && s.titled(p.Tokens[:i]) && (t.Capital || !ordinary):
		return true
	case i > 0 && p.Text[t.Start-1] == '@' && (i < 2 || p.Tokens[i-2].End < p.Tokens[i-1].Start) && len(w) > 2:
		return !ordinary && handle(written)
	case utf8.RuneCountInString(w) < 2 || t.Kind != token.Word:
		return false
	case s.learned[w]:
		return true
	case s.lang.In(language.Capitals, w):
		return false
	case s.lang.In(language.Names, w):
		return !ordinary || own
	}
	singular := strings.TrimSuffix(w, "s")
	return own && !ordinary && !s.plain[w] && !isOrdinary(s.lang, singular) && !mixedCase(written)
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
	if whose := s.joined(written); whose != nil {
		return whose
	}
	for part := range strings.FieldsFuncSeq(written, between) {
		if whose := s.known[fold(part)]; len(part) < len(written) && whose != nil && !isOrdinary(s.lang, fold(part)) {
			return whose
		}
	}
	return nil
}

// joined returns the known people of whom a word joins two parts of the name,
// as joy.winters does: then none of them is a plain word.
func (s *Sweeper) joined(written string) []int {
	seen := map[int]bool{}
	for part := range strings.FieldsFuncSeq(written, between) {
		if len(part) == len(written) {
			return nil
		}
		for _, who := range s.known[fold(part)] {
			if seen[who] {
				return []int{who}
			}
			seen[who] = true
		}
	}
	return nil
}

// rater reports whether a known name, at token i, is meant as one: always,
// but for a plain word in a place where it may be one.
func (s *Sweeper) rater(p *language.Passage, i int, w string, whose []int, flat, owner bool) bool {
	t := p.Tokens[i]
	before, after := token.Token{}, token.Token{}
	if i > 0 {
		before = p.Tokens[i-1]
	}
	if i+1 < len(p.Tokens) {
		after = p.Tokens[i+1]
	}
	if !isOrdinary(s.lang, w) {
		thing := !t.Capital && !s.lang.In(language.Names, w) && s.plain[w] && determines(before)
		return !thing
	}
	switch {
	case s.beside(p, i-1, whose), s.beside(p, i+1, whose):
		return true
	case determines(before):
		return false
	case t.Capital && !flat && (owner || !starts(p, i)):
		return true
	case s.lang.In(language.NameVerbs, after.Lower), s.lang.In(language.NameCues, before.Lower):
		return true
	case i > 1 && s.lang.In(language.NameCues, p.Tokens[i-2].Lower+" "+before.Lower):
		return true
	case after.Lower == "and" && i+2 < len(p.Tokens):
		third := p.Tokens[i+2]
		return third.Lower == "i" || t.Capital && s.whose(fold(p.Text[third.Start:third.End]), "") != nil
	}
	return false
}

// beside reports whether token i is a part of a name of one of the people.
func (s *Sweeper) beside(p *language.Passage, i int, whose []int) bool {
	if i < 0 || i >= len(p.Tokens) || p.Tokens[i].Kind == token.Mark {
		return false
	}
	w := fold(p.Text[p.Tokens[i].Start:p.Tokens[i].End])
	known := s.known[w]
	if len(w) == 1 && (p.Tokens[i].Capital || w != "a" && w != "i") && w != "t" && w != "s" { // T and S are the teacher and a student
		known = s.initials[w]
	}
	for _, who := range known {
		for _, one := range whose {
			if who == one {
				return true
			}
		}
	}
	return false
}

// determines reports whether a word begins the name of a thing: the, a, their.
func determines(t token.Token) bool {
	return t.Is(token.Article) || t.Is(token.Opener) && t.Is(token.Function) && t.Lower != "with" && t.Lower != "for" && t.Lower != "on" || t.Lower == "the" || t.Kind == token.Number
}

// isOrdinary reports whether a word is one of the language.
func isOrdinary(lang *language.Language, w string) bool {
	share, _ := lang.Share(w)
	return lang.Tags(w) != 0 || lang.In(language.NameWords, w) || share > 0
}

// titled reports whether toks end in Mr, Ms or the like. Titles that are words
// need a capital: Coach, Principal.
func (s *Sweeper) titled(toks []token.Token) bool {
	n := len(toks)
	if toks[n-1].Lower == "." && n > 1 {
		n--
	}
	last := toks[n-1]
	short := last.Is(token.Courtesy) && last.Is(token.Abbreviation)
	return last.Is(token.Courtesy) && (last.Capital && !last.Upper || short)
}

// starts reports whether token i stands where any word has a capital.
func starts(p *language.Passage, i int) bool {
	if i == 0 {
		return true
	}
	before := p.Tokens[i-1]
	if before.Lower == "." && i > 1 && initial(p.Tokens[i-2]) && p.Tokens[i-2].End == before.Start {
		return false // M. Abernathy
	}
	return before.Kind == token.Mark && before.Lower != "," && before.Lower != "&" && before.Lower != "(" && before.Lower != "/" ||
		strings.Contains(p.Text[before.End:p.Tokens[i].Start], "\n")
}

// titled says of each token whether its line is in Title Case or has a capital
// nearly everywhere: there a capital says nothing.
func titled(p *language.Passage) []bool {
	titled := make([]bool, len(p.Tokens))
	for from := 0; from < len(p.Tokens); {
		to, words, capitals := from, 0, 0
		for ; to < len(p.Tokens) && (to == from || !language.LineEnds(p.Text, p.Tokens, to)); to++ {
			if t := p.Tokens[to]; t.Kind == token.Word && !t.Is(token.Function) {
				words++
				if t.Capital {
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
func initial(t token.Token) bool { return t.Capital && utf8.RuneCountInString(t.Lower) == 1 }

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
