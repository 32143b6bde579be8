package rounds

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats/rounds"
)

// DriftsOf says by name, in lower case, how each rater's place in the team
// changed from the round before the last to the last. It is empty where too few
// rated both times, or nobody can be followed.
func DriftsOf(study calibrate.Study, o Options) map[string]calibrate.PersonalDrift {
	of := map[string]calibrate.PersonalDrift{}
	order, err := orderOf(study.Table, o.Order)
	if err != nil || o.Unknown {
		return of
	}
	from, to := len(order)-2, len(order)-1
	list, _ := rounds.Drifts(study.Table, order, from, to)
	for _, d := range list {
		of[strings.ToLower(study.Table.Raters()[d.Rater])] = calibrate.PersonalDrift{
			From: study.Table.Rounds()[order[from]], Before: d.Before, After: d.After, Raters: len(list), Moved: d.Moved,
		}
	}
	return of
}
