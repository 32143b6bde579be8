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
	aside := "The standard: " + v.Standard.Title + "." + surely(r) + "\n" + hangsOn(r)
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
	return " " + tooFew(r)
}

// hangsOn says what the verdict would be without the worst indicator, and
// with "not observed" as the lowest level.
func hangsOn(r *calibrate.Report) string {
	v := &r.Verdict
	var parts []string
	if v.Without != "" && r.Alignment.Distance.Value.Or(0) > 0 {
		parts = append(parts, fmt.Sprintf("Without %s, the indicator furthest apart, %s.", v.Worst, wouldBe(v, v.Without)))
	}
	if r.Input.NotObserved > 0 {
		parts = append(parts, fmt.Sprintf("With “not observed” counted as the lowest level, %s.", wouldBe(v, v.NotObserved)))
	} else {
		parts = append(parts, "Nobody marked “not observed”.")
	}
	return strings.Join(parts, "\n")
}

// wouldBe says what the verdict would be instead, or that it would be the same.
func wouldBe(v *calibrate.Verdict, id calibrate.VerdictID) string {
	switch {
	case id == calibrate.CannotTell && v.ID == id:
		return "they still could not tell"
	case id == calibrate.CannotTell:
		return "the ratings could not tell"
	case id == calibrate.NotYetAligned && v.ID == id:
		return "the team would still not be aligned"
	case id == calibrate.NotYetAligned:
		return "the team would not yet be aligned"
	case v.ID == id:
		return "the team would still be " + id.Words()
	}
	return "the team would be " + id.Words()
}

// tooFew says that the ratings cannot say on which side of the standard the
// team is.
func tooFew(r *calibrate.Report) string { return TooFewFor(r, "the standard") }

// TooFewFor is tooFew where what the standard is called was said before.
func TooFewFor(r *calibrate.Report, standard string) string {
	if r.Input.Lessons == 1 {
		return "One lesson is too little to say which side of " + standard + " the team is on."
	}
	return "These lessons are too few to say which side of " + standard + " the team is on."
}
