package calibrate

import (
	"encoding/json"
	"fmt"
)

// An Of says which part of the ratings a figure is of, such as the indicator
// 3b: {"indicator": "3b"}.
type Of struct{ By, Name string }

// String returns by=name.
func (o Of) String() string { return o.By + "=" + o.Name }

// MarshalJSON writes an object with one member.
func (o Of) MarshalJSON() ([]byte, error) {
	return json.Marshal(map[string]string{o.By: o.Name})
}

// UnmarshalJSON reads an object with one member.
func (o *Of) UnmarshalJSON(b []byte) error {
	var members map[string]string
	if err := json.Unmarshal(b, &members); err != nil {
		return err
	}
	if len(members) != 1 {
		return fmt.Errorf("of: %d members, want one", len(members))
	}
	for by, name := range members {
		*o = Of{by, name}
	}
	return nil
}

// MarshalCSV writes by=name.
func (o Of) MarshalCSV() (string, error) { return o.String(), nil }
