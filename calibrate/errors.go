package calibrate

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/wording"
)

// UnknownColumnError says that --by names a column that the file lacks.
type UnknownColumnError struct {
	Name string
	Has  []string
}

func (e *UnknownColumnError) Error() string {
	if len(e.Has) == 0 {
		return fmt.Sprintf("no column %q to group by: the file has no further columns", e.Name)
	}
	return fmt.Sprintf("no column %q to group by: the file has %s", e.Name, wording.List(e.Has))
}

// NeedsMasterError says that a standard compares with an answer key and that
// the study has none, or none for what was rated.
type NeedsMasterError struct {
	Standard string // "" where a key was given that fits no rating
}

func (e *NeedsMasterError) Error() string {
	if e.Standard == "" {
		return "the answer key has no lesson and indicator that was rated"
	}
	return fmt.Sprintf("the standard %s compares with an answer key, and there is none", e.Standard)
}

// UnknownRaterError says that the rater to be taken as master is not there.
type UnknownRaterError struct{ Name string }

func (e *UnknownRaterError) Error() string {
	return fmt.Sprintf("no rater is called %q", e.Name)
}
