package text

import (
	"maps"
	"slices"
	"testing"
)

// A sitting is one team's reasons as a corpus.
type sitting struct {
	corpus *Corpus
	rows   []map[string]string
	at     map[[2]string]int // by indicator and rater
}

func newSitting(t testing.TB, lang *Language, file string) sitting {
	s := sitting{rows: readRows(t, file), at: map[[2]string]int{}}
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
func sittingPairs(t testing.TB, lang *Language) map[string]*pairSet {
	sittings := map[string]sitting{}
	sets := map[string]*pairSet{}
	for _, row := range readRows(t, "voices/pairs_sessions.csv") {
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

func TestFiguresLikeness(t *testing.T) {
	if !*figures {
		t.Skip("runs with -figures")
	}
	sets := sittingPairs(t, English())
	for _, name := range slices.Sorted(maps.Keys(sets)) {
		s := sets[name]
		h, r := judged(s.sims, s.like, Cut)
		area := 0.0
		if slices.Contains(s.like, true) && slices.Contains(s.like, false) {
			area, _ = auc(s.sims, s.like)
		}
		t.Logf("%-50s area %.3f  like at cut %d/%d, unlike %d/%d  best cut %.2f", name, area, h.k, h.n, r.k, r.n, bestCut(s.sims, s.like))
	}
	planted := map[string]*pairSet{}
	sittings := map[string]sitting{}
	for _, p := range readRows(t, "voices/planted.csv") {
		like := p["planted"] == "shared" || p["planted"] == "boundary"
		if !like && p["planted"] != "different" && p["planted"] != "noticed" {
			continue
		}
		file := p["session"]
		if _, ok := sittings[file]; !ok {
			sittings[file] = newSitting(t, English(), "voices/"+file)
		}
		var of []int
		for i, row := range sittings[file].rows {
			if c := English().Classify(row["reason"]).Class; row["indicator"] == p["indicator"] && (c == Evidence || c == Mixed) {
				of = append(of, i)
			}
		}
		for k, i := range of {
			for _, j := range of[:k] {
				for _, name := range []string{file, "~all", file + " " + p["indicator"]} {
					if planted[name] == nil {
						planted[name] = &pairSet{}
					}
					planted[name].sims = append(planted[name].sims, sittings[file].corpus.Similarity(i, j))
					planted[name].like = append(planted[name].like, like)
				}
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(planted)) {
		s := planted[name]
		h, r := judged(s.sims, s.like, Cut)
		area, mean := 0.0, 0.0
		if slices.Contains(s.like, true) && slices.Contains(s.like, false) {
			area, _ = auc(s.sims, s.like)
		}
		for _, x := range s.sims {
			mean += x / float64(len(s.sims))
		}
		t.Logf("%-50s area %.3f mean %.3f like at cut %d/%d, unlike %d/%d", name, area, mean, h.k, h.n, r.k, r.n)
	}
	for _, file := range []string{"pairs.csv", "own_pairs.csv"} {
		sims, like := labelledPairs(t, English(), file)
		area, se := auc(sims, like)
		h, r := judged(sims, like, Cut)
		t.Logf("%-50s area %.3f (%.3f) like at cut %d/%d, unlike %d/%d", file, area, se, h.k, h.n, r.k, r.n)
	}
}
