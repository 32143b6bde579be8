package rounds

import (
	"errors"
	"fmt"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// PeopleUnknown is the reason of a figure of the people in both rounds where
// nobody can be followed: the reports that were read carry no names.
const PeopleUnknown stats.Reason = "people_unknown"

// OfReport returns the ratings that a saved report holds. Its people are named
// where it was made with names; else they are nobody outside of it, and named
// is false.
func OfReport(r *calibrate.Report) (study calibrate.Study, named bool, err error) {
	if len(r.Ratings) == 0 {
		return study, false, errors.New("the report lists no ratings, as those of more than 5,000 ratings do not: give the file itself")
	}
	names := map[string]string{}
	named = len(r.Raters) > 0
	for _, g := range r.Raters {
		names[g.ID] = g.Name
		named = named && g.Name != ""
	}
	b := rating.NewBuilder()
	for _, c := range r.Ratings {
		rater := names[c.Rater]
		if !named {
			rater = fmt.Sprintf("%s of %.12s", c.Rater, r.Data.SHA256)
		}
		record := rating.Record{Round: c.Round, Lesson: c.Lesson, Indicator: c.Indicator, Rater: rater, Score: c.Score.Or(0)}
		switch c.State {
		case "not_observed":
			record.State = rating.NotObserved
		case "blank":
			record.State = rating.Blank
		}
		b.Add(record)
	}
	at := map[string]int{}
	for i, s := range r.Input.Scales {
		at[s.ID] = i
	}
	of := map[string]int{}
	study.Names = map[string]string{}
	for _, p := range r.Indicators {
		of[p.ID] = at[p.Scale]
		study.Names[p.ID] = p.Name
	}
	study.Table = b.Build(r.Input.Scales, of)
	return study, named, nil
}
