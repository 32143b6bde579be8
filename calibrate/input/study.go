package input

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/input/problem"
)

// Study hands what was read to the analysis.
func (r *Reading) Study() calibrate.Study {
	s := calibrate.Study{
		Table: r.Table, Layout: r.Layout, Absent: r.Absent, Duplicates: r.Duplicates,
		Repairs: r.Repairs, Names: r.IndicatorNames, LevelWords: levelWords(r), Round: r.Rounds.Chosen, Day: r.Day,
		Agreed: agreed(r),
	}
	s.RatersAre, s.RatersNamed, s.Segments, s.Nominal = r.RatersAre.Plain, r.RatersAre.Named, r.Segments, r.Nominal
	for _, x := range r.LeftOut {
		s.LeftOut = append(s.LeftOut, calibrate.LeftOut{What: r.Nameless(x), Count: x.Count, Why: x.Why})
	}
	for _, m := range r.Master {
		s.Master = append(s.Master, calibrate.MasterScore{Lesson: m.Lesson, Indicator: m.Indicator, Round: m.Round, Score: m.Score})
	}
	naming := map[string]int{} // by code, those that name somebody
	for _, p := range r.Problems {
		switch {
		case p.Severity != problem.Warning && !worthSaying(p, r):
		case r.namesSomebody(p):
			naming[p.Code]++
		default:
			s.Notes = append(s.Notes, calibrate.Note{Code: "reading", Path: "/input", Text: p.Text, Fix: p.Hint})
		}
	}
	for _, code := range problem.Codes { // in their order
		if n := naming[code.ID]; n > 0 {
			s.Notes = append(s.Notes, calibrate.Note{
				Code: "reading", Path: "/input", Text: fmt.Sprintf("%s: %d", code.Title, n), Fix: "calibrate check says which",
			})
		}
	}
	return s
}

// namesSomebody reports whether a problem's text names a rater: what is handed
// round counts people instead.
func (r *Reading) namesSomebody(p problem.Problem) bool {
	if p.Code == "rater_without_ratings" || p.Code == "like_names" {
		return true
	}
	said := strings.ToLower(p.Text + " " + p.Hint)
	return slices.ContainsFunc(r.Table.Raters(), func(name string) bool {
		return len(name) > 2 && strings.Contains(said, strings.ToLower(name))
	})
}

// worthSaying reports whether a note of the reading belongs into the report:
// that only one of several rounds was read, and that there is one lesson where
// ratings of the same person were taken for each other's correction.
func worthSaying(p problem.Problem, r *Reading) bool {
	return p.Code == "several_rounds" || p.Code == "one_lesson" && r.Duplicates > 0
}

// agreed are the notes of the rubric on the indicators that were read.
func agreed(r *Reading) map[string][]string {
	of := map[string][]string{}
	if r.Rubric == nil {
		return of
	}
	for _, id := range r.Table.Indicators() {
		if in, ok := r.Rubric.Match(id); ok && len(in.Notes) > 0 {
			of[id] = r.Rubric.Agreed(in)
		}
	}
	return of
}

// levelWords are the rubric's words for the levels of the indicators that were
// read.
func levelWords(r *Reading) map[string]map[float64]string {
	if r.Rubric == nil {
		return nil
	}
	words := map[string]map[float64]string{}
	for _, id := range r.Table.Indicators() {
		if in, ok := r.Rubric.Match(id); ok && len(in.Words) > 0 {
			words[id] = r.Rubric.WordsByLevel(in)
		}
	}
	return words
}
