package habits

import (
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/habit"
	"github.com/cb401426/calibrate/stats/team"
)

// A Kind is a kind of finding. How it is found, and how seldom of one who does
// not have it, is package habit's.
type Kind struct {
	Code  string
	Title string
	// NeedsMaster says that the habit compares with an answer key. It stands
	// in private sheets only.
	NeedsMaster bool
	words       func(*team.Stats, habit.Finding) (text, evidence string)
}

// Kinds lists the kinds of finding in the order in which a rater's stand.
var Kinds = []Kind{
	{Code: string(habit.Severity), Title: "above or below the group", words: severityWords},
	{Code: string(habit.OneLevel), Title: "one level throughout", words: oneLevelWords},
	{Code: string(habit.NarrowRange), Title: "a narrow range of levels", words: narrowWords},
	{Code: string(habit.ReadingOfIndicator), Title: "a reading of one indicator", words: readingWords},
	{Code: string(habit.FarFromMaster), Title: "far from the master", NeedsMaster: true, words: farWords},
}

// Find returns each rater's findings, and what was looked for; private ones
// compare with a master, the others have no key.
func Find(m *team.Stats, key *team.Master) ([][]calibrate.Finding, *calibrate.HabitSearch) {
	list := make([][]calibrate.Finding, len(m.Table.Raters()))
	for g := range list {
		list[g] = []calibrate.Finding{}
	}
	o := habit.Options{Seed: m.Options.Seed}
	result := habit.Find(m.Table, o)
	found := result.Findings
	if key != nil {
		found = append(found, habit.Far(m.Table, key.Score, o).Findings...)
	}
	for _, f := range found {
		for _, kind := range Kinds {
			if kind.Code == string(f.Kind) {
				text, evidence := kind.words(m, f)
				list[f.Rater] = append(list[f.Rater], calibrate.Finding{Code: kind.Code, Text: text, Evidence: evidence + " (" + chance(f.P) + ")"})
			}
		}
	}
	return list, search(m, result.Tested)
}

// search says what was looked for, and what it means to find none.
func search(m *team.Stats, tested []habit.Kind) *calibrate.HabitSearch {
	none := stats.None(calibrate.SmallDesign)
	s := &calibrate.HabitSearch{Tested: []string{}, HalfLevel: none, OneLevel: none, NarrowRange: none}
	for _, kind := range tested {
		s.Tested = append(s.Tested, string(kind))
	}
	exact, ok := m.Figures(m.All(), m.Unit).Exact.Value.Value()
	design := habit.Design{Raters: team.CountTrue(m.Table.Rated()), Lessons: m.Lessons, Indicators: len(m.Table.Indicators())}
	if p, enough := habit.PowerOf(design, exact); ok && enough && len(tested) > 0 {
		s.HalfLevel, s.OneLevel, s.NarrowRange = stats.Of(p.HalfLevel), stats.Of(p.OneLevel), stats.Of(p.NarrowRange)
		if slices.Contains(tested, habit.ReadingOfIndicator) {
			s.Reading = stats.Of(p.Reading)
		}
	}
	return s
}
