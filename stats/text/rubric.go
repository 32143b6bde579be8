package text

import (
	"cmp"
	"math"
	"slices"

	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/token"
)

// An Indicator is one line of a rubric: its id, its name, and the words of its
// levels where they are known.
type Indicator struct {
	ID, Name string
	Levels   []string
}

// A Rubric knows the vocabulary of a rubric's indicators. It does not change
// after it is made.
type Rubric struct {
	lang       *language.Language
	indicators []Indicator
	names      [][]string      // stems of each name, sorted
	words      map[string]bool // stems of all names and levels
	holders    map[string]int  // by stem: indicators whose name has it
}

// A Belonging says that a reason speaks in another indicator's words.
type Belonging struct {
	ID    string   `json:"id"`    // of the other indicator
	Words []string `json:"words"` // as the reason has them
}

// NewRubric reads the vocabulary of the indicators.
func NewRubric(lang *language.Language, indicators []Indicator) *Rubric {
	r := &Rubric{
		lang: lang, indicators: slices.Clone(indicators),
		words: map[string]bool{}, holders: map[string]int{},
	}
	for _, in := range indicators {
		var stems []string
		eachContent(lang, in.Name, func(stem, _ string) { stems = append(stems, stem) })
		slices.Sort(stems)
		stems = slices.Compact(stems)
		for _, stem := range stems {
			r.holders[stem]++
			r.words[stem] = true
		}
		for _, level := range in.Levels {
			eachContent(lang, level, func(stem, _ string) { r.words[stem] = true })
		}
		r.names = append(r.names, stems)
	}
	return r
}

// eachContent calls f with the stem and the written form of each word of s that
// has content. What stands in a quotation is somebody else's vocabulary.
func eachContent(lang *language.Language, s string, f func(stem, written string)) {
	for _, t := range lang.Passage(s).Tokens {
		if t.Kind == token.Word && !t.Quoted && !language.Idle(lang, t) {
			f(lang.Stem(t.Lower), t.Lower)
		}
	}
}

// Elsewhere returns the indicators to which a reason given for the indicator
// with the id may belong, likeliest first: their names share words with it
// that at most one other name has, and its own name shares none. It says may:
// a word is a hint.
func (r *Rubric) Elsewhere(id, reason string) []Belonging {
	type match struct {
		Belonging
		weight float64
		place  int
	}
	used := map[string]string{} // by stem: as written
	eachContent(r.lang, reason, func(stem, written string) {
		if used[stem] == "" {
			used[stem] = written
		}
	})
	var matches []match
	for i, in := range r.indicators {
		m := match{Belonging: Belonging{ID: in.ID}, place: i}
		for _, stem := range r.names[i] {
			if w := used[stem]; w != "" && r.holders[stem] <= 2 && !isUsual(r.lang, stem) {
				m.Words = append(m.Words, w)
				m.weight += r.telling(stem)
			}
		}
		if in.ID == id && r.shares(i, used) {
			return []Belonging{}
		}
		if in.ID != id && m.weight > 0 {
			slices.Sort(m.Words)
			matches = append(matches, m)
		}
	}
	slices.SortFunc(matches, func(a, b match) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.place, b.place))
	})
	out := make([]Belonging, 0, len(matches))
	for _, m := range matches {
		out = append(out, m.Belonging)
	}
	return out
}

// usual is the share of reasons from which a word is nobody's vocabulary.
const usual = 0.1

func isUsual(lang *language.Language, stem string) bool {
	share, _ := lang.Share(stem)
	return share >= usual
}

// telling returns what a stem says of the name that holds it: more where
// fewer names do.
func (r *Rubric) telling(stem string) float64 {
	return math.Log(1 + float64(len(r.indicators))/float64(r.holders[stem]))
}

// shares reports whether the words of a reason are in the name of indicator i.
func (r *Rubric) shares(i int, used map[string]string) bool {
	return slices.ContainsFunc(r.names[i], func(stem string) bool { return used[stem] != "" })
}

// mostlyCopied is the share of a reason's words from which it is the rubric's.
const mostlyCopied = 0.6

// Copied returns the rubric's words in a reason that has few others: where it
// names nothing seen, it is the rubric copied. It is nil for any other reason.
func (r *Rubric) Copied(reason string) []string {
	var copied []string
	hits, all := 0, 0
	eachContent(r.lang, reason, func(stem, written string) {
		all++
		if !r.words[stem] {
			return
		}
		hits++
		if !slices.Contains(copied, written) {
			copied = append(copied, written)
		}
	})
	if hits == 0 || float64(hits) < mostlyCopied*float64(all) {
		return nil
	}
	return copied
}
