package calibrate

import (
	"github.com/cb401426/calibrate/stats"
)

// A SampleSize is how many items or lessons a purpose takes.
type SampleSize struct {
	For   string       `json:"for" csv:"for"`
	Unit  stats.Unit   `json:"unit" csv:"unit"`
	Units stats.Number `json:"units" csv:"units"`
	Now   int          `json:"now,omitempty" csv:"now"` // of them in the data; 0 without data
}
