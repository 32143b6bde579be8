package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// smallNumbers are the numbers that people write out.
var smallNumbers = []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}

// Number writes a count, a small one as a word.
func Number(n int) string {
	if n > 0 && n < len(smallNumbers) {
		return smallNumbers[n]
	}
	return Whole(n)
}

// Counted writes a number, a small one as a word, and its noun: "three
// lessons", "no lessons", "12 lessons".
func Counted(n int, noun string) string {
	if n == 0 {
		return smallNumbers[0] + " " + noun + "s"
	}
	return Number(n) + " " + Plural(n, noun, noun+"s")
}

// Plural returns one of two words by number.
func Plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// List joins words with commas and "and": "a, b and c".
func List(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// Capital returns a sentence with its first letter in upper case.
func Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// Name is an indicator's id with its long name, where it has one.
func Name(id, name string) string {
	if name == "" || name == id {
		return id
	}
	return id + " " + name
}

// LevelName is a level's label, where the rubric has one, else its value.
func LevelName(value float64, label string) string {
	if label != "" {
		return label
	}
	return Level(value)
}

// A Said is how many gave a level.
type Said struct {
	Count int
	Value float64
	Label string // of the rubric, may be empty
}

// Spread says how many gave each level: "three said Basic, four Proficient",
// or, where the levels have no names, "three rated it 2, four rated it 3".
func Spread(levels []Said) string {
	var parts []string
	said := false
	for _, l := range levels {
		switch {
		case l.Count == 0:
		case l.Label == "":
			parts, said = append(parts, Number(l.Count)+" rated it "+Level(l.Value)), false
		case said:
			parts = append(parts, Number(l.Count)+" "+l.Label)
		default:
			parts, said = append(parts, Number(l.Count)+" said "+l.Label), true
		}
	}
	return strings.Join(parts, ", ")
}

// AnyTwo names two raters of a team of so many, as it is spoken to.
func AnyTwo(raters int) string {
	if raters == 2 {
		return "the two of you"
	}
	return "any two of you"
}

// MostLevels is how many levels of a scale are listed one by one, and have lines
// between them to talk about.
const MostLevels = 12
