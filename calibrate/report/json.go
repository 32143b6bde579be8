package report

import (
	"encoding/json"
	"io"

	"github.com/cb401426/calibrate/calibrate"
)

// WriteJSON writes a value as every JSON of the program is: indented, numbers
// in full precision, and < > & as they are.
func WriteJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// writeJSON writes the report as it is.
func writeJSON(w io.Writer, r *calibrate.Report, _ Options) error { return WriteJSON(w, r) }
