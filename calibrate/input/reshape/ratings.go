package reshape

import (
	"github.com/cb401426/calibrate/calibrate/input/source"
)

// ratingsHead are the columns that a table of ratings has which calibrate wrote.
var ratingsHead = []string{"rater", "lesson", "indicator", "score", "state"}

// The states of a rating in that table.
const (
	stateScore       = "score"
	stateNotObserved = "not_observed"
	stateBlank       = "blank"
)

// ratings reads the table of ratings that calibrate writes: where its state says
// that the rater could not observe it, so does the score.
func ratings(s *source.Sheet) (*source.Sheet, []Change) {
	if len(s.Rows) < 2 {
		return nil, nil
	}
	at := map[string]int{}
	for c := range s.Rows[0].Cells {
		at[s.At(0, c)] = c
	}
	for _, name := range ratingsHead {
		if _, ok := at[name]; !ok {
			return nil, nil
		}
	}
	state, score := at["state"], at["score"]
	for i := 1; i < len(s.Rows); i++ {
		switch text := s.At(i, state); {
		case text == "" && s.Rows[i].Empty():
		case text == stateScore && s.At(i, score) != "":
		case (text == stateNotObserved || text == stateBlank) && s.At(i, score) == "":
		default:
			return nil, nil
		}
	}
	out := copyOf(s)
	for i := range s.Rows {
		if s.At(i, state) == stateNotObserved {
			set(out, i, score, "N/A")
		}
		if s.At(i, state) != "" {
			set(out, i, state, "")
		}
	}
	return out, []Change{{0, state, "a table of ratings that calibrate wrote: the state says what is not observed"}}
}
