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
	s := "The standard (" + r.Verdict.Standard.ID + "): " + wording.List(asks) + indicatorRule(r) + "."
	if perfect := r.Alignment.Exact.Value.Or(0) == 1; !r.Verdict.Clear && !perfect && r.Verdict.ID != calibrate.CannotTell {
		s += " " + section.TooFewFor(r, "it")
	}
	return s
}

// indicatorRule says what the standard is for each indicator.
func indicatorRule(r *calibrate.Report) string {
	for _, p := range r.Indicators {
		if p.Meets.OK() {
			if byPairs(r) {
				return ", also on each indicator"
			}
			return "; on each indicator three quarters of the raters on one level"
		}
	}
	return ""
}

// lessonsForPairs is the number of lessons from which on an indicator is held
// against the standard by pairs of raters.
const lessonsForPairs = 5

// byPairs reports whether indicators are held against the standard by how
// often two raters agree, and not by how many are on one level.
func byPairs(r *calibrate.Report) bool { return r.Input.Lessons >= lessonsForPairs }
