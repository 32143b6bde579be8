package report

import (
	"encoding/json"
	"io"

	"github.com/cb401426/calibrate/calibrate"
)

// writeJSON writes the report as it is, indented, numbers in full precision.
func writeJSON(w io.Writer, r *calibrate.Report, _ Options) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(r)
}
