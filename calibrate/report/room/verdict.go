package room

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/report/section"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// verdict answers: are we aligned, how far, by which rule.
func verdict(r *calibrate.Report) []document.Block {
	v := &r.Verdict
	blocks := []document.Block{
		document.Paragraph{Role: document.Headline, Text: strings.ToUpper(v.ID.Words())},
		document.Paragraph{Role: document.Lead, Text: v.Sentence},
	}
	if s := rule(r); s != "" {
		blocks = append(blocks, aside("%s", s))
	}
	return blocks
}

// rule says what the standard is, and when the ratings are too few to say on
// which side of it the team is.
func rule(r *calibrate.Report) string {
	var asks []string
	for _, c := range r.Verdict.Standard.Criteria {
		if kind, ok := calibrate.FigureKindOf(c.Figure); ok {
			limit, times := "at least ", " of the time"
			if c.AtMost {
				limit = "at most "
			}
			if len(asks) > 0 {
				times = ""
			}
			asks = append(asks, kind.What+" "+limit+wording.PercentOf(c.Target)+times)
		}
	}
	if len(asks) == 0 {
		return ""
	}
	s := "The standard (" + r.Verdict.Standard.ID + "): " + wording.List(asks) + eachIndicator(r) + "."
	if perfect := r.Alignment.Exact.Value.Or(0) == 1; !r.Verdict.Clear && !perfect && r.Verdict.ID != calibrate.CannotTell {
		s += " " + section.TooFewFor(r, "it")
	}
	return s
}

// eachIndicator says what the standard is for each indicator.
func eachIndicator(r *calibrate.Report) string {
	for _, p := range r.Indicators {
		if p.Meets.OK() {
			return ruleOf(r).asks
		}
	}
	return ""
}
