package language

import (
	"io/fs"
	"strings"
	"unicode"

	"github.com/cb401426/calibrate/stats/text/token"
)

// A glossary reads a second language that raters write, alone or in the middle
// of a sentence: word for word, in the words of the first. Rules, weights and
// concepts then hold for both.
type glossary struct {
	name  string
	words map[string]string
}

// Beside adds a second language, read from short.txt of its files: a word of
// the first language, a colon, and the words that stand for it.
func (lang *Language) Beside(files fs.FS, name string) error {
	data, err := fs.ReadFile(files, "short.txt")
	if err != nil {
		return err
	}
	g := glossary{name, map[string]string{}}
	read := func(_ *Language, _ list, line string) error { return eachShort(line, g.words) }
	if err := readLines(lang, "short.txt", string(data), list{add: read}); err != nil {
		return err
	}
	lang.beside = append(lang.beside, g)
	return nil
}

// A second language is read where so many words are its own, or one of a
// reason of so few.
const (
	leastForeign = 2
	fewWords     = 4
)

// glossAll puts the words of the first language in the place of those of another.
// Words that both have are the second's only where it is the language of most.
func glossAll(lang *Language, toks []token.Token) string {
	for _, g := range lang.beside {
		words, foreign := 0, 0
		for _, t := range toks {
			if t.Kind == token.Word {
				words++
				if g.words[t.Lower] != "" && !has(lang, t.Lower) {
					foreign++
				}
			}
		}
		if foreign < leastForeign && (foreign == 0 || words > fewWords) {
			continue
		}
		for i := range toks {
			if own := g.words[toks[i].Lower]; own != "" && (foreign*2 >= words || !has(lang, toks[i].Lower)) {
				toks[i].Lower = own
			}
		}
		if foreign*2 >= words {
			return g.name
		}
	}
	return lang.name
}

// has reports whether a word is one of the language.
func has(lang *Language, w string) bool {
	return lang.words[w] != 0 || lang.In(Capitals, w)
}

// leastKnown is the share of the words of a text that a language must have.
const leastKnown = 0.25

// knows reports whether a text is in the language, as far as its lists tell: so
// many of its words must be known. Of a word or two nothing can be told.
func knows(toks []token.Token, least float64) bool {
	words, known := 0, 0
	for _, t := range toks {
		if t.Kind == token.Word {
			words++
			if t.Tags != 0 || t.Capital || t.Figure {
				known++
			}
		}
	}
	return words < fewWords || float64(known) >= least*float64(words)
}

// leastAlien is how many words of a language that is not read tell it by
// themselves; of a text that has one, so many words must be known.
const (
	leastAlien       = 2
	leastKnownBeside = 0.6
)

// aliens counts the words of a text that only languages write which are not
// read, and the small words that only those write which are.
func aliens(lang *Language, toks []token.Token) (alien, own int) {
	for _, t := range toks {
		if t.Kind != token.Word {
			continue
		}
		tags, listed := lang.words[t.Lower]|lang.glossed(t.Lower), lang.In(Foreign, t.Lower)
		switch {
		case tags.Any(token.Function) && !listed:
			own++
		case tags == 0 && (listed || !t.Capital && strings.ContainsFunc(t.Lower, lang.isForeign)):
			alien++
		}
	}
	return alien, own
}

// isForeign reports whether a letter is one that only languages write which are
// not read.
func (lang *Language) isForeign(letter rune) bool {
	return letter > unicode.MaxASCII && lang.In(Foreign, string(letter))
}

// glossed returns the tags of the word that a word of another language that is
// read stands for.
func (lang *Language) glossed(w string) token.Tag {
	for _, g := range lang.beside {
		if own := g.words[w]; own != "" {
			return lang.words[own]
		}
	}
	return 0
}
