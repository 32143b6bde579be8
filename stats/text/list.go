package text

import (
	"fmt"
	"strconv"
	"strings"
)

// A list is one file of words and what is made of its lines.
type list struct {
	file string
	tag  tag
	add  adder
}

type adder func(lang *Language, l list, line string) error

// lists names every file of a language.
var lists = []list{
	{"observed", observed, addWords},
	{"telling", telling, addWords},
	{"saying", saying, addWords},
	{"summary", summary, addWords},
	{"knowing", knowing, addWords},
	{"state", state, addWords},
	{"verdict", verdict, addWords},
	{"judging", verdict, addWords},
	{"mild", mild, addWords},
	{"advice", advice, addWords},
	{"stance", stance, addWords},
	{"infer", infer, addWords},
	{"degree", degree, addWords},
	{"vague", vague, addWords},
	{"abstract", abstract, addWords},
	{"score", score, addWords},
	{"people", people, addWords},
	{"many", many, addWords},
	{"self", self, addWords},
	{"nobody", nobody, addWords},
	{"object", object, addWords},
	{"place", place, addWords},
	{"unit", unit, addWords},
	{"time", timeUnit, addDurations},
	{"age", age, addWords},
	{"blank", blank, addWords},
	{"neutral", neutral, addWords},
	{"auxiliary", auxiliary, addWords},
	{"turn", turn, addWords},
	{"joint", joint, addWords},
	{"opener", opener, addWords},
	{"hedge", hedge, addWords},
	{"negation", negation, addWords},
	{"conditional", conditional, addWords},
	{"spoken", spoken, addWords},
	{"abbreviation", abbreviation, addWords},
	{"whole", whole, addWords},
	{"witness", witness, addWords},
	{"frame", frame | stance, addWords},
	{"light", light, addWords},
	{"link", link, addWords},
	{"speaker", speaker | people, addWords},
	{"ability", ability, addWords},
	{"learner", learner, addWords},
	{"sign", sign, addWords},
	{"subject", 0, addScale},
	{"preposition", preposition, addWords},
	{"having", having, addWords},
	{"granting", granting, addWords},
	{"demonstrative", demonstrative | remark, addWords},
	{"wanting", wanting, addWords},
	{"remark", remark, addWords},
	{"idiom", idiom, addWords},
	{"figure", idiom | verdict, addWords},
	{"article", article, addWords},
	{"among", among, addWords},
	{"single", single, addWords},
	{"repeated", repeated, addWords},
	{"urging", urging, addWords},
	{"comment", comment, addWords},
	{"praise", praise, addWords},
	{"praising", praising, addWords},
	{"filler", filler, addWords},
	{"function", function, addWords},
	{"number", 0, addNumbers},
	{"common", 0, addCommon},
	{"name", 0, addTo(func(lang *Language) map[string]bool { return lang.names })},
	{"nameword", 0, addTo(func(lang *Language) map[string]bool { return lang.nameWords })},
	{"namecue", 0, addTo(func(lang *Language) map[string]bool { return lang.nameCues })},
	{"nameverb", 0, addTo(func(lang *Language) map[string]bool { return lang.nameVerbs })},
	{"capital", 0, addTo(func(lang *Language) map[string]bool { return lang.capitals })},
	{"courtesy", courtesy, addWords},
	{"topic", 0, addTo(func(lang *Language) map[string]bool { return lang.topics })},
	{"about", 0, addTo(func(lang *Language) map[string]bool { return lang.about })},
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
		if word = normal(word); word == "" {
			return fmt.Errorf("%q has no word", strings.TrimSpace(pair))
		}
		f(word, value)
	}
	return nil
}

// addTo adds a line of words to a set of the language.
func addTo(set func(*Language) map[string]bool) adder {
	return func(lang *Language, _ list, line string) error {
		for w := range strings.SplitSeq(line, ",") {
			set(lang)[normal(w)] = true
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

// ends returns a word without its ending of a kind, and whether it has one.
func (lang *Language) ends(w, kind string) (stem string, ok bool) {
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
		words[i] = lang.stem(w)
	}
	return words
}
