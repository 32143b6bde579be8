package calibrate

import (
	"encoding/json"

	"github.com/cb401426/calibrate/stats"
)

// Made says of what, and for which run, a result was made: with its settings,
// enough to make it again and to join it with those of other nights.
type Made struct {
	// Run is what --run-id and --as-of gave: nothing of it is read from a clock.
	Run    *Run        `json:"run,omitempty"`
	Inputs []InputFile `json:"inputs,omitempty"`
	// Gates are what was asked of figures, with --fail-under and --fail-over.
	Gates []Gate `json:"gates,omitempty"`
}

// A Gate is a figure held against what was asked of it. A gate on the verdict
// has no value and no target.
type Gate struct {
	Figure  string       `json:"figure" csv:"figure"`
	Of      string       `json:"of,omitempty" csv:"of"` // the indicator, lesson or part
	Value   stats.Number `json:"value,omitzero" csv:"value"`
	Target  *float64     `json:"target,omitempty" csv:"target"`
	AtMost  bool         `json:"at_most" csv:"at_most"`
	Verdict VerdictID    `json:"verdict,omitempty" csv:"verdict"`
	Wanted  VerdictID    `json:"wanted,omitempty" csv:"wanted"`
	Met     bool         `json:"met" csv:"met"`
}

// Hold says which gates were held against the report, and how.
func (r *Report) Hold(held []Gate, notes []Note) {
	r.Gates, r.Notes = held, append(r.Notes, notes...)
}

// Hold says which gates were held against the coefficients, and how.
func (s *Statistics) Hold(held []Gate, notes []Note) {
	s.Gates, s.Notes = held, append(s.Notes, notes...)
}

// Hold says which gates were held against each line.
func (a *Archive) Hold(held []Gate, _ []Note) {
	for i := range a.Rows {
		for _, g := range held {
			if g.Of == a.Rows[i].Part {
				a.Rows[i].Gates = append(a.Rows[i].Gates, g)
			}
		}
	}
}

// Run names a run of a pipeline.
type Run struct {
	ID   string `json:"id,omitempty" csv:"id"`
	AsOf string `json:"as_of,omitempty" csv:"as_of"` // a date, as 2026-11-29
}

// An InputFile is a file that was read. SHA256 is of its bytes; nil, with a
// note, where they cannot be read twice.
type InputFile struct {
	Name   string  `json:"name" csv:"name"`           // file 1, file 2, …; its own where names are shown
	Rows   int     `json:"rows,omitempty" csv:"rows"` // with ratings; absent of a survey
	SHA256 *string `json:"sha256" csv:"sha256"`
}

// ReadSettings are the choices that shaped what was read, as they were given:
// empty where the file spoke for itself.
type ReadSettings struct {
	Scale      string `json:"scale"`
	Rubric     string `json:"rubric"` // also one that was recognized
	Layout     string `json:"layout"`
	Missing    Words  `json:"missing"`
	Duplicates string `json:"duplicates"`
	Strict     bool   `json:"strict"`
	Encoding   string `json:"encoding"`
	Sheets     Words  `json:"sheets"`
	Hidden     bool   `json:"hidden"`
	// Columns and Same can hold names of people, and stand only beside names.
	Columns []string `json:"columns,omitempty"`
	Same    []string `json:"same,omitempty"`
}

// Words is a list that is empty in JSON where there is none, and never null.
type Words []string

// MarshalJSON writes the list.
func (w Words) MarshalJSON() ([]byte, error) { return json.Marshal(append([]string{}, w...)) }

// A Stamp says how a result was made, for all kinds of results alike.
type Stamp struct {
	Program Program
	Made    Made
	Read    ReadSettings
	Notes   []Note // why something of it is absent
}

// Stamp says how the report was made.
func (r *Report) Stamp(s Stamp) {
	r.Made, r.Settings.ReadSettings = s.Made, s.Read
	r.Notes = append(r.Notes, s.Notes...)
}

// Stamp says how the coefficients were made.
func (t *Statistics) Stamp(s Stamp) {
	t.Program, t.Made, t.Settings.ReadSettings = s.Program, s.Made, s.Read
	t.Notes = append(t.Notes, s.Notes...)
}

// Stamp says how the reasons were read.
func (l *ReasonList) Stamp(s Stamp) {
	l.Program, l.Made, l.Settings = s.Program, s.Made, s.Read
	l.Notes = append(l.Notes, s.Notes...)
}

// Stamp says how each line was made. A note of an input is one of the line.
func (a *Archive) Stamp(s Stamp) {
	inputs, notes := s.Made.Inputs, s.Notes
	if len(inputs) > MaxLineInputs {
		inputs, notes = nil, []Note{NewNote("inputs_left_out", "")}
	}
	for i := range a.Rows {
		row := &a.Rows[i]
		row.Program, row.Run, row.Inputs = s.Program, s.Made.Run, inputs
		row.Settings = LineSettings{s.Read, a.Standard, a.Confidence, a.Round}
		row.Notes = append(row.Notes, notes...)
	}
}
