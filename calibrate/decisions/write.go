package decisions

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/gocarina/gocsv"

	"github.com/cb401426/calibrate/stats"
)

// Encode writes decisions in the form that a file's name asks for: .csv, the
// sheet to fill in, or .json.
func Encode(path string, list []Decision) ([]byte, error) {
	var b bytes.Buffer
	switch strings.ToLower(filepath.Ext(path)) {
	case ".csv":
		if err := gocsv.MarshalCSV(list, &sheetWriter{w: csv.NewWriter(&b)}); err != nil {
			return nil, err
		}
	case ".json":
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		if err := e.Encode(List{Schema, list}); err != nil {
			return nil, err
		}
	default:
		return nil, fmt.Errorf("%s: decisions are written as .csv, to fill in, or .json", path)
	}
	return b.Bytes(), nil
}

// sheetWriter writes texts that a spreadsheet would run as a formula so that it
// shows them.
type sheetWriter struct{ w *csv.Writer }

func (s *sheetWriter) Write(row []string) error {
	for i, cell := range row {
		if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
			row[i] = "'" + cell
		}
	}
	return s.w.Write(row)
}

func (s *sheetWriter) Flush()       { s.w.Flush() }
func (s *sheetWriter) Error() error { return s.w.Error() }

// An Anchor is a line of an answer key: the level that a team agreed a lesson
// shows, with what the rubric calls it, and where.
type Anchor struct {
	Lesson    string       `csv:"lesson"`
	Indicator string       `csv:"indicator"`
	Time      string       `csv:"time"`
	Level     stats.Number `csv:"level"`
	Label     string       `csv:"label"`
	Wording   string       `csv:"wording"`
}

// EncodeAnchors writes agreed levels as an answer key.
func EncodeAnchors(list []Anchor) ([]byte, error) {
	var b bytes.Buffer
	err := gocsv.MarshalCSV(list, &sheetWriter{w: csv.NewWriter(&b)})
	return b.Bytes(), err
}
