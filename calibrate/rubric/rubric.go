package rubric

// A Rubric is a scale or several, and the indicators that are rated on them.
type Rubric struct {
	ID, Name string
	Status   string // how far the names here were verified
	Notes    string

	Scales     []Scale // the first is that of indicators that name none
	Indicators []Indicator
	// IDPattern matches the ids of a rubric whose indicators are not listed.
	IDPattern string
	// NotObserved are the words of a rater who could not rate.
	NotObserved []string
	// BlankIsNotObserved: an empty cell says that the rater could not rate.
	BlankIsNotObserved bool
}

// An Indicator is one line of a rubric.
type Indicator struct {
	ID, Name   string
	Aliases    []string
	Scale      string // id of its scale, "" for the rubric's first
	Reversed   bool   // the highest score is the worst
	Observable bool   // can be seen in a lesson
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
