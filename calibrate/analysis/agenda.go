package analysis

import (
	"context"

	"github.com/cb401426/calibrate/calibrate/meeting"
	"github.com/cb401426/calibrate/stats/team"
)

// agenda plans the meeting.
func agenda(a *work, _ context.Context) error {
	p := meeting.Planner{
		Study: a.study, Options: a.options, M: a.m, Written: a.written,
		Unseen: team.NotObserved(a.m), Report: a.report,
	}
	p.Plan()
	return nil
}
