package hypothesis

import "slices"

// keys are the columns, by position in the frame, that together say who rated
// what.
type keys struct {
	Rater, Lesson, Indicator, Round, Stage, Segment []int
}

// item returns the columns that say what was rated.
func (k *keys) item() []int { return slices.Concat(k.Lesson, k.Indicator, k.Round, k.Stage, k.Segment) }

// All returns every column of the keys.
func (k *keys) All() []int { return slices.Concat(k.Rater, k.item()) }
