package problem

import (
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/settings"
)

// Severity says what a Problem does to the reading.
type Severity string

// What a problem does to the reading.
const (
	Fatal   Severity = "fatal"   // nothing is computed from the file
	Repair  Severity = "repair"  // read after a change; --strict refuses it
	Warning Severity = "warning" // read as it stands, worth a look
	Note    Severity = "note"    // how something was understood
)

// A Problem is one oddity of the input and its place. Row is the number that
// an editor shows for the line (in a spreadsheet file: the row) and 0 where a
// problem has none; Column is the column's header.
type Problem struct {
	Code     string   `json:"code" csv:"code"`
	Severity Severity `json:"severity" csv:"severity"`
	File     string   `json:"file" csv:"file"`
	Row      int      `json:"row,omitempty" csv:"row"`
	Column   string   `json:"column,omitempty" csv:"column"`
	Value    string   `json:"value,omitempty" csv:"value"`
	Text     string   `json:"text" csv:"text"`
	Hint     string   `json:"hint,omitempty" csv:"hint"`
	Choices  []Choice `json:"choices,omitempty" csv:"-"` // that the hint offers

	Cures []Cure `json:"-" csv:"-"` // flags that may settle it, tried or not
}

// A Choice is flags that settle a problem, and when they are right.
type Choice struct {
	Flags string `json:"flags"` // as a shell takes them
	Says  string `json:"says,omitempty"`
}

// String returns the problem as one line, and its hint on a second.
func (p Problem) String() string {
	var b strings.Builder
	if p.File != "" {
		b.WriteString(p.File)
		if p.Row > 0 {
			fmt.Fprintf(&b, ":%d", p.Row)
		}
		b.WriteString(": ")
	}
	if p.Column != "" {
		fmt.Fprintf(&b, "column %q: ", layout.Shorten(p.Column))
	}
	b.WriteString(p.Text)
	if p.Hint != "" {
		b.WriteString("\n  hint: ")
		b.WriteString(p.Hint)
	}
	return b.String()
}

// Faults are the fatal problems of a reading, all of them.
type Faults []Problem

// Error returns every fault, each on a line of its own.
func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, p := range f {
		if i+1 < len(f) && p.Hint == f[i+1].Hint && p.Code == f[i+1].Code && p.File == f[i+1].File && p.Column == f[i+1].Column {
			p.Hint = "" // once, behind the last
		}
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// A Cure is flags that may settle a problem.
type Cure struct {
	Flags string // as a shell takes them
	Says  string // when they are right
	Apply func(*settings.Options)
}

// Offers returns the options that the flags of a problem's hint stand for, each
// on its own.
func (p *Problem) Offers() (all []settings.Options) {
	for _, c := range p.Cures {
		if strings.Contains(p.Hint, c.Flags) {
			var o settings.Options
			c.Apply(&o)
			all = append(all, o)
		}
	}
	return all
}

// FaultsOf returns the problems that stop a reading.
func FaultsOf(problems []Problem, strict bool) (faults Faults) {
	for _, p := range problems {
		switch {
		case p.Severity == Fatal:
			faults = append(faults, p)
		case strict && p.Severity == Repair:
			p.Hint = strings.TrimSpace("--strict refuses repairs. " + p.Hint)
			faults = append(faults, p)
		case strict && strictNotes[p.Code]:
			p.Hint = "--strict refuses what is left out: delete it, or say so with --columns ignore=…"
			faults = append(faults, p)
		}
	}
	return faults
}

// strictNotes are what --strict refuses besides repairs: what was left out.
var strictNotes = map[string]bool{"column_left_out": true, "hidden_left_out": true}
