package header

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

var (
	Initials    = cell.NewPattern(`^(?:\p{Lu}\.? ?){2,4}$`)
	initialName = cell.NewPattern(`^(?:\p{Lu}\.\s?)+\p{Lu}[\pL'’-]+$|^\p{Lu}[\pL'’-]+,?\s(?:\p{Lu}\.\s?)+$`)
	commaName   = cell.NewPattern(`^\pL[\pL'’ -]+,\s\pL[\pL'’. -]*$`)
	titledName  = cell.NewPattern(`^(?:Mr|Mrs|Ms|Mx|Dr|Prof|Miss|Frau|Herr|Sr|Sra)\.?\s\p{Lu}`)
)

// LooksPerson says, from 0 to 1, how much a name looks like a person's.
func LooksPerson(s string) float64 {
	s = cell.Clean(s)
	switch {
	case s == "":
		return 0
	case IsEmail(s):
		return 0.98
	case RaterName.MatchString(s):
		return 0.95
	case LooksLesson(s) || presetIndicator(s) || anyTeaching(cell.Words(s)):
		return 0.05
	case PersonForm(s):
		return 0.9
	case HasDigit(s):
		return 0.1
	}
	w := strings.Fields(s)
	capital := 0
	for _, word := range w {
		if r, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(r) {
			capital++
		}
	}
	switch {
	case len(w) <= 4 && len(w) > 1 && capital == len(w):
		return 0.75
	case len(w) == 1 && len([]rune(s)) == 1:
		return 0.35
	case len(w) == 1 && capital == 1:
		return 0.55
	case len(w) <= 2:
		return 0.35
	}
	return 0.1
}

// PersonForm reports whether a name has the form of a person's: "Ortiz, Ana",
// "C. Diaz", "Ms. Hill".
func PersonForm(s string) bool {
	return initialName.MatchString(s) || commaName.MatchString(s) && len(strings.Fields(s)) <= 4 || titledName.MatchString(s)
}

// IsEmail reports whether a cell is an e-mail address.
func IsEmail(s string) bool {
	at := strings.IndexByte(s, '@')
	return at > 0 && strings.Contains(s[at:], ".") && !strings.ContainsAny(s, " ,;")
}

// IsAnonymous reports whether a form put a word in place of a person.
func IsAnonymous(s string) bool {
	switch cell.Fold(s) {
	case "", "anonymous", "anonym", "anónimo", "anonimo", "anonyme", "n/a", "-", "none":
		return true
	}
	return false
}
