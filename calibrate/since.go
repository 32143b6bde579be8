package calibrate

import "github.com/cb401426/calibrate/stats"

// Since is what became of a team since an earlier round, and of what it agreed
// on then.
type Since struct {
	From     string `json:"from"`
	To       string `json:"to"`
	Movement string `json:"movement"` // "together", "apart", "cannot_tell"
	Sentence string `json:"sentence"`
	Limits   string `json:"limits"` // what it cannot say
	// Indicators are those of both rounds.
	Indicators []SinceIndicator `json:"indicators"`
	Agreed     []Agreement      `json:"agreed"`
}

// A SinceIndicator is one indicator then and now.
type SinceIndicator struct {
	ID       string       `json:"id"`
	Name     string       `json:"name,omitempty"`
	Before   stats.Number `json:"before"` // exact agreement
	After    stats.Number `json:"after"`
	Movement string       `json:"movement"`
}

// An Agreement is what a team agreed on in an earlier meeting, and whether it
// held on what was rated since.
type Agreement struct {
	Round      string       `json:"round,omitempty"`
	Lesson     string       `json:"lesson,omitempty"`
	Indicator  string       `json:"indicator"`
	Name       string       `json:"name,omitempty"`
	Level      stats.Number `json:"level"`
	Wording    string       `json:"wording,omitempty"`
	Commitment string       `json:"commitment,omitempty"`
	Who        string       `json:"who,omitempty"`
	Due        string       `json:"due,omitempty"`
	// Exact is how often two raters gave the same rating of the indicator since,
	// and Held whether it meets the standard: null where that cannot be told, or
	// where nothing was rated since.
	Exact stats.Number `json:"exact"`
	Held  Answer       `json:"held"`
}
