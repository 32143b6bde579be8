package text

import (
	"fmt"
	"os"
	"testing"
)

func TestSweepShow(t *testing.T) {
	if os.Getenv("SHOW") != "sweep" {
		t.Skip()
	}
	for _, f := range []string{"lesson.csv", "statements.csv", "own_statements.csv", "more_statements.csv", "more2_statements.csv", "more3_statements.csv", "more4_statements.csv", "pairs.csv"} {
		var texts, names []string
		for k, r := range readCSV(t, f) {
			if f == "statements.csv" && k >= 75 || f == "pairs.csv" && k >= 40 {
				break
			}
			for _, c := range []string{"reason", "text", "text_a", "text_b"} {
				texts = append(texts, r[c])
			}
			names = append(names, r["rater"])
		}
		s := NewSweeper(English(), names, texts)
		for _, x := range texts {
			if sw := s.Sweep(x); sw.Names+sw.Emails > 0 {
				fmt.Println(f, sw.Names, sw.Emails, sw.Text)
			}
		}
	}
}
