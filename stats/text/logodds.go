package text

import (
	"cmp"
	"math"
	"slices"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/token"
)

// A Mark is a word with how much it marks the reasons of one group.
type Mark struct {
	Word    string  `json:"word"`     // as it is most often written
	LogOdds float64 `json:"log_odds"` // of the first group against the second
	Z       float64 `json:"z"`        // LogOdds in its standard errors
	First   int     `json:"first"`    // reasons of the first group that use it
	Second  int     `json:"second"`
}

// Marks are the words that separate two groups of reasons, or why none can be
// told.
type Marks struct {
	First  []Mark       `json:"first"`  // mark the first group, strongest first
	Second []Mark       `json:"second"` // mark the second
	Reason stats.Reason `json:"reason,omitempty"`
}

// Where there is less text than this nothing is told of it.
const (
	leastReasons = 5  // of each group
	leastWords   = 40 // of each group, a word counted once a reason
	leastUses    = 3  // of a word, in both groups
	leastZ       = 1.96
)

// LogOdds returns the words that mark the reasons of the first group (those
// who gave a 3) from those of the second (who gave a 2), by weighted log-odds
// with an informative Dirichlet prior.
//
// With y the reasons of group i that use word w, n the sum of y over all words
// and α the prior,
//
//	δ = log((y₁+α)/(n₁+α₀−y₁−α)) − log((y₂+α)/(n₂+α₀−y₂−α))
//
// and its variance about 1/(y₁+α) + 1/(y₂+α); Z is δ over its root. The prior
// is the use of the word in the whole file, both groups and the others, scaled
// so that it counts as much as one of the groups does on average: what
// everyone writes marks nobody. A word counts once a reason, so that one rater's repetition is no
// mark, and words without content never do. Marks have |Z| ≥ 1.96 and three
// uses or more; they are many looks at little text, and hints.
//
// Groups of fewer than five reasons or forty words give a Reason.
//
// # References
//
// Monroe, B. L., Colaresi, M. P. and Quinn, K. M. (2008). Fightin' Words:
// Lexical Feature Selection and Evaluation for Identifying the Content of
// Political Conflict. Political Analysis 16, 372-403: section 3.5, equations
// (16), (20), (22) and (23).
func LogOdds(lang *language.Language, first, second, others []string) Marks {
	marks := Marks{First: []Mark{}, Second: []Mark{}}
	one, two := countUses(lang, first), countUses(lang, second)
	if one.texts < leastReasons || two.texts < leastReasons ||
		one.total < leastWords || two.total < leastWords {
		marks.Reason = stats.TooLittleText
		return marks
	}
	whole := countUses(lang, slices.Concat(first, second, others))
	scale := float64(one.total+two.total) / 2 / float64(whole.total) // α₀/n, (23)
	for _, stem := range whole.stems() {
		a, b := one.of[stem], two.of[stem]
		if a+b < leastUses {
			continue
		}
		m := Mark{Word: whole.written(stem), First: a, Second: b}
		alpha := float64(whole.of[stem]) * scale
		m.LogOdds, m.Z = logOdds(one, two, stem, alpha, float64(whole.total)*scale)
		if math.IsInf(m.LogOdds, 0) || math.IsNaN(m.Z) {
			continue // the only word there is
		}
		if m.Z >= leastZ {
			marks.First = append(marks.First, m)
		} else if m.Z <= -leastZ {
			marks.Second = append(marks.Second, m)
		}
	}
	slices.SortStableFunc(marks.First, func(a, b Mark) int { return cmp.Compare(b.Z, a.Z) })
	slices.SortStableFunc(marks.Second, func(a, b Mark) int { return cmp.Compare(a.Z, b.Z) })
	return marks
}

// logOdds returns δ and z of a word with prior alpha of alpha0 in all.
func logOdds(one, two uses, stem string, alpha, alpha0 float64) (delta, z float64) {
	odds := func(u uses) float64 {
		y := float64(u.of[stem]) + alpha
		return math.Log(y / (float64(u.total) + alpha0 - y))
	}
	delta = odds(one) - odds(two)                                                 // (16)
	variance := 1/(float64(one.of[stem])+alpha) + 1/(float64(two.of[stem])+alpha) // (20)
	return delta, delta / math.Sqrt(variance)                                     // (22)
}

// uses says how many reasons use each stem.
type uses struct {
	of    map[string]int
	forms map[string]map[string]int // of each stem: how often each word
	total int                       // sum of of
	texts int                       // reasons with a word
}

func countUses(lang *language.Language, texts []string) uses {
	u := uses{of: map[string]int{}, forms: map[string]map[string]int{}}
	for _, s := range texts {
		seen := map[string]bool{}
		for _, t := range lang.Passage(s).Tokens {
			if t.Kind != token.Word || language.Idle(lang, t) {
				continue
			}
			stem := lang.Stem(t.Lower)
			if u.forms[stem] == nil {
				u.forms[stem] = map[string]int{}
			}
			u.forms[stem][t.Lower]++
			if !seen[stem] {
				seen[stem] = true
				u.of[stem]++
				u.total++
			}
		}
		if len(seen) > 0 {
			u.texts++
		}
	}
	return u
}

// stems returns the stems in order.
func (u uses) stems() []string {
	stems := make([]string, 0, len(u.of))
	for stem := range u.of {
		stems = append(stems, stem)
	}
	slices.Sort(stems)
	return stems
}

// written returns the word that a stem is most often written as.
func (u uses) written(stem string) string {
	best, most := stem, 0
	for w, n := range u.forms[stem] {
		if n > most || n == most && w < best {
			best, most = w, n
		}
	}
	return best
}
