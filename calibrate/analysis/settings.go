package analysis

import (
	"cmp"
	"context"
	"fmt"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/calibrate/statistics"
	"github.com/cb401426/calibrate/stats/rating"
)

func settings(a *work, _ context.Context) error {
	a.report.Program.Version = a.options.Version
	a.report.Data.SHA256 = privacy.HashRatings(a.study.Table, a.pseudonyms())
	o := a.options
	a.report.Settings = calibrate.ReportSettings{
		Settings: calibrate.Settings{
			Confidence: o.Confidence, Seed: o.Seed, Bootstrap: o.Bootstrap, Unit: a.m.Unit,
			Inference: "items", By: o.By, Round: a.study.Round,
		},
		Standard: o.Standard.ID, Names: o.Names, Quotes: "all", Minutes: cmp.Or(o.Minutes, calibrate.DefaultMeeting),
		Items: o.Items, Start: o.Start, Master: a.study.MasterFrom, IDKey: o.IDs != nil,
	}
	if o.NoQuotes {
		a.report.Settings.Quotes = "none"
	}
	return nil
}

func input(a *work, _ context.Context) error {
	a.report.Input = statistics.InputOf(a.study, a.options.Names)
	inputNotes(a)
	return nil
}

// inputNotes says what a reader should know of the ratings as they are.
func inputNotes(a *work) {
	for s, scale := range a.study.Table.Scales() {
		path := fmt.Sprintf("/input/scales/%d", s)
		if scale.Source == rating.Observed {
			a.note("scale_undeclared", path)
			if whole := scale.Whole(); len(whole) > 1 && len(whole) <= int(scale.Range()/scale.Step()) {
				a.note("scale_gap", path)
			}
		}
	}
	if a.m.Lessons == 1 {
		a.note("one_lesson_only", "/input/lessons")
	}
	if privacy.SmallTeam(a.report.Input.Raters) {
		a.note("small_team", "/raters")
	}
	a.notes = append(a.notes, a.study.Notes...)
}

// pseudonyms are those of the raters, whatever they are called here: the hash
// of the ratings follows no key.
func (a *work) pseudonyms() []string {
	if a.options.IDs == nil {
		return a.names
	}
	return privacy.Pseudonyms(a.study.Table, a.options.Seed, a.options.By)
}
