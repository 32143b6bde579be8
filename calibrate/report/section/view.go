package section

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// sections is the full report in the order in which it is read. A section
// without blocks is left out. Rows are those of persons.
var sections = []struct {
	id, title string
	blocks    func(*calibrate.Report) []document.Block
	rows      bool
}{
	{"verdict", "Verdict", verdict, false},
	{"figures", "How far apart", figures, false},
	{"first", "Talk about first", First, false},
	{"indicators", "Where: indicators", indicators, false},
	{"lessons", "Where: lessons", lessons, false},
	{"boundaries", "Where: the lines between levels", boundaries, false},
	{"not-observed", "Not observed against a score", notObserved, false},
	{"master", "Beside the agreed scores", master, false},
	{"causes", "Why: causes", causes, false},
	{"groups", "Why: groups", groups, false},
	{"camps", "Why: camps", camps, true},
	{"habits", "Why: habits of single raters", habits, true},
	{"raters", "Raters", raters, true},
	{"ratings", "Who gave what", heatMap, true},
	{"pairs", "Pairs of raters", pairMatrix, true},
	{"reasons", "Reasons", reasons, false},
	{"since", "Since last time", Since, false},
	{"agenda", "Agenda", agendaPage, false},
	{"next", "Next time", next, false},
	{"limits", "What these figures cannot say", cannotSay, false},
	{"coefficients", "Appendix: pooled coefficients", coefficients, false},
	{"read", "Appendix: what was read", read, false},
}

// hasRows reports whether the full report shows rows of persons: it shows
// these or the figures of groups, for both together say who is in which group.
// Names beside the pseudonyms hide nothing anyway.
func hasRows(r *calibrate.Report) bool {
	return r.Settings.By == "" || slices.ContainsFunc(r.Raters, func(x calibrate.Rater) bool { return x.Name != "" })
}

// View turns a report into the document that people's formats show of it whole.
func View(r *calibrate.Report) document.Document {
	d := document.Document{
		Title: "Calibration report, full", Subtitle: Subtitle(r), Reading: Taken(r),
		Verdict: r.Verdict.ID, Footer: Footer(r), Last: []string{"verdict", "first"},
	}
	if hasRows(r) && len(r.Raters) > 0 {
		d.Notice = "For the facilitator alone: who knows how a colleague rated can find the row."
	}
	for _, s := range sections {
		if s.rows && !hasRows(r) {
			continue
		}
		if blocks := s.blocks(r); len(blocks) > 0 {
			d.Sections = append(d.Sections, document.Section{ID: s.id, Title: s.title, Blocks: blocks})
		}
	}
	return d
}

// Subtitle says which lesson it is about, and who rated what.
func Subtitle(r *calibrate.Report) string {
	in := &r.Input
	lesson := wording.Count(in.Lessons, "lesson")
	if len(r.Lessons) == 1 {
		lesson = r.Lessons[0].ID
	}
	day := wording.Day(in.Day)
	round := r.Settings.Round
	if day != "" && wording.IsDay(round) { // a round that is called by its day
		round = ""
	}
	parts := []string{
		lesson, day, round, wording.Count(in.Raters, "rater"),
		wording.Count(in.Indicators, "indicator"), wording.Count(in.Ratings, "rating"),
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
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
