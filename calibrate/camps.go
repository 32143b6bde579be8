package calibrate

import (
	"github.com/cb401426/calibrate/stats"
)

// Camps says whether the raters fall into two readings of the same lessons,
// beyond who is severe and beyond one person.
type Camps struct {
	Found   Answer       `json:"found"`
	PValue  stats.Number `json:"p_value"`
	Members [][]string   `json:"members"` // by pseudonym, empty unless found
}
