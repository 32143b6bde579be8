package class

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"unicode"

	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/texttest"
	"github.com/cb401426/calibrate/stats/text/token"
)

// keywords is the simplest rule: a digit or a quotation mark is evidence, a
// word that judges is opinion.
func keywords(s string) Class {
	fact := strings.ContainsFunc(s, unicode.IsDigit) || strings.ContainsAny(s, `"“'`)
	judged := false
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) })
	for _, w := range words {
		judged = judged || language.English().Tags(w).Any(token.Verdict|token.Advice)
	}
	switch {
	case fact && judged:
		return Mixed
	case fact:
		return Evidence
	case judged:
		return Opinion
	case len(words) < 3:
		return Empty
	}
	return Opinion
}

func TestFiguresBaselines(t *testing.T) {
	if !*figures {
		t.Skip("runs with -figures")
	}
	list := labelledReasons(t)
	sets := map[string]confusion{}
	for fold := range folds {
		var rest []string
		for i, x := range list {
			if i/2%folds != fold {
				rest = append(rest, x.text)
			}
		}
		weights := texttest.IDF(rest)
		means := map[Class]map[string]float64{}
		for i, x := range list {
			if i/2%folds == fold {
				continue
			}
			if means[x.label] == nil {
				means[x.label] = map[string]float64{}
			}
			counts := texttest.Words(x.text)
			length := math.Sqrt(texttest.Square(counts, weights))
			for w, n := range counts {
				means[x.label][w] += n / max(length, 1e-9)
			}
		}
		for i, x := range list {
			if i/2%folds != fold || !x.unread {
				continue
			}
			tell := func(name string, class Class) {
				count(sets, name, x.label, class)
				if isOrdinary(x.set) {
					count(sets, name+", fresh 14 and 15", x.label, class)
				}
			}
			tell("keywords", keywords(x.text))
			best, class := -1.0, Empty
			for _, c := range classes {
				if s := texttest.Cosine(texttest.Words(x.text), means[c], weights); s > best {
					best, class = s, c
				}
			}
			tell("TF-IDF", class)
		}
	}
	table := "| | correct | evidence | opinion | mixed |\n|---|---|---|---|---|\n"
	for _, name := range []string{"keywords", "TF-IDF", "keywords, fresh 14 and 15", "TF-IDF, fresh 14 and 15"} {
		_, figures, _ := strings.Cut(figuresOf(sets[name]), " | ")
		table += fmt.Sprintf("| %s | %s |\n", name, figures)
	}
	texttest.KeepTable(t, *figures, "baselines", table)
}
