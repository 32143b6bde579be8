package rubric

// Presets returns the rubrics that are built in, by id.
func Presets() []*Rubric { return nil }
