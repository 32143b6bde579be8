// Package sweep takes the names of people, their addresses and their numbers
// out of what is quoted.
package sweep

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/token"
)

// A Sweeper takes the names of people and their addresses and numbers out of
// what is quoted: those of the raters it was told of, and names that the text
// shows to be such. It does not change after it is made.
type Sweeper struct {
	lang     *language.Language
	known    map[string][]int // parts of the known names, folded: whose
	initials map[string][]int // the first letters of those parts: whose
	plain    map[string]bool  // words that the texts write in lower case more often
	learned  map[string]bool  // names that the texts give with a title
}

// Swept is a text with its names, addresses and numbers replaced, and how many
// were.
type Swept struct {
	Text    string
	Names   int
	Emails  int
	Numbers int // of telephones and persons, and links
}

// What stands in the place of a name, an address, a link and a number.
const (
	nameMark   = "[name]"
	emailMark  = "[e-mail]"
	linkMark   = "[link]"
	numberMark = "[number]"
)

// NewSweeper returns a Sweeper of the known people, each a name ("Ana Ortiz",
// "Ortiz, Ana") or an e-mail address. Their parts are swept in any case and
// writing; a part that is also a plain word ("Will", "Grace") where it stands
// like a name. The texts show which capitals are no names.
func NewSweeper(lang *language.Language, known, texts []string) *Sweeper {
	s := &Sweeper{lang: lang, known: map[string][]int{}, initials: map[string][]int{}, plain: map[string]bool{}, learned: map[string]bool{}}
	for who, person := range known {
		s.learn(who, person)
	}
	uses := map[string]int{} // in lower case, less those with a capital of its own
	for _, text := range texts {
		p := lang.Passage(text)
		for i, t := range p.Tokens {
			if t.Kind != token.Word {
				continue
			}
			w := fold(p.Text[t.Start:t.End])
			switch {
			case !t.Capital:
				uses[w]++
			case i > 0 && s.titled(p.Tokens[:i]) && !isOrdinary(lang, w):
				s.learned[w] = true
			case !starts(p, i):
				uses[w]--
			}
		}
	}
	for w, n := range uses {
		s.plain[w] = n > 0
	}
	return s
}

// learn adds the ways to write a person's name: its parts, and first and last
// without a space, whole or by an initial.
func (s *Sweeper) learn(who int, person string) {
	person, _, _ = strings.Cut(person, "@")
	var parts []string
	for _, part := range strings.FieldsFunc(person, between) {
		if part = fold(part); utf8.RuneCountInString(part) > 1 && !s.lang.Tags(part).Any(token.Courtesy) {
			parts = append(parts, part)
		}
	}
	for _, part := range parts {
		s.initials[initialOf(part)] = append(s.initials[initialOf(part)], who)
	}
	ways := slices.Clone(parts)
	if n := len(parts); n > 1 {
		first, last := parts[0], parts[n-1]
		ways = append(ways, first+last, last+first, initialOf(first)+last, initialOf(last)+first, first+initialOf(last), last+initialOf(first))
	}
	for _, w := range ways {
		if !slices.Contains(s.known[w], who) {
			s.known[w] = append(s.known[w], who)
		}
	}
}

func initialOf(w string) string {
	_, size := utf8.DecodeRuneInString(w)
	return w[:size]
}

// between reports whether r stands between the parts of a name.
func between(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.In(r, unicode.Mn, unicode.Cf) && r != '\'' && r != '’'
}

// invisible are marks that show nothing and can hide a name.
var invisible = strings.NewReplacer("\u200b", "", "\u2060", "", "\ufeff", "", "\u00ad", "")

// Sweep replaces the names, addresses and numbers of a text. A name is a part
// of a known name; a word after Mr or Ms; a name of the lists; or a capital
// that neither the start of a sentence nor a list of ordinary words explains.
// Names side by side count once. What no list has and stands in lower case, at
// the start of a sentence or in a script without capitals is not found.
func (s *Sweeper) Sweep(text string) Swept {
	p := s.lang.Passage(invisible.Replace(text))
	headline := titled(p)
	out := rewriter{from: p.Text}
	contacts := contactsIn(p.Text)
	last := -1 // where the last name ended
	for i, t := range p.Tokens {
		for ; len(contacts) > 0 && contacts[0].from <= t.Start; contacts = contacts[1:] {
			out.contact(contacts[0])
		}
		if t.Start < out.done || !unicode.IsLetter(firstLetter(p.Text[t.Start:t.End])) {
			continue
		}
		gap := ""
		if last >= 0 {
			gap = p.Text[last:t.Start]
		}
		next := last >= 0 && strings.Trim(gap, " -") == ""
		joined := next && gap == "-" && t.Capital
		if !joined && !s.name(p, i, headline[i]) && !(next && initial(t)) {
			continue
		}
		end := t.End - len(possessive(p.Text[t.Start:t.End]))
		if next {
			out.done = end // a further part of the same name
		} else {
			from := t.Start
			if from > 0 && p.Text[from-1] == '@' {
				from--
			}
			out.replace(from, end, nameMark)
			out.names++
		}
		last = end
	}
	for _, c := range contacts {
		out.contact(c)
	}
	return out.swept()
}

// firstLetter returns the first rune of a word that is no underscore.
func firstLetter(w string) rune {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "_"))
	return r
}

// possessive returns the ending 's of a word, or nothing.
func possessive(w string) string {
	for _, ending := range [...]string{"'s", "’s", "'S", "’S"} {
		if strings.HasSuffix(w, ending) && len(w) > len(ending) {
			return ending
		}
	}
	return ""
}

// A rewriter copies a text with parts of it replaced.
type rewriter struct {
	from                   string
	to                     strings.Builder
	done                   int // bytes copied or replaced
	names, emails, numbers int
}

func (w *rewriter) contact(c found) {
	if c.from < w.done {
		return
	}
	w.replace(c.from, c.to, c.mark)
	if c.mark == emailMark {
		w.emails++
	} else {
		w.numbers++
	}
}

func (w *rewriter) replace(from, to int, mark string) {
	from = max(from, w.done)
	w.to.WriteString(w.from[w.done:from])
	w.to.WriteString(mark)
	w.done = max(to, from)
}

func (w *rewriter) swept() Swept {
	w.to.WriteString(w.from[w.done:])
	return Swept{Text: w.to.String(), Names: w.names, Emails: w.emails, Numbers: w.numbers}
}
