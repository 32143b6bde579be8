package language

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/stats/text/token"
)

// A list is one file of words and what is made of its lines.
type list struct {
	file string
	tag  token.Tag
	add  adder
}

type adder func(lang *Language, l list, line string) error

// lists names every file of a language.
var lists = []list{
	{"observed", token.Observed, addWords},
	{"telling", token.Telling, addWords},
	{"saying", token.Saying, addWords},
	{"summary", token.Summary, addWords},
	{"knowing", token.Knowing, addWords},
	{"state", token.State, addWords},
	{"verdict", token.Verdict, addWords},
	{"judging", token.Verdict, addWords},
	{"mild", token.Mild, addWords},
	{"advice", token.Advice, addWords},
	{"stance", token.Stance, addWords},
	{"infer", token.Infer, addWords},
	{"degree", token.Degree, addWords},
	{"vague", token.Vague, addWords},
	{"abstract", token.Abstract, addWords},
	{"score", token.Score, addWords},
	{"people", token.People, addWords},
	{"many", token.Many, addWords},
	{"self", token.Self, addWords},
	{"nobody", token.Nobody, addWords},
	{"object", token.Object, addWords},
	{"place", token.Place, addWords},
	{"unit", token.Unit, addWords},
	{"time", token.TimeUnit, addDurations},
	{"age", token.Age, addWords},
	{"blank", token.Blank, addWords},
	{"neutral", token.Neutral, addWords},
	{"auxiliary", token.Auxiliary, addWords},
	{"turn", token.Turn, addWords},
	{"joint", token.Joint, addWords},
	{"opener", token.Opener, addWords},
	{"hedge", token.Hedge, addWords},
	{"negation", token.Negation, addWords},
	{"conditional", token.Conditional, addWords},
	{"spoken", token.Spoken, addWords},
	{"abbreviation", token.Abbreviation, addWords},
	{"whole", token.Whole, addWords},
	{"witness", token.Witness, addWords},
	{"frame", token.Frame | token.Stance, addWords},
	{"light", token.Light, addWords},
	{"link", token.Link, addWords},
	{"speaker", token.Speaker | token.People, addWords},
	{"ability", token.Ability, addWords},
	{"learner", token.Learner, addWords},
	{"sign", token.Sign, addWords},
	{"subject", 0, addScale},
	{"preposition", token.Preposition, addWords},
	{"having", token.Having, addWords},
	{"granting", token.Granting, addWords},
	{"demonstrative", token.Demonstrative | token.Remark, addWords},
	{"wanting", token.Wanting, addWords},
	{"remark", token.Remark, addWords},
	{"idiom", token.Idiom, addWords},
	{"figure", token.Idiom | token.Verdict, addWords},
	{"article", token.Article, addWords},
	{"among", token.Among, addWords},
	{"single", token.Single, addWords},
	{"repeated", token.Repeated, addWords},
	{"urging", token.Urging, addWords},
	{"comment", token.Comment, addWords},
	{"praise", token.Praise, addWords},
	{"praising", token.Praising, addWords},
	{"filler", token.Filler, addWords},
	{"function", token.Function, addWords},
	{"number", 0, addNumbers},
	{"common", 0, addCommon},
	{"name", 0, addTo(Names)},
	{"nameword", 0, addTo(NameWords)},
	{"namecue", 0, addTo(NameCues)},
	{"nameverb", 0, addTo(NameVerbs)},
	{"capital", 0, addTo(Capitals)},
	{"courtesy", token.Courtesy, addWords},
	{"topic", 0, addTo(Topics)},
	{"about", 0, addTo(About)},
	{"sorting", 0, addTo(Sorting)},
	{"foreign", 0, addTo(Foreign)},
	{"concept", 0, addConcept},
	{"short", 0, addShort},
	{"alike", 0, addAlike},
	{"claim", 0, addClaim},
	{"weight", 0, addWeight},
	{"ending", 0, addEndings},
}

// addWords adds a line of words and phrases between commas. A word before a
// colon is the base form of the verb whose other forms follow: those that need
// no auxiliary, a semicolon, and the participles.
func addWords(lang *Language, l list, line string) error {
	if base, forms, ok := strings.Cut(line, ":"); ok {
		put(lang, base, l.tag|token.BaseForm)
		line = forms
	}
	finite, other, _ := strings.Cut(line, ";")
	tags := l.tag
	if tags.Any(token.Verbs) {
		tags |= token.OtherForm
	}
	for word := range strings.SplitSeq(finite, ",") {
		put(lang, word, tags)
	}
	for word := range strings.SplitSeq(other, ",") {
		put(lang, word, l.tag|token.Nonfinite)
	}
	return nil
}

