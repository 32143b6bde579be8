package text

import (
	"fmt"
	"testing"
)

func pairSims(t testing.TB, lang *Language, file string) (sims []float64, like []bool, rows []map[string]string) {
	rows = readCSV(t, file)
	var rs []Entry
	for i, r := range rows {
		rs = append(rs, Entry{r["text_a"], i}, Entry{r["text_b"], i})
	}
	c := NewCorpus(lang, rs)
	for i, r := range rows {
		sims = append(sims, c.Similarity(2*i, 2*i+1))
		like = append(like, r["label"] == "like")
	}
	return
}

func auc(s []float64, l []bool) float64 {
	n, w := 0.0, 0.0
	for i := range s {
		for j := range s {
			if l[i] && !l[j] {
				n++
				if s[i] > s[j] {
					w++
				} else if s[i] == s[j] {
					w += .5
				}
			}
		}
	}
	return w / n
}

func TestAUC(t *testing.T) {
	bare := *English()
	bare.concepts = nil
	for _, lang := range []*Language{English(), &bare} {
		a, al, _ := pairSims(t, lang, "pairs.csv")
		b, bl, _ := pairSims(t, lang, "own_pairs.csv")
		fmt.Printf("A dev %.3f hold %.3f all %.3f  own %.3f\n", auc(a[:40], al[:40]), auc(a[40:], al[40:]), auc(a, al), auc(b, bl))
		for cut := .1; cut < .5; cut += .025 {
			tp, fp, n, m := 0, 0, 0, 0
			for i := range a {
				if al[i] {
					n++
					if a[i] >= cut {
						tp++
					}
				} else {
					m++
					if a[i] >= cut {
						fp++
					}
				}
			}
			fmt.Printf("   cut %.3f tp %d/%d fp %d/%d\n", cut, tp, n, fp, m)
		}
	}
}
