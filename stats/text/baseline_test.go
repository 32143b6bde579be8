package text

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"unicode"
)

// keywords is the simplest rule: a digit or a quotation mark is evidence, a
// word that judges is opinion.
func keywords(s string) Class {
	fact := strings.ContainsFunc(s, unicode.IsDigit) || strings.ContainsAny(s, `"“'`)
	judged := false
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) })
	for _, w := range words {
		judged = judged || English().words[w].any(verdict|advice)
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

// wordsOf counts the words of a text.
func wordCounts(s string) map[string]float64 {
	of := map[string]float64{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		of[w]++
	}
	return of
}

// idf weighs the words of texts by how few use them.
func idf(texts []string) map[string]float64 {
	in := map[string]float64{}
	for _, s := range texts {
		for w := range wordCounts(s) {
			in[w]++
		}
	}
	for w, n := range in {
		in[w] = math.Log(float64(len(texts)+1) / (n + 0.5))
	}
	return in
}

func cosine(a, b, weights map[string]float64) float64 {
	dot, x, y := 0.0, 0.0, 0.0
	for w, n := range a {
		v := n * weights[w]
		x += v * v
		dot += v * b[w] * weights[w]
	}
	for w, n := range b {
		y += n * weights[w] * n * weights[w]
	}
	if x == 0 || y == 0 {
		return 0
	}
	return dot / math.Sqrt(x*y)
}

// overlap is the share of the words of the shorter text that the other has.
func overlap(a, b map[string]float64) float64 {
	shared := 0.0
	for w := range a {
		if b[w] > 0 {
			shared++
		}
	}
	return shared / float64(max(1, min(len(a), len(b))))
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
		weights := idf(rest)
		means := map[Class]map[string]float64{}
		for i, x := range list {
			if i/2%folds == fold {
				continue
			}
			if means[x.label] == nil {
				means[x.label] = map[string]float64{}
			}
			counts := wordCounts(x.text)
			length := math.Sqrt(cosineSquare(counts, weights))
			for w, n := range counts {
				means[x.label][w] += n / max(length, 1e-9)
			}
		}
		for i, x := range list {
			if i/2%folds != fold || !x.unread {
				continue
			}
			count(sets, "keywords", x.label, keywords(x.text))
			best, class := -1.0, Empty
			for _, c := range classes {
				if s := cosine(wordCounts(x.text), means[c], weights); s > best {
					best, class = s, c
				}
			}
			count(sets, "TF-IDF", x.label, class)
		}
	}
	table := "| | correct | evidence | opinion | mixed |\n|---|---|---|---|---|\n"
	for _, name := range []string{"keywords", "TF-IDF"} {
		_, figures, _ := strings.Cut(figuresOf(sets[name]), " | ")
		table += fmt.Sprintf("| %s | %s |\n", name, figures)
	}
	keepTable(t, "baselines", table)
}

// sittingNames are the sittings with a structure built in, as the page names
// them.
var sittingNames = [][2]string{
	{"../lesson.csv", "lesson (read)"}, {"session1.csv", "session 1 (read)"}, {"session3.csv", "session 3 (read)"},
	{"sitting_own1.csv", "own 1 (read)"}, {"sitting_own2.csv", "own 2 (only counted)"},
	{"sitting_hard1.csv", "hard 1"}, {"sitting_hard2.csv", "hard 2"}, {"sitting_hard3.csv", "hard 3"},
}

// TestFiguresSittings holds the likeness of the pairs of reasons within the
// sittings, and the table of docs/reasons.md.
func TestFiguresSittings(t *testing.T) {
	ours, tfidf, words := pairSet{}, pairSet{}, pairSet{}
	table := "| pairs | n | area | TF-IDF | overlap of words | like told | unlike told |\n|---|---|---|---|---|---|---|\n"
	line := func(name string, o, f, w pairSet) {
		area := func(p pairSet) string { a, _ := auc(p.sims, p.like); return short(a) }
		like, unlike := judged(o.sims, o.like, Cut)
		table += fmt.Sprintf("| %s | %d | %s | %s | %s | %s | %s |\n", name, len(o.sims), area(o), area(f), area(w), short(like.value()), short(unlike.value()))
	}
	for _, sitting := range sittingNames {
		o, f, w := plantedPairs(t, sitting[0])
		line(sitting[1], o, f, w)
		ours.join(o)
		tfidf.join(f)
		words.join(w)
	}
	line("all", ours, tfidf, words)
	keepTable(t, "sittings", table)
	if area, _ := auc(ours.sims, ours.like); area < 0.9 {
		t.Errorf("area %.3f", area)
	}
}

func cosineSquare(a, weights map[string]float64) (sum float64) {
	for w, n := range a {
		sum += n * weights[w] * n * weights[w]
	}
	return sum
}

func (p *pairSet) join(q pairSet) {
	p.sims, p.like = append(p.sims, q.sims...), append(p.like, q.like...)
}

// plantedPairs are the pairs of a sitting that name something seen, within the
// items that were planted to be like or unlike, as three measures see them.
func plantedPairs(t testing.TB, file string) (ours, tfidf, words pairSet) {
	s := newSitting(t, English(), "voices/"+file)
	var texts []string
	for _, row := range s.rows {
		texts = append(texts, row["reason"])
	}
	weights := idf(texts)
	for _, p := range readRows(t, "voices/planted.csv") {
		like := p["planted"] == "shared" || p["planted"] == "boundary"
		if p["session"] != file || !like && p["planted"] != "different" && p["planted"] != "noticed" {
			continue
		}
		var of []int
		for i, row := range s.rows {
			if c := English().Classify(row["reason"]).Class; row["indicator"] == p["indicator"] && (c == Evidence || c == Mixed) {
				of = append(of, i)
			}
		}
		for k, i := range of {
			for _, j := range of[:k] {
				a, b := wordCounts(texts[i]), wordCounts(texts[j])
				ours.add(s.corpus.Similarity(i, j), like)
				tfidf.add(cosine(a, b, weights), like)
				words.add(overlap(a, b), like)
			}
		}
	}
	return ours, tfidf, words
}

func (p *pairSet) add(similarity float64, like bool) {
	p.sims, p.like = append(p.sims, similarity), append(p.like, like)
}
