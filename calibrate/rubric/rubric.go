package rubric

// A Rubric is a scale or several, and the indicators that are rated on them.
type Rubric struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Status string `json:"status,omitempty"` // how far the names here were verified
	Notes  string `json:"notes,omitempty"`

	Scales     []Scale     `json:"scales"` // the first is that of indicators that name none
	Indicators []Indicator `json:"indicators,omitempty"`
	// IDPattern matches the ids of a rubric whose indicators are not listed.
	IDPattern string `json:"id_pattern,omitempty"`
	// NotObserved are the words of a rater who could not rate.
	NotObserved []string `json:"not_observed,omitempty"`
	// Missing are the words and numbers that stand for a missing score: 99, X.
	Missing []string `json:"missing,omitempty"`
	// BlankIsNotObserved: an empty cell says that the rater could not rate.
	BlankIsNotObserved bool `json:"blank_is_not_observed,omitempty"`
}

// An Indicator is one line of a rubric.
type Indicator struct {
	ID         string   `json:"id"`
	Name       string   `json:"name,omitempty"`
	Aliases    []string `json:"aliases,omitempty"`
	Scale      string   `json:"scale,omitempty"`      // id of its scale, "" for the rubric's first
	Reversed   bool     `json:"reversed,omitempty"`   // the highest score is the worst
	Observable bool     `json:"observable,omitempty"` // can be seen in a lesson
	// Ends say what the low end and the high end of a dimension mean.
	Ends [2]string `json:"ends,omitzero"`
	// Shows are the indicators of lessons in which a dimension can be seen.
	Shows []string `json:"shows,omitempty"`
	// Words say what each level is, where the rubric's owner wrote it down.
	Words []LevelWords `json:"words,omitempty"`
	// Notes are what its raters agreed on.
	Notes []Note `json:"notes,omitempty"`
}

// ScaleOf returns the scale of an indicator of the rubric.
func (r *Rubric) ScaleOf(in Indicator) Scale {
	for _, s := range r.Scales {
		if s.ID == in.Scale {
			return s
		}
	}
	return r.Scales[0]
}
