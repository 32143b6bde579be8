package text

import (
	"embed"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"sync"
	"unicode"

	snowball "github.com/kljensen/snowball/english"
)

// A Language is all that the package knows of one language: its word lists,
// its concepts, the words that every reason uses, and how to stem a word. It
// does not change after it is loaded, and many goroutines may use it.
type Language struct {
	name      string
	words     map[string]tag // by lower-case word or phrase
	longest   map[string]int // by first word: words in its longest phrase
	values    map[string]float64
	common    map[string]float64 // by stem: share of reasons that use it
	concepts  phrases
	durations map[string]float64 // seconds
	verdicts  map[string]bool    // stems of words that judge
	names     map[string]bool    // given names
	capitals  map[string]bool    // words that are written with a capital
	stem      func(string) string
}

//go:embed english/*.txt
var englishFiles embed.FS

var english = sync.OnceValue(readEnglish)

func readEnglish() *Language {
	files, err := fs.Sub(englishFiles, "english")
	if err != nil {
		panic(err) // the directory is compiled in
	}
	lang, err := Load(files, "English", stemEnglish)
	if err != nil {
		panic(err) // a test reads every list
	}
	return lang
}

// English returns the language that ships with the program. Its lists are
// read at the first call.
func English() *Language { return english() }

func stemEnglish(word string) string { return snowball.Stem(word, true) }

// Load reads a Language from its list files; doc.go says which there are and
// how they are written. A list that is not there is empty. The function stem
// takes a lower-case word to what all its forms share; nil leaves words as
// they are.
func Load(files fs.FS, name string, stem func(string) string) (*Language, error) {
	if stem == nil {
		stem = func(word string) string { return word }
	}
	lang := &Language{
		name:      name,
		words:     map[string]tag{},
		longest:   map[string]int{},
		values:    map[string]float64{},
		common:    map[string]float64{},
		concepts:  phrases{},
		durations: map[string]float64{},
		verdicts:  map[string]bool{},
		names:     map[string]bool{},
		capitals:  map[string]bool{},
	}
	lang.stem = remembered(stem)
	for _, l := range lists {
		if err := lang.read(files, l); err != nil {
			return nil, err
		}
	}
	lang.stem = stem
	return lang, nil
}

// remembered returns stem with a memory, for one goroutine.
func remembered(stem func(string) string) func(string) string {
	stems := map[string]string{}
	return func(word string) string {
		s, ok := stems[word]
		if !ok {
			s = stem(word)
			stems[word] = s
		}
		return s
	}
}

// Name returns the name of the language.
func (lang *Language) Name() string { return lang.name }

func (lang *Language) read(files fs.FS, l list) error {
	data, err := fs.ReadFile(files, l.file+".txt")
	if err != nil {
		return nil // an empty list
	}
	for n, line := range strings.Split(string(data), "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if err := l.add(lang, l, line); err != nil {
			return fmt.Errorf("%s.txt:%d: %w", l.file, n+1, err)
		}
	}
	return nil
}

// addWords adds a line of words and phrases between commas. A word before a
// colon is the base form of the verb whose other forms follow: those that need
// no auxiliary, a semicolon, and the participles.
func addWords(lang *Language, l list, line string) error {
	if base, forms, ok := strings.Cut(line, ":"); ok {
		lang.put(base, l.tag|baseForm)
		line = forms
	}
	finite, other, _ := strings.Cut(line, ";")
	tags := l.tag
	if tags.any(verbs) {
		tags |= otherForm
	}
	for word := range strings.SplitSeq(finite, ",") {
		lang.put(word, tags)
	}
	for word := range strings.SplitSeq(other, ",") {
		lang.put(word, l.tag|nonfinite)
	}
	return nil
}

func (lang *Language) put(word string, tags tag) {
	key := normal(word)
	if key == "" {
		return
	}
	lang.words[key] |= tags
	if tags.any(verdict|degree|infer) && !strings.Contains(key, " ") {
		lang.verdicts[lang.stem(key)] = true
	}
	first, _, _ := strings.Cut(key, " ")
	lang.longest[first] = max(lang.longest[first], strings.Count(key, " ")+1)
}

// addNumbers adds a line of number words: "seven=7".
func addNumbers(lang *Language, _ list, line string) error {
	return eachValue(line, func(word string, v float64) { lang.values[word] = v })
}

// addDurations adds a line of units of time with their seconds: "minute=60".
func addDurations(lang *Language, l list, line string) error {
	return eachValue(line, func(word string, v float64) {
		lang.put(word, l.tag)
		lang.durations[word] = v
	})
}

// addCommon adds a line of words with the share of reasons that use them.
func addCommon(lang *Language, _ list, line string) error {
	return eachValue(line, func(word string, v float64) {
		stem := word
		if word[0] != ofConcept {
			stem = lang.stem(word)
		}
		lang.common[stem] = max(lang.common[stem], v)
	})
}

func eachValue(line string, f func(word string, v float64)) error {
	for pair := range strings.SplitSeq(line, ",") {
		word, number, _ := strings.Cut(pair, "=")
		value, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
		if err != nil {
			return fmt.Errorf("%q is not word=value", strings.TrimSpace(pair))
		}
		f(normal(word), value)
	}
	return nil
}

// addNames adds a line of given names.
func addNames(lang *Language, _ list, line string) error {
	for name := range strings.SplitSeq(line, ",") {
		lang.names[normal(name)] = true
	}
	return nil
}

// addCapitals adds a line of words that are written with a capital.
func addCapitals(lang *Language, _ list, line string) error {
	for w := range strings.SplitSeq(line, ",") {
		lang.capitals[normal(w)] = true
	}
	return nil
}

// addConcept adds a line with a concept and its words.
func addConcept(lang *Language, _ list, line string) error {
	name, words, ok := strings.Cut(line, ":")
	if !ok {
		return fmt.Errorf("%q is not concept: word, word", line)
	}
	for phrase := range strings.SplitSeq(words, ",") {
		lang.concepts.add(lang.stems(phrase), name)
	}
	return nil
}

// stems returns the stems of the words of a phrase.
func (lang *Language) stems(phrase string) []string {
	words := strings.Fields(normal(phrase))
	for i, w := range words {
		words[i] = lang.stem(w)
	}
	return words
}

// normal returns a word or phrase as the lists are keyed: lower case, with
// straight apostrophes and single spaces, and spaces for hyphens.
func normal(word string) string {
	word = strings.TrimRight(strings.TrimSpace(word), ".")
	if plainWord(word) {
		return word
	}
	word = strings.Map(func(r rune) rune {
		switch r {
		case '’':
			return '\''
		case '-', '/':
			return ' '
		}
		return unicode.ToLower(r)
	}, word)
	return strings.Join(strings.Fields(word), " ")
}

// plainWord reports whether a word is of lower-case ASCII letters alone.
func plainWord(word string) bool {
	for i := range len(word) {
		if word[i] < 'a' || word[i] > 'z' {
			return false
		}
	}
	return true
}
