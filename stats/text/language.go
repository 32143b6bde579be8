package text

import (
	"embed"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"sync"

	"github.com/kljensen/snowball/english"
)

// A Language is all that the package knows of one language: its word lists,
// its concepts, the words that every reason uses, and how to stem a word. It
// does not change after it is loaded, and many goroutines may use it.
type Language struct {
	name     string
	words    map[string]tag // by lower-case word or phrase
	longest  map[string]int // by first word: words in its longest phrase
	values   map[string]float64
	common   map[string]float64 // by stem: share of reasons that use it
	concepts map[string][]string
	names    map[string]bool // given names
	capitals map[string]bool // words that are written with a capital
	stem     func(string) string
}

//go:embed english/*.txt
var englishFiles embed.FS

var loadEnglish = sync.OnceValue(func() *Language {
	files, err := fs.Sub(englishFiles, "english")
	if err != nil {
		panic(err) // the directory is compiled in
	}
	lang, err := Load(files, "English", stemEnglish)
	if err != nil {
		panic(err) // a test reads every list
	}
	return lang
})

// English returns the language that ships with the program. Its lists are
// read at the first call.
func English() *Language { return loadEnglish() }

func stemEnglish(word string) string { return english.Stem(word, true) }

// Load reads a Language from its list files; doc.go says which there are and
// how they are written. A list that is not there is empty. The function stem
// takes a lower-case word to what all its forms share; nil leaves words as
// they are.
func Load(files fs.FS, name string, stem func(string) string) (*Language, error) {
	if stem == nil {
		stem = func(word string) string { return word }
	}
	lang := &Language{
		name:     name,
		words:    map[string]tag{},
		longest:  map[string]int{},
		values:   map[string]float64{},
		common:   map[string]float64{},
		concepts: map[string][]string{},
		names:    map[string]bool{},
		capitals: map[string]bool{},
		stem:     stem,
	}
	for _, l := range lists {
		if err := lang.read(files, l); err != nil {
			return nil, err
		}
	}
	return lang, nil
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
	first, _, _ := strings.Cut(key, " ")
	lang.longest[first] = max(lang.longest[first], strings.Count(key, " ")+1)
}

// addValues adds a line of word=value pairs between commas.
func addValues(into func(*Language) map[string]float64) adder {
	return func(lang *Language, l list, line string) error {
		for pair := range strings.SplitSeq(line, ",") {
			word, number, _ := strings.Cut(pair, "=")
			value, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
			if err != nil {
				return fmt.Errorf("%q is not word=value", strings.TrimSpace(pair))
			}
			into(lang)[normal(word)] = value
		}
		return nil
	}
}

// normal returns a word or phrase as the lists are keyed: lower case, with
// straight apostrophes and single spaces, and spaces for hyphens.
func normal(word string) string {
	word = strings.ToLower(word)
	word = strings.TrimRight(word, " .")
	word = strings.NewReplacer("’", "'", "-", " ", "/", " ").Replace(word)
	return strings.Join(strings.Fields(word), " ")
}
