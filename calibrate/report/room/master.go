package room

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// master sets the team beside the agreed scores.
func master(r *calibrate.Report) []document.Block {
	m := r.Master
	if m == nil || !m.Exact.Value.OK() {
		return nil
	}
	s := fmt.Sprintf("The team gave the agreed score %s of the time; by chance it would be %s.",
		wording.Percent(m.Exact.Value), wording.Percent(m.Exact.Chance))
	switch v := m.Difference.Or(0); {
	case v >= 0.05:
		s += " On the whole it rated higher than agreed."
	case v <= -0.05:
		s += " On the whole it rated lower than agreed."
	}
	return []document.Block{prose("%s", s)}
}
