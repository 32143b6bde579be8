package analysis

import (
	"golang.org/x/sync/errgroup"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/calibrate/reasons"
	"github.com/cb401426/calibrate/stats/team"
	"github.com/cb401426/calibrate/stats/variance"
)

// work is the work on one report.
type work struct {
	study   calibrate.Study
	options calibrate.Options
	m       *team.Stats
	key     *team.Master // nil without an answer key
	names   []string     // pseudonyms by rater
	group   *privacy.Groups
	fitting errgroup.Group
	fit     *variance.Fit // of the causes, for the plan
	written *reasons.Reader
	report  *calibrate.Report
	notes   []calibrate.Note
}

// note adds a note with the words of its code.
func (a *work) note(code, path string) { a.notes = append(a.notes, calibrate.NewNote(code, path)) }
