package section

import (
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
)

// verdict answers: are we aligned, by which rule, and how much hangs on
// little.
func verdict(r *calibrate.Report) []document.Block {
	v := &r.Verdict
	blocks := []document.Block{
		document.Paragraph{Role: document.Headline, Text: strings.ToUpper(v.ID.Words())},
		document.Paragraph{Role: document.Lead, Text: v.Sentence},
	}
	if len(v.Because) > 0 {
		blocks = append(blocks, document.List{Items: v.Because})
	}
	aside := "Standard: " + v.Standard.Title + "." + surely(r) + "\n" + hangsOn(r)
	if !v.Clear && v.Next != "" && r.Input.Lessons > 1 {
		aside += "\n" + v.Next
	}
	return append(blocks, document.Paragraph{Role: document.Aside, Text: aside})
}

// surely says whether the interval leaves the target on one side.
func surely(r *calibrate.Report) string {
	v := &r.Verdict
	exact := r.Alignment.Exact
	if v.Clear || v.ID == calibrate.CannotTell || !exact.Lower.OK() || !exact.Upper.OK() {
		return ""
	}
	return " The interval does not leave its target clearly on one side."
}

// hangsOn says what the verdict would be without the worst indicator, and
// with "not observed" as the lowest level.
func hangsOn(r *calibrate.Report) string {
	v := &r.Verdict
	var parts []string
	if v.Without != "" && r.Alignment.Distance.Value.Or(0) > 0 {
		parts = append(parts, fmt.Sprintf("Without %s, the indicator furthest apart: %s.",
			v.Worst, v.Without.Words()))
	}
	if r.Input.NotObserved > 0 {
		parts = append(parts, fmt.Sprintf("With “not observed” counted as the lowest level: %s.",
			v.NotObserved.Words()))
	} else {
		parts = append(parts, "Nobody marked “not observed”, so nothing hangs on it.")
	}
	return strings.Join(parts, "\n")
}
