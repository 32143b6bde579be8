package format

import (
	"encoding/json"
	"io"
)

// WriteJSON writes a value as every JSON of the program is: indented, numbers
// in full precision, and < > & as they are.
func WriteJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}
