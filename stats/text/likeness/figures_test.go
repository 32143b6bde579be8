package likeness

import (
	"flag"
	"fmt"
	"testing"

	"github.com/cb401426/calibrate/stats/text/class"
	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/texttest"
)

var figures = flag.Bool("figures", false, "write the tables of docs/reasons.md")

// sittingNames are the sittings with a structure built in, as the page names
// them.
var sittingNames = [][2]string{
	{"../lesson.csv", "lesson (read)"}, {"session1.csv", "session 1 (read)"}, {"session3.csv", "session 3 (read)"},
	{"sitting_own1.csv", "own 1 (read)"}, {"sitting_own2.csv", "own 2 (only counted)"},
	{"sitting_hard1.csv", "hard 1"}, {"sitting_hard2.csv", "hard 2"}, {"sitting_hard3.csv", "hard 3"},
	{"sitting_new1.csv", "new 1"}, {"sitting_new2.csv", "new 2"}, {"sitting_new3.csv", "new 3"}, {"sitting_new4.csv", "new 4"},
	{"sitting_last1.csv", "last 1"}, {"sitting_last2.csv", "last 2"}, {"sitting_last3.csv", "last 3"}, {"sitting_last4.csv", "last 4"},
}

// TestFiguresSittings holds the likeness of the pairs of reasons within the
// sittings, and the table of docs/reasons.md.
func TestFiguresSittings(t *testing.T) {
	ours, tfidf, words := pairSet{}, pairSet{}, pairSet{}
	table := "| pairs | n | area | TF-IDF | overlap of words | like told | unlike told |\n|---|---|---|---|---|---|---|\n"
	line := func(name string, o, f, w pairSet) {
		area := func(p pairSet) string { a, _ := auc(p.sims, p.like); return texttest.Short(a) }
		like, unlike := judged(o.sims, o.like, Cut)
		table += fmt.Sprintf("| %s | %d | %s | %s | %s | %s | %s |\n", name, len(o.sims), area(o), area(f), area(w), texttest.Short(like.Value()), texttest.Short(unlike.Value()))
	}
	for _, sitting := range sittingNames {
		o, f, w := plantedPairs(t, sitting[0])
		line(sitting[1], o, f, w)
		ours.join(o)
		tfidf.join(f)
		words.join(w)
	}
	line("all", ours, tfidf, words)
	texttest.KeepTable(t, *figures, "sittings", table)
	if area, _ := auc(ours.sims, ours.like); area < 0.9 {
		t.Errorf("area %.3f", area)
	}
}

func (p *pairSet) join(q pairSet) {
	p.sims, p.like = append(p.sims, q.sims...), append(p.like, q.like...)
}

// plantedPairs are the pairs of a sitting that name something seen, within the
// items that were planted to be like or unlike, as three measures see them.
func plantedPairs(t testing.TB, file string) (ours, tfidf, words pairSet) {
	s := newSitting(t, language.English(), "voices/"+file)
	var texts []string
	for _, row := range s.rows {
		texts = append(texts, row["reason"])
	}
	weights := texttest.IDF(texts)
	for _, p := range texttest.Rows(t, "voices/planted.csv") {
		like := p["planted"] == "shared" || p["planted"] == "boundary"
		if p["session"] != file || !like && p["planted"] != "different" && p["planted"] != "noticed" {
			continue
		}
		var of []int
		for i, row := range s.rows {
			if c := class.Classify(language.English(), row["reason"]).Class; row["indicator"] == p["indicator"] && (c == class.Evidence || c == class.Mixed) {
				of = append(of, i)
			}
		}
		for k, i := range of {
			for _, j := range of[:k] {
				a, b := texttest.Words(texts[i]), texttest.Words(texts[j])
				ours.add(s.corpus.Similarity(i, j), like)
				tfidf.add(texttest.Cosine(a, b, weights), like)
				words.add(texttest.Overlap(a, b), like)
			}
		}
	}
	return ours, tfidf, words
}

func (p *pairSet) add(similarity float64, like bool) {
	p.sims, p.like = append(p.sims, similarity), append(p.like, like)
}
