package calibrate

import (
	"encoding/json"

	"github.com/cb401426/calibrate/stats"
)

// A Label is a name, or absent with its reason. Its zero value is left out of
// the report: it was not asked for.
type Label struct {
	name   string
	reason stats.Reason
}

// Name returns the name, or "".
func (l Label) Name() string { return l.name }

// OK reports whether there is a name.
func (l Label) OK() bool { return l.reason == "" }

// Reason returns why there is no name.
func (l Label) Reason() stats.Reason { return l.reason }

// IsZero reports whether the label was not asked for.
func (l Label) IsZero() bool { return l == Label{} }

// MarshalJSON writes the name or null.
func (l Label) MarshalJSON() ([]byte, error) {
	if l.reason != "" {
		return []byte("null"), nil
	}
	return json.Marshal(l.name)
}

// UnmarshalJSON reads a name or null.
func (l *Label) UnmarshalJSON(b []byte) error {
	var v *string
	if err := json.Unmarshal(b, &v); err != nil {
		return err
	}
	*l = Label{reason: GroupWithheld}
	if v != nil {
		*l = Label{name: *v}
	}
	return nil
}

// MarshalCSV writes the name or an empty cell.
func (l Label) MarshalCSV() (string, error) { return l.name, nil }
