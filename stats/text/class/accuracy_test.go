package class

import (
	"testing"

	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/texttest"
)

// A confusion counts reasons by their label and the class they were given.
type confusion map[[2]Class]int

var classes = []Class{Evidence, Opinion, Mixed, Empty}

func (c confusion) precision(class Class) texttest.Proportion {
	p := texttest.Proportion{K: c[[2]Class{class, class}]}
	for _, label := range classes {
		p.N += c[[2]Class{label, class}]
	}
	return p
}

func (c confusion) recall(class Class) texttest.Proportion {
	p := texttest.Proportion{K: c[[2]Class{class, class}]}
	for _, given := range classes {
		p.N += c[[2]Class{class, given}]
	}
	return p
}

func (c confusion) correct() texttest.Proportion {
	var p texttest.Proportion
	for key, n := range c {
		p.N += n
		if key[0] == key[1] {
			p.K += n
		}
	}
	return p
}

// TestAccuracy holds that the weights that ship read the reasons which they were
// fitted to. TestFiguresClass measures, on reasons that they have not seen.
func TestAccuracy(t *testing.T) {
	sets := []struct {
		name, file        string
		from, to          int
		precision, recall float64 // of evidence and of opinion, at least
	}{
		{"read half", "statements.csv", 0, 75, 0.95, 0.95},
		{"unread half", "statements.csv", 75, 150, 0.85, 0.75},
		{"all labelled", "statements.csv", 0, 150, 0.85, 0.75},
		{"own", "own_statements.csv", 0, 884, 0.90, 0.90},
	}
	for _, set := range sets {
		t.Run(set.name, func(t *testing.T) {
			c := confusion{}
			for _, row := range texttest.Rows(t, set.file)[set.from:set.to] {
				c[[2]Class{Class(row["label"]), Classify(language.English(), row["text"]).Class}]++
			}
			texttest.LogShare(t, "correct", c.correct())
			for _, class := range classes {
				p, r := c.precision(class), c.recall(class)
				texttest.LogShare(t, string(class)+" precision", p)
				texttest.LogShare(t, string(class)+" recall", r)
				if class != Evidence && class != Opinion {
					continue
				}
				if p.Value() < set.precision {
					t.Errorf("%s: precision %.3f, want %.2f", class, p.Value(), set.precision)
				}
				if r.Value() < set.recall {
					t.Errorf("%s: recall %.3f, want %.2f", class, r.Value(), set.recall)
				}
			}
		})
	}
}
