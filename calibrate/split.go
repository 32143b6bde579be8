package calibrate

// What a Split is of.
const (
	SplitRatings = "ratings"
	SplitReasons = "reasons"
)

// A Split is an item on which groups of the --by column rate apart, or write of
// different things. Groups are those of three people or more who did, of
// ratings the lowest first.
type Split struct {
	Lesson    string   `json:"lesson"`
	Indicator string   `json:"indicator"`
	Round     string   `json:"round,omitempty"`
	Of        string   `json:"of"`
	Groups    []string `json:"groups"`
	// PValue is the share of deals of the groups in which any item is split as
	// clearly as this one.
	PValue float64 `json:"p_value"`
}
