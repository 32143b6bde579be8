package calibrate

import (
	"encoding/json"
	"strconv"

	"github.com/cb401426/calibrate/stats"
)

// absent is what a value of the report says when it has none.
type absent interface {
	OK() bool
	Reason() stats.Reason
}

// An Answer is yes, no, or absent with its reason.
type Answer struct {
	yes, ok bool
	reason  stats.Reason
}

// YesNo returns the Answer yes or no.
func YesNo(yes bool) Answer { return Answer{yes: yes, ok: true} }

// NoAnswer returns an absent Answer with its reason.
func NoAnswer(why stats.Reason) Answer { return Answer{reason: why} }

// Yes reports whether the answer is yes.
func (a Answer) Yes() bool { return a.ok && a.yes }

// No reports whether the answer is no.
func (a Answer) No() bool { return a.ok && !a.yes }

// OK reports whether there is an answer.
func (a Answer) OK() bool { return a.ok }

// Reason returns why there is no answer.
func (a Answer) Reason() stats.Reason { return a.reason }

// MarshalJSON writes true, false or null.
func (a Answer) MarshalJSON() ([]byte, error) {
	if !a.ok {
		return []byte("null"), nil
	}
	return json.Marshal(a.yes)
}

// UnmarshalJSON reads true, false or null.
func (a *Answer) UnmarshalJSON(b []byte) error {
	var v *bool
	if err := json.Unmarshal(b, &v); err != nil || v == nil {
		*a = Answer{}
		return err
	}
	*a = YesNo(*v)
	return nil
}

// MarshalCSV writes true, false or an empty cell.
func (a Answer) MarshalCSV() (string, error) {
	if !a.ok {
		return "", nil
	}
	return strconv.FormatBool(a.yes), nil
}
