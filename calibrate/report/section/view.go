package section

import (
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// sections is the report in the order in which it is read. A section without
// blocks is left out.
var sections = []struct {
	id, title string
	blocks    func(*calibrate.Report) []document.Block
}{
	{"verdict", "Verdict", verdict},
	{"figures", "How far apart", figures},
	{"discuss", "Talk about first", discuss},
	{"indicators", "Where: indicators", indicators},
	{"lessons", "Where: lessons", lessons},
	{"not-observed", "Not observed against a score", notObserved},
	{"master", "Beside the agreed scores", master},
	{"causes", "Why: causes", causes},
	{"groups", "Why: groups", groups},
	{"camps", "Why: camps", camps},
	{"habits", "Why: habits of single raters", habits},
	{"raters", "Raters", raters},
	{"ratings", "Who gave what", heatMap},
	{"pairs", "Pairs of raters", pairMatrix},
	{"reasons", "Reasons", reasons},
	{"agenda", "Agenda", agendaPage},
	{"next", "Next time", next},
	{"limits", "What these figures cannot say", cannotSay},
	{"coefficients", "Appendix: pooled coefficients", coefficients},
	{"read", "Appendix: what was read", read},
}

// View turns a report into the document that people's formats show.
func View(r *calibrate.Report) document.Document {
	d := document.Document{
		Title: "Calibration report", Subtitle: Subtitle(r),
		Verdict: r.Verdict.ID, Footer: Footer(r),
	}
	for _, s := range sections {
		if blocks := s.blocks(r); len(blocks) > 0 {
			d.Sections = append(d.Sections, document.Section{ID: s.id, Title: s.title, Blocks: blocks})
		}
	}
	return d
}

// subtitle says what the report is about, in a line.
func Subtitle(r *calibrate.Report) string {
	in := &r.Input
	parts := []string{
		wording.Count(in.Raters, "rater"), wording.Count(in.Lessons, "lesson"),
		wording.Count(in.Indicators, "indicator"), wording.Count(in.Ratings, "rating"),
	}
	return strings.Join(parts, " · ")
}

// footer says what made the report, and from which ratings.
func Footer(r *calibrate.Report) string {
	s := "calibrate"
	if v := r.Program.Version; v != "" {
		s += " " + v
	}
	return fmt.Sprintf("%s · seed %d · ratings %s", s, r.Settings.Seed, shortHash(r))
}

// shortHash is enough of the ratings' hash to tell two files apart.
func shortHash(r *calibrate.Report) string {
	return r.Data.SHA256[:min(12, len(r.Data.SHA256))]
}
