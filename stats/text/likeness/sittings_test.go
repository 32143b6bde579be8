package likeness

import (
	"maps"
	"slices"
	"testing"

	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/texttest"
)

// A sitting is one team's reasons as a corpus.
type sitting struct {
	corpus *Corpus
	rows   []map[string]string
	at     map[[2]string]int // by indicator and rater
}

func newSitting(t testing.TB, lang *language.Language, file string) sitting {
	s := sitting{rows: texttest.Rows(t, file), at: map[[2]string]int{}}
	var ids []string
	entries := make([]Entry, len(s.rows))
	for i, row := range s.rows {
		if !slices.Contains(ids, row["indicator"]) {
			ids = append(ids, row["indicator"])
		}
		entries[i] = Entry{Text: row["reason"], Item: slices.Index(ids, row["indicator"]), Topic: row["indicator"]}
		s.at[[2]string{row["indicator"], row["rater"]}] = i
	}
	s.corpus = NewCorpus(lang, entries)
	return s
}

// sittingPairs returns the likeness of the labelled pairs of the sittings.
func sittingPairs(t testing.TB, lang *language.Language) map[string]*pairSet {
	sittings := map[string]sitting{}
	sets := map[string]*pairSet{}
	for _, row := range texttest.Rows(t, "voices/pairs_sessions.csv") {
		file := row["session"]
		if _, ok := sittings[file]; !ok {
			sittings[file] = newSitting(t, lang, "voices/"+file)
		}
		s := sittings[file]
		a, b := s.at[[2]string{row["indicator"], row["rater_a"]}], s.at[[2]string{row["indicator"], row["rater_b"]}]
		for _, name := range []string{"all", file, file + " " + row["indicator"]} {
			if sets[name] == nil {
				sets[name] = &pairSet{}
			}
			sets[name].sims = append(sets[name].sims, s.corpus.Similarity(a, b))
			sets[name].like = append(sets[name].like, row["label"] == "like")
		}
	}
	return sets
}

type pairSet struct {
	sims []float64
	like []bool
}

// TestFiguresLikeness holds the likeness of pairs within sittings, and with
// -figures prints the figures of docs/reasons.md.
func TestFiguresLikeness(t *testing.T) {
	sets := sittingPairs(t, language.English())
	if area, _ := auc(sets["all"].sims, sets["all"].like); area < 0.9 {
		t.Errorf("area %.3f on the pairs of sittings, want 0.9", area)
	}
	if !*figures {
		return
	}
	for _, name := range slices.Sorted(maps.Keys(sets)) {
		s := sets[name]
		h, r := judged(s.sims, s.like, Cut)
		area := 0.0
		if slices.Contains(s.like, true) && slices.Contains(s.like, false) {
			area, _ = auc(s.sims, s.like)
		}
		t.Logf("%-50s area %.3f  like at cut %d/%d, unlike %d/%d  best cut %.2f", name, area, h.K, h.N, r.K, r.N, bestCut(s.sims, s.like))
	}
	for _, file := range []string{"pairs.csv", "own_pairs.csv"} {
		sims, like := labelledPairs(t, language.English(), file)
		area, se := auc(sims, like)
		h, r := judged(sims, like, Cut)
		t.Logf("%-50s area %.3f (%.3f) like at cut %d/%d, unlike %d/%d", file, area, se, h.K, h.N, r.K, r.N)
	}
}
