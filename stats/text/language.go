package text

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
	durations map[string]float64  // seconds
	endings   map[string][]string // by kind of word
	verdicts  map[string]bool     // stems of words that judge
	names     map[string]bool     // given names
	nameWords map[string]bool     // words that are names too
	nameCues  map[string]bool     // what stands before a name
	nameVerbs map[string]bool     // and after one
	capitals  map[string]bool     // words that are written with a capital
	topics    map[string]bool     // words of what is about something
	about     map[string]bool     // what stands between them and that
	claims    map[string]string   // words that say of how much: all, none, some
	alike     map[string]string   // names of one thing: the one that stands for all
	short     map[string]string   // what is written short: what it stands for
	scale     map[string]int      // words that lessons are about: the number of their scale
	scales    int
	layer     layer
	beside    []glossary // other languages that raters write
	stem      func(string) string
	memory    *memory // nil: none
}

//go:embed english/*.txt spanish/*.txt
var languageFiles embed.FS

//go:embed weight.txt
var sharedWeights string

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
		words:     map[string]tag{},
		longest:   map[string]int{},
		values:    map[string]float64{},
		common:    map[string]float64{},
		concepts:  phrases{},
		durations: map[string]float64{},
		endings:   map[string][]string{},
		verdicts:  map[string]bool{},
		names:     map[string]bool{},
		capitals:  map[string]bool{},
		nameWords: map[string]bool{},
		nameCues:  map[string]bool{},
		nameVerbs: map[string]bool{},
		topics:    map[string]bool{},
		about:     map[string]bool{},
		claims:    map[string]string{},
		alike:     map[string]string{},
		short:     map[string]string{},
		scale:     map[string]int{},
		layer:     layer{},
	}
	lang.stem = remembered(stem)
	if err := readLines(lang, "weight.txt", sharedWeights, list{add: addWeight}); err != nil {
		panic(err) // it is compiled in
	}
	for _, l := range lists {
		if err := readList(lang, files, l); err != nil {
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
