package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Sweeper takes the names of people and e-mail addresses out of what is
// quoted: those of the raters it was told of, and names that the text shows to
// be such. It does not change after it is made.
type Sweeper struct {
	lang  *Language
	known map[string]bool // lower-case parts of the known names
	plain map[string]bool // words that the texts also write in lower case
}

// Swept is a text with its names and addresses replaced, and how many were.
type Swept struct {
	Text   string
	Names  int
	Emails int
}

// What stands in the place of a name and of an address.
const (
	nameMark  = "[name]"
	emailMark = "[e-mail]"
)

// NewSweeper returns a Sweeper of the known people, each a name ("Ana Ortiz",
// "Ortiz, Ana") or an e-mail address, whose parts are swept wherever they
// stand with a capital. A capital is no sign of a name in a word that the
// texts also write without one.
func NewSweeper(lang *Language, known, texts []string) *Sweeper {
	s := &Sweeper{lang: lang, known: map[string]bool{}, plain: map[string]bool{}}
	for _, person := range known {
		person, _, _ = strings.Cut(person, "@")
		for _, part := range strings.FieldsFunc(person, between) {
			part = strings.ReplaceAll(strings.ToLower(part), "’", "'")
			if utf8.RuneCountInString(part) > 1 && !lang.words[part].any(courtesy) {
				s.known[part] = true
			}
		}
	}
	for _, text := range texts {
		for _, t := range lang.passage(text).toks {
			if t.kind == word && !t.capital {
				s.plain[t.lower] = true
			}
		}
	}
	return s
}

// between reports whether r stands between the parts of a name.
func between(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }

// Sweep replaces the names and e-mail addresses of a text. A name is a part of
// a known name; a word after Mr or Ms; a given name that the lists have; or a
// capital that neither the start of a sentence nor a list of ordinary words
// explains. Names side by side count once. What stands wholly in lower case,
// or in a script without capitals, is not found.
func (s *Sweeper) Sweep(text string) Swept {
	p := s.lang.passage(text)
	headline := titled(p)
	out := rewriter{from: p.text}
	addresses := emails(p.text)
	last := -1 // where the last name ended
	for i, t := range p.toks {
		for ; len(addresses) > 0 && addresses[0][0] <= t.start; addresses = addresses[1:] {
			out.replace(addresses[0][0], addresses[0][1], emailMark)
			out.emails++
		}
		if t.start < out.done || t.kind != word {
			continue
		}
		next := last >= 0 && strings.Trim(p.text[last:t.start], " -") == ""
		if !s.name(p, i, headline[i]) && !(next && initial(t)) {
			continue
		}
		end := t.start + s.lang.bareLen(t.lower, p.text[t.start:t.end])
		if next {
			out.done = end // a further part of the same name
		} else {
			out.replace(t.start, end, nameMark)
			out.names++
		}
		last = end
	}
	for _, a := range addresses {
		out.replace(a[0], a[1], emailMark)
		out.emails++
	}
	return out.swept()
}

// A rewriter copies a text with parts of it replaced.
type rewriter struct {
	from          string
	to            strings.Builder
	done          int // bytes copied or replaced
	names, emails int
}

func (w *rewriter) replace(from, to int, mark string) {
	from = max(from, w.done)
	w.to.WriteString(w.from[w.done:from])
	w.to.WriteString(mark)
	w.done = max(to, from)
}

func (w *rewriter) swept() Swept {
	w.to.WriteString(w.from[w.done:])
	return Swept{Text: w.to.String(), Names: w.names, Emails: w.emails}
}

// name reports whether token i is a name, or a part of one.
func (s *Sweeper) name(p *passage, i int, titled bool) bool {
	t := p.toks[i]
	w := s.lang.bare(t.lower)
	ordinary := s.ordinary(w)
	if s.known[w] {
		return t.capital && !(starts(p, i) && s.lang.words[w].any(function)) || !ordinary
	}
	switch {
	case !t.capital, t.upper, len(w) < 2, mixedCase(p.text[t.start:t.end]):
		return false
	case i > 0 && courteous(p.toks[:i]):
		return true
	case s.lang.capitals[w]:
		return false
	case s.lang.names[w]:
		return !ordinary || !starts(p, i) && !titled
	default:
		return !ordinary && !starts(p, i) && !titled
	}
}

// ordinary reports whether a word is one of the language, or of the texts in
// lower case.
func (s *Sweeper) ordinary(w string) bool {
	_, listed := s.lang.words[w]
	return listed || s.plain[w]
}

// courteous reports whether toks end in Mr, Ms or the like.
func courteous(toks []token) bool {
	n := len(toks)
	if toks[n-1].lower == "." && n > 1 {
		n--
	}
	return toks[n-1].is(courtesy) && toks[n-1].capital
}

// starts reports whether token i stands where any word has a capital.
func starts(p *passage, i int) bool {
	if i == 0 {
		return true
	}
	before := p.toks[i-1]
	return before.kind == mark && before.lower != "," && before.lower != "&" ||
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

// bare returns a word without its possessive ending.
func (lang *Language) bare(w string) string {
	stem, _ := lang.ends(strings.ReplaceAll(w, "’", "'"), "owner")
	return stem
}

// bareLen returns the bytes of a written word without the possessive ending
// that its lower-case form has.
func (lang *Language) bareLen(lower, written string) int {
	n := len(written)
	for range utf8.RuneCountInString(lower) - utf8.RuneCountInString(lang.bare(lower)) {
		_, size := utf8.DecodeLastRuneInString(written[:n])
		n -= size
	}
	return n
}

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
