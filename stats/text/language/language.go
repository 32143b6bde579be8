package language

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"unicode"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"

	"github.com/cb401426/calibrate/stats/text/token"
)

// A Language is all that the package knows of one language: its word lists,
// its concepts, the words that every reason uses, and how to stem a word. It
// does not change after it is loaded, and many goroutines may use it.
type Language struct {
	name      string
	words     map[string]token.Tag // by lower-case word or phrase
	longest   map[string]int       // by first word: words in its longest phrase
	values    map[string]float64
	common    map[string]float64 // by stem: share of reasons that use it
	concepts  phrases
	durations map[string]float64  // seconds
	endings   map[string][]string // by kind of word
	verdicts  map[string]bool     // stems of words that judge
	sets      [setCount]map[string]bool
	claims    map[string]string // words that say of how much: all, none, some
	alike     map[string]string // names of one thing: the one that stands for all
	short     map[string]string // what is written short: what it stands for
	scale     map[string]int    // words that lessons are about: the number of their scale
	scales    int
	weights   map[string][3]float64 // by trait of a word: for a fact, a judgement, anything
	beside    []glossary            // other languages that raters write
	stemmer   func(string) string
	memory    *memory // nil: none
}

//go:embed english/*.txt spanish/*.txt
var languageFiles embed.FS

var shipped = sync.OnceValue(readEnglish)

func readEnglish() *Language {
	lang, err := Load(filesOf("english"), "English", stemEnglish)
	if err == nil {
		err = lang.Beside(filesOf("spanish"), "Spanish")
	}
	if err != nil {
		panic(err) // a test reads every list
	}
	return lang
}

// filesOf returns the files of one language.
func filesOf(name string) fs.FS {
	files, err := fs.Sub(languageFiles, name)
	if err != nil {
		panic(err) // the directory is compiled in
	}
	return files
}

// English returns the language that ships with the program. Its lists are
// read at the first call.
func English() *Language { return shipped() }

func stemEnglish(word string) string {
	env := snowballstem.NewEnv(word)
	english.Stem(env)
	return env.Current()
}

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
		words:     map[string]token.Tag{},
		longest:   map[string]int{},
		values:    map[string]float64{},
		common:    map[string]float64{},
		concepts:  phrases{},
		durations: map[string]float64{},
		endings:   map[string][]string{},
		verdicts:  map[string]bool{},
		claims:    map[string]string{},
		alike:     map[string]string{},
		short:     map[string]string{},
		scale:     map[string]int{},
		weights:   map[string][3]float64{},
	}
	for k := range lang.sets {
		lang.sets[k] = map[string]bool{}
	}
	lang.stemmer = remembered(stem)
	for _, l := range lists {
		if err := readList(lang, files, l); err != nil {
			return nil, err
		}
	}
	lang.stemmer = stem
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

// Stem takes a lower-case word to what all its forms share.
func (lang *Language) Stem(word string) string { return lang.stemmer(word) }

// In reports whether a set has a word.
func (lang *Language) In(set Set, word string) bool { return lang.sets[set][word] }

// Tags are what the lists say of a word or phrase by itself.
func (lang *Language) Tags(word string) token.Tag { return lang.words[word] }

// Share is the share of reasons that use a stem, or a concept behind its @,
// where it is known.
func (lang *Language) Share(stem string) (share float64, known bool) {
	share, known = lang.common[stem]
	return share, known
}

// Judges reports whether a stem is that of a word that judges.
func (lang *Language) Judges(stem string) bool { return lang.verdicts[stem] }

// Seconds is the length of a unit of time.
func (lang *Language) Seconds(unit string) (seconds float64, known bool) {
	seconds, known = lang.durations[unit]
	return seconds, known
}

// Alike is the name that stands for all names of a thing, or nothing.
func (lang *Language) Alike(word string) string { return lang.alike[word] }

// Claim is what a word says of how much, or nothing: all, each, none, some,
// only, before, after, in, out.
func (lang *Language) Claim(word string) string { return lang.claims[word] }

// Scale is the number of the scale of which a word names a place (strong and
// weak, hot and cold), or 0.
func (lang *Language) Scale(word string) int { return lang.scale[word] }

// Weights are what the traits of words weigh for a fact, for a judgement and for
// anything at all.
func (lang *Language) Weights() map[string][3]float64 { return lang.weights }

// Concepts calls f with the concepts of every phrase that stands in stems.
func (lang *Language) Concepts(stems []string, f func(name string)) { lang.concepts.each(stems, f) }

func readList(lang *Language, files fs.FS, l list) error {
	data, err := fs.ReadFile(files, l.file+".txt")
	if errors.Is(err, fs.ErrNotExist) {
		return nil // an empty list
	} else if err != nil {
		return err
	}
	return readLines(lang, l.file+".txt", string(data), l)
}

func readLines(lang *Language, name, data string, l list) error {
	for n, line := range strings.Split(data, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if err := l.add(lang, l, line); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n+1, err)
		}
	}
	return nil
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
