package likeness

import (
	"math"
	"slices"
	"testing"

	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/texttest"
)

// pairs returns the similarity of each labelled pair of a file, and whether it
// is like.
func labelledPairs(t testing.TB, lang *language.Language, file string) (sims []float64, like []bool) {
	rows := texttest.Rows(t, file)
	entries := make([]Entry, 0, 2*len(rows))
	for i, row := range rows {
		entries = append(entries, Entry{Text: row["text_a"], Item: i}, Entry{Text: row["text_b"], Item: i})
	}
	c := NewCorpus(lang, entries)
	for i, row := range rows {
		sims = append(sims, c.Similarity(2*i, 2*i+1))
		like = append(like, row["label"] == "like")
	}
	return sims, like
}

// auc returns the area under the curve and its standard error after DeLong,
// DeLong and Clarke-Pearson (1988), Biometrics 44, 837-845.
func auc(sims []float64, like []bool) (area, se float64) {
	var yes, no []float64
	for i, s := range sims {
		if like[i] {
			yes = append(yes, s)
		} else {
			no = append(no, s)
		}
	}
	wins := func(x float64, others []float64, sign float64) (v float64) {
		for _, y := range others {
			switch d := sign * (x - y); {
			case d > 0:
				v++
			case d == 0:
				v += 0.5
			}
		}
		return v / float64(len(others))
	}
	var v10, v01 []float64
	for _, x := range yes {
		v10 = append(v10, wins(x, no, 1))
		area += v10[len(v10)-1] / float64(len(yes))
	}
	for _, y := range no {
		v01 = append(v01, wins(y, yes, -1))
	}
	variance := func(v []float64) (s float64) {
		for _, x := range v {
			s += (x - area) * (x - area)
		}
		return s / float64(len(v)-1) / float64(len(v))
	}
	return area, math.Sqrt(variance(v10) + variance(v01))
}

func TestLikeness(t *testing.T) {
	sets := []struct {
		name, file string
		lang       *language.Language
		from, to   int
		least      float64
	}{
		{"all", "pairs.csv", language.English(), 0, 80, 0.80},
		{"read half", "pairs.csv", language.English(), 0, 40, 0.80},
		{"unread half", "pairs.csv", language.English(), 40, 80, 0.75},
		{"own hard pairs", "own_pairs.csv", language.English(), 0, 60, 0.45},
	}
	for _, set := range sets {
		sims, like := labelledPairs(t, set.lang, set.file)
		area, se := auc(sims[set.from:set.to], like[set.from:set.to])
		t.Logf("%-28s AUC %.3f [%.3f, %.3f]", set.name, area, area-1.96*se, math.Min(1, area+1.96*se))
		if area < set.least {
			t.Errorf("%s: AUC %.3f, want %.2f", set.name, area, set.least)
		}
	}
}

// bestCut returns the cut with the highest balanced accuracy, the middle of
// the best where several are.
func bestCut(sims []float64, like []bool) float64 {
	best, from, to := -1.0, 0.0, 0.0
	for cut := 0.05; cut < 0.8; cut += 0.01 {
		hit, right := judged(sims, like, cut)
		switch b := hit.Value() + right.Value(); {
		case b > best+1e-12:
			best, from, to = b, cut, cut
		case b > best-1e-12:
			to = cut
		}
	}
	return (from + to) / 2
}

// judged returns the like pairs that reach the cut and the unlike that do not.
func judged(sims []float64, like []bool, cut float64) (hit, right texttest.Proportion) {
	for i, s := range sims {
		if like[i] {
			hit.N++
			if s >= cut {
				hit.K++
			}
		} else {
			right.N++
			if s < cut {
				right.K++
			}
		}
	}
	return hit, right
}

// TestCut cross-validates the choice of the cut: ten folds, each judged by the
// cut that is best on the other nine.
func TestCut(t *testing.T) {
	sims, like := labelledPairs(t, language.English(), "pairs.csv")
	var hit, right texttest.Proportion
	var cuts []float64
	for fold := range 10 {
		var trainS, testS []float64
		var trainL, testL []bool
		for i := range sims {
			if i%10 == fold {
				testS, testL = append(testS, sims[i]), append(testL, like[i])
			} else {
				trainS, trainL = append(trainS, sims[i]), append(trainL, like[i])
			}
		}
		cut := bestCut(trainS, trainL)
		cuts = append(cuts, cut)
		h, r := judged(testS, testL, cut)
		hit.K, hit.N = hit.K+h.K, hit.N+h.N
		right.K, right.N = right.K+r.K, right.N+r.N
	}
	t.Logf("cuts of the folds %.2f to %.2f", slices.Min(cuts), slices.Max(cuts))
	texttest.LogShare(t, "like found", hit)
	texttest.LogShare(t, "unlike found", right)
	h, r := judged(sims, like, Cut)
	texttest.LogShare(t, "like at Cut", h)
	texttest.LogShare(t, "unlike at Cut", r)
	if b := (hit.Value() + right.Value()) / 2; b < 0.7 {
		t.Errorf("balanced accuracy %.3f, want 0.7", b)
	}
	if Cut < slices.Min(cuts)-0.1 || Cut > slices.Max(cuts)+0.1 {
		t.Errorf("Cut is %v, the folds choose %.2f", Cut, cuts)
	}
}
