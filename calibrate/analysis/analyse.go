package analysis

import (
	"context"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/meeting"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/calibrate/reasons"
	"github.com/cb401426/calibrate/calibrate/statistics"
	"github.com/cb401426/calibrate/stats/team"
)

// Analyse computes the report of a study. It fails only if the context ends,
// or an option is none or names what the study does not have.
func Analyse(ctx context.Context, study calibrate.Study, o calibrate.Options) (*calibrate.Report, error) {
	a, err := begun(study, o)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(ctx)
	a.fitCauses(ctx)
	defer func() {
		cancel()
		_ = a.fitting.Wait() // told in its section
	}()
	a.written.ReadReasons(ctx)
	for _, section := range sections {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := section.run(a, ctx); err != nil {
			return nil, err
		}
	}
	a.report.Notes = append(calibrate.AbsentNotes(a.report), a.notes...)
	return a.report, nil
}

// begun returns the work on a study, before any section.
func begun(study calibrate.Study, o calibrate.Options) (*work, error) {
	o, err := o.Ready()
	if err == nil {
		err = meeting.Check(o.Minutes, o.Items)
	}
	if err != nil {
		return nil, err
	}
	if o.By != "" {
		if _, ok := study.Table.Column(o.By); !ok {
			return nil, statistics.UnknownColumn(study.Table, o.By)
		}
	}
	a := &work{study: study, options: o, m: team.New(study.Table, o.Team()), report: &calibrate.Report{Schema: calibrate.Schema}}
	a.key = team.CompareWithMaster(a.m, study.Master)
	a.names = privacy.IDs(study.Table, o)
	a.written = &reasons.Reader{Study: study, Options: o, M: a.m, Names: a.names}
	return a, nil
}

// sections is the report in the order of its computation.
var sections = []struct {
	name string
	run  func(*work, context.Context) error
}{
	{"settings", settings},
	{"input", input},
	{"master", master},
	{"alignment", alignment},
	{"places", places},
	{"boundaries", boundaries},
	{"verdict", verdict},
	{"groups", groups},
	{"raters", raters},
	{"rater indicators", raterIndicators},
	{"pairs", pairs},
	{"camps", camps},
	{"without", without},
	{"causes", causes},
	{"plan", plan},
	{"reasons", written},
	{"group splits", groupSplits},
	{"nominal", nominal},
	{"agenda", agenda},
	{"coefficients", coefficients},
	{"nominal coefficients", nominalCoefficients},
	{"cells", cells},
}