func put(lang *Language, word string, tags token.Tag) {
	key := normal(word)
	if key == "" {
		return
	}
	lang.words[key] |= tags
	if tags.Any(token.Verdict|token.Degree|token.Infer) && !strings.Contains(key, " ") {
		lang.verdicts[lang.Stem(key)] = true
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
		put(lang, word, l.tag)
		lang.durations[word] = v
	})
}

// addCommon adds a line of words with the share of reasons that use them.
func addCommon(lang *Language, _ list, line string) error {
	return eachValue(line, func(word string, v float64) {
		stem := word
		if word[0] != OfConcept {
			stem = lang.Stem(word)
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
		if word = normal(word); word == "" {
			return fmt.Errorf("%q has no word", strings.TrimSpace(pair))
		}
		f(word, value)
	}
	return nil
}

// addTo adds a line of words to a set of the language.
func addTo(set Set) adder {
	return func(lang *Language, _ list, line string) error {
		for w := range strings.SplitSeq(line, ",") {
			lang.sets[set][normal(w)] = true
		}
		return nil
	}
}

// addScale adds a line of words that mean more and less of one thing.
func addScale(lang *Language, _ list, line string) error {
	lang.scales++
	for word := range strings.SplitSeq(line, ",") {
		lang.scale[normal(word)] = lang.scales
	}
	return nil
}

// addShort adds a line with a word and what stands for it: "ticket: tkt, tix".
func addShort(lang *Language, _ list, line string) error {
	return eachShort(line, lang.short)
}

// addAlike adds a line with a word and other names of the same.
func addAlike(lang *Language, _ list, line string) error {
	return eachShort(line, lang.alike)
}

// addClaim adds a line with how much, and the words that say so.
func addClaim(lang *Language, _ list, line string) error {
	return eachShort(line, lang.claims)
}

func eachShort(line string, into map[string]string) error {
	long, forms, ok := strings.Cut(line, ":")
	if !ok {
		return fmt.Errorf("%q is not word: short, short", line)
	}
	for form := range strings.SplitSeq(forms, ",") {
		into[strings.TrimSpace(form)] = strings.TrimSpace(long)
	}
	return nil
}

// addEndings adds the endings of one kind of words: "adverb: ly".
func addEndings(lang *Language, _ list, line string) error {
	kind, endings, ok := strings.Cut(line, ":")
	if !ok {
		return fmt.Errorf("%q is not kind: ending, ending", line)
	}
	for ending := range strings.SplitSeq(endings, ",") {
		lang.endings[kind] = append(lang.endings[kind], strings.TrimSpace(ending))
	}
	return nil
}

// Ends returns a word without its ending of a kind, and whether it has one.
func (lang *Language) Ends(w, kind string) (stem string, ok bool) {
	for _, ending := range lang.endings[kind] {
		if stem, ok := strings.CutSuffix(w, ending); ok && stem != "" {
			return stem, true
		}
	}
	return w, false
}

// addConcept adds a line with a concept and its words.
func addConcept(lang *Language, _ list, line string) error {
	name, words, ok := strings.Cut(line, ":")
	if !ok {
		return fmt.Errorf("%q is not concept: word, word", line)
	}
	for phrase := range strings.SplitSeq(words, ",") {
		if stems := stemsOf(lang, phrase); !everywhere(lang, stems) {
			lang.concepts.add(stems, normal(name))
		}
	}
	return nil
}

// stock is the share of reasons from which a word belongs to every lesson.
const stock = 0.2

// everywhere reports whether all of some stems belong to every lesson:
// "students worked" is no idea.
func everywhere(lang *Language, stems []string) bool {
	for _, stem := range stems {
		if lang.common[stem] < stock {
			return false
		}
	}
	return true
}

// stemsOf returns the stems of the words of a phrase.
func stemsOf(lang *Language, phrase string) []string {
	words := strings.Fields(normal(phrase))
	for i, w := range words {
		words[i] = lang.Stem(w)
	}
	return words
}

// addWeight adds a line of what the trait of a word weighs.
func addWeight(lang *Language, _ list, line string) error {
	trait, w, err := ReadWeight(line)
	lang.weights[trait] = w
	return err
}

// ReadWeight reads a line of weights: a trait, and between tabs what it weighs
// for a fact, for a judgement and for anything at all.
func ReadWeight(line string) (trait string, w [3]float64, err error) {
	fields := strings.Split(line, "\t")
	if len(fields) != 1+len(w) {
		return "", w, fmt.Errorf("%q is not trait, fact, judgement, something", line)
	}
	for k := range w {
		if w[k], err = strconv.ParseFloat(fields[k+1], 64); err != nil {
			return "", w, fmt.Errorf("%q is no weight", fields[k+1])
		}
	}
	return fields[0], w, nil
}
