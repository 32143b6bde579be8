package section

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
)

// next says what more would help.
func next(r *calibrate.Report) []document.Block {
	if r.Plan == nil {
		return nil
	}
	return []document.Block{
		document.Paragraph{Text: r.Plan.Sentence},
		document.Paragraph{Text: RatersNeeded(r.Plan.Raters)},
	}
}

// RatersNeeded says how many raters make a score dependable.
func RatersNeeded(n calibrate.Need) string {
	of := "a lesson's overall score"
	if n.Of == "item" {
		of = "the score of one indicator of this lesson"
	}
	number, ok := n.Number.Value()
	switch {
	case n.Number.Reason() == stats.Unreachable:
		return fmt.Sprintf("As the team rates now, no number of raters would make %s dependable (Φ %.2f).", of, n.Target)
	case !ok:
		return fmt.Sprintf("These ratings cannot say how many raters would make %s dependable (Φ %.2f).", of, n.Target)
	}
	s := fmt.Sprintf("To make %s dependable (Φ %.2f), average it over %s", of, n.Target, wording.Count(int(number), "rater"))
	if !n.Lower.OK() {
		return s + "."
	}
	if !n.Upper.OK() {
		return s + fmt.Sprintf(" (%s or more).", wording.Decimal(n.Lower, 0))
	}
	return s + fmt.Sprintf(" (%s to %s).", wording.Decimal(n.Lower, 0), wording.Decimal(n.Upper, 0))
}
