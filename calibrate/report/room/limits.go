package room

import (
	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// limits says what not to conclude, in three lines.
func limits(r *calibrate.Report) []document.Block {
	sample := "They speak of these raters and of lessons like these; other raters might differ."
	if n := r.Input.Lessons; n < lessonsForPairs {
		sample = wording.Capital(wording.Counted(n, "lesson")) + " cannot show how the team usually rates; five or more begin to."
	}
	why := "They do not say why people differ: ask for what each saw and heard."
	if r.Reasons != nil {
		why = "A program sorted the reasons by their words: take that as a hint, and ask."
	}
	lines := []string{
		sample,
		"Agreement does not make a rating right: a whole team can share a misreading.",
		why,
	}
	for _, n := range r.Notes {
		if n.Code == "scale_undeclared" {
			lines = append(lines, "No scale was declared, so the levels are those that people used: --scale 1-4 says what they are.")
			break
		}
	}
	return []document.Block{document.List{Items: lines}}
}
