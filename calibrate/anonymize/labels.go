package anonymize

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// A labelSweeper takes the names of raters out of what is no reason: rounds,
// lessons, indicators, headers and the values of columns. Where one rater is
// meant their pseudonym stands in the place, so that two labels stay two.
type labelSweeper struct {
	pseudonyms []string
	words      map[string][]int // parts of names, folded, to raters
	handles    map[string][]int // names written as one, as in addresses
}

// titles are words beside names that are no name, folded.
var titles = strings.Fields(`mr mrs ms mx dr prof miss sr sra herr frau principal assistant vice deputy associate ap rater observer coder judge grader
	marker annotator reviewer evaluator scorer assessor coach supervisor expert teacher administrator admin leader director person participant
	respondent school office district central the and of de la van von der den jr iii team group room id no number email`)

// newLabelSweeper learns the names of raters.
func newLabelSweeper(raters, pseudonyms []string) *labelSweeper {
	s := &labelSweeper{pseudonyms: pseudonyms, words: map[string][]int{}, handles: map[string][]int{}}
	for i, rater := range raters {
		local, _, _ := strings.Cut(plainForm(rater), "@")
		var parts []string
		for _, w := range wordsWithin(local) {
			if w = strings.Trim(w, "0123456789"); utf8.RuneCountInString(w) > 1 && !slices.Contains(titles, w) {
				parts = append(parts, w)
			}
		}
		for _, w := range strings.Fields(local) { // O'Neil is written ONeil too
			if joined := strings.Join(wordsWithin(w), ""); strings.ContainsAny(w, "'’-") && utf8.RuneCountInString(joined) > 2 {
				s.words[joined] = append(s.words[joined], i)
			}
		}
		for _, w := range parts {
			s.words[w] = append(s.words[w], i)
		}
		if len(parts) == 0 {
			continue
		}
		first, last := parts[0], parts[len(parts)-1]
		f, l := firstLetter(first), firstLetter(last)
		for _, h := range []string{strings.Join(parts, ""), last + first, f + last, first + l, last + f, strings.Join(wordsWithin(local), "")} {
			if len(parts) > 1 && len(h) > 3 || strings.ContainsAny(rater, "@0123456789") && len(h) > 3 {
				s.handles[h] = append(s.handles[h], i)
			}
		}
	}
	return s
}

func firstLetter(s string) string {
	r, _ := utf8.DecodeRuneInString(s)
	return string(r)
}

// plainForm is a text without case, accents' composition, full-width forms and
// marks without width.
func plainForm(s string) string {
	s = norm.NFKC.String(s)
	return cell.Fold(strings.Map(func(r rune) rune {
		if r == '\u00ad' || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s))
}

// wordsWithin cuts a text into words of letters and digits, also where the
// case changes within one.
func wordsWithin(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) })
}

var (
	labelAddress = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[\p{L}\p{M}\d._%+-]+@[\p{L}\p{M}\d.-]+`) })
	labelWord    = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[\p{L}\p{M}\d\p{Cf}]+`) })
	labelAgain   = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(R-[A-Z2-7]{12}|\[name\])(?:[\s,._-]+(?:R-[A-Z2-7]{12}|\[name\]))+`)
	})
)

// sweep takes the names of raters, and every e-mail address, out of a label.
func (s *labelSweeper) sweep(label string) string {
	out := labelAddress().ReplaceAllStringFunc(label, func(address string) string {
		local, _, _ := strings.Cut(plainForm(address), "@")
		if who := s.whose(strings.Join(wordsWithin(local), "")); who != "" {
			return who
		}
		for _, w := range wordsWithin(local) {
			if who := s.whose(w); who != "" {
				return who
			}
		}
		return "[e-mail]"
	})
	out = labelWord().ReplaceAllStringFunc(out, s.word)
	return labelAgain().ReplaceAllStringFunc(out, func(names string) string {
		all := labelWord().FindAllString(strings.ReplaceAll(names, "R-", ""), -1)
		for _, name := range all { // a surname that two share stands beside a first name
			if name != "name" {
				return "R-" + name
			}
		}
		return "[name]"
	})
}

// word replaces one word that is a name; one that was joined of several, as in
// AnaOrtiz, is looked at in its parts.
func (s *labelSweeper) word(w string) string {
	key := plainForm(w)
	if who := s.whose(key); who != "" {
		return who
	}
	if who := s.whose(strings.TrimRight(key, "0123456789")); who != "" {
		return who
	}
	for _, part := range camelParts(w) {
		if who := s.whose(plainForm(part)); who != "" && part != w {
			return who
		}
	}
	return w
}

// camelParts cuts a word where its case changes.
func camelParts(w string) []string {
	var parts []string
	start := 0
	var before rune
	for i, r := range w {
		if i > 0 && unicode.IsUpper(r) && unicode.IsLower(before) {
			parts = append(parts, w[start:i])
			start = i
		}
		before = r
	}
	return append(parts, w[start:])
}

// whose returns the pseudonym of the rater whose name a word is, [name] where
// it is that of several, and "" where it is nobody's.
func (s *labelSweeper) whose(w string) string {
	all := s.words[w]
	if len(all) == 0 {
		all = s.handles[w]
	}
	switch all = slices.Compact(slices.Sorted(slices.Values(all))); len(all) {
	case 0:
		return ""
	case 1:
		return s.pseudonyms[all[0]]
	}
	return "[name]"
}

// sweepAll sweeps labels that have to stay different from each other.
func (s *labelSweeper) sweepAll(labels []string) (swept []string, changed int) {
	taken := map[string]bool{}
	for _, label := range labels {
		out := s.sweep(label)
		if out != label {
			changed++
		}
		unique := out
		for n := 2; taken[cell.Fold(unique)]; n++ {
			unique = fmt.Sprintf("%s (%d)", out, n)
		}
		taken[cell.Fold(unique)] = true
		swept = append(swept, unique)
	}
	return swept, changed
}
