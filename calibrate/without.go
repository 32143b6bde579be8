package calibrate

import (
	"github.com/cb401426/calibrate/stats"
)

// Without is the agreement of the others, were one rater not there.
type Without struct {
	Rater    string       `json:"rater" csv:"rater"`
	Exact    stats.Number `json:"exact" csv:"exact"`
	Distance stats.Number `json:"distance" csv:"distance"`
}
