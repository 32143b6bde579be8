// Package gates holds figures of a result against what a pipeline asks of
// them. What has figures lists them; one rule reads, names and holds the gates
// of all of them.
package gates

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
)

// A Figure is a value that a gate can name.
type Figure struct {
	ID    string // as in JSON
	Of    string // the part of the ratings; "" for the whole
	Value stats.Number
	// Verdict stands in place of a value.
	Verdict calibrate.VerdictID
	// Named says that only a gate with its part holds it.
	Named bool
}

// A Kind is what is known of a figure before there is one: its range, and
// whether parts of the ratings have it.
type Kind struct {
	Low, High float64
	Parts     bool
	Verdict   bool
}

// A Vocabulary says which figures a result can have.
type Vocabulary func(id string) (Kind, bool)

// A Gate is a figure and what it must reach, or must not pass.
type Gate struct {
	Text   string // as given
	AtMost bool
	of, id string
	target float64
	wanted calibrate.VerdictID
}

// Flag is the flag that gave the gate.
func (g *Gate) Flag() string {
	if g.AtMost {
		return "--fail-over"
	}
	return "--fail-under"
}

// tolerance is how far two equal figures may lie apart.
const tolerance = 1e-9

// verdicts are those that a gate can ask for, the least first.
var verdicts = []calibrate.VerdictID{calibrate.NotYetAligned, calibrate.PartlyAligned, calibrate.Aligned}

// Parse reads "exact=0.75,3d.exact=50%,verdict=partly_aligned": conditions, of
// which none may be empty, impossible or there twice.
func Parse(text string, atMost bool, known Vocabulary) ([]Gate, error) {
	var list []Gate
	for _, part := range strings.Split(text, ",") {
		g, err := parseOne(strings.TrimSpace(part), atMost, known)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(list, func(x Gate) bool { return x.of == g.of && x.id == g.id }) {
			return nil, fmt.Errorf("%q names a figure that stands there already", part)
		}
		list = append(list, g)
	}
	return list, nil
}

func parseOne(text string, atMost bool, known Vocabulary) (Gate, error) {
	g := Gate{Text: text, AtMost: atMost}
	i := strings.LastIndex(text, "=")
	if i < 0 {
		if text == "" {
			return g, errors.New("it is empty, and would hold nothing")
		}
		return g, fmt.Errorf("%q is not of the form figure=value", text)
	}
	name, value := strings.TrimSpace(text[:i]), strings.TrimSpace(text[i+1:])
	kind, ok := g.name(name, known)
	if !ok {
		return g, fmt.Errorf("no figure %q", name)
	}
	if kind.Verdict {
		g.wanted = calibrate.VerdictID(strings.ReplaceAll(strings.ToLower(value), "-", "_"))
		if atMost || !slices.Contains(verdicts, g.wanted) {
			return g, fmt.Errorf("%q: --fail-under takes verdict=partly_aligned or verdict=aligned", text)
		}
		return g, nil
	}
	number, percent := strings.CutSuffix(value, "%")
	v, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return g, fmt.Errorf("%q is not a number, in %q", value, text)
	}
	if percent {
		v /= 100
	}
	if v < kind.Low || v > kind.High {
		return g, fmt.Errorf("%q can never tell: %s lies %s", text, g.id, kind.extent())
	}
	g.target = v
	return g, nil
}

// extent says where a figure lies.
func (k Kind) extent() string {
	switch {
	case math.IsInf(k.Low, -1):
		return fmt.Sprintf("at %v or below", k.High)
	case math.IsInf(k.High, 1):
		return fmt.Sprintf("at %v or above", k.Low)
	}
	return fmt.Sprintf("between %v and %v", k.Low, k.High)
}

// name finds the figure that a gate names, alone or of a part: 3d.exact. An id
// may hold dots.
func (g *Gate) name(name string, known Vocabulary) (Kind, bool) {
	plain := func(s string) string { return strings.ReplaceAll(strings.ToLower(strings.TrimSpace(s)), "-", "_") }
	if kind, ok := known(plain(name)); ok {
		g.id = plain(name)
		return kind, true
	}
	for i := range name {
		if name[i] != '.' {
			continue
		}
		if kind, ok := known(plain(name[i+1:])); ok && kind.Parts {
			g.of, g.id = strings.TrimSpace(name[:i]), plain(name[i+1:])
			return kind, true
		}
	}
	return Kind{}, false
}

// An UnknownError says that a gate is of what the result does not have.
type UnknownError struct{ text string }

func (e *UnknownError) Error() string { return e.text }

// Hold holds the gates against figures, in their order. A figure of the whole
// is held where there is one; else that of each part. A figure that is not
// available is not met. The error is an *UnknownError.
func Hold(list []Gate, figures []Figure) ([]calibrate.Gate, error) {
	var held []calibrate.Gate
	for i := range list {
		g := &list[i]
		found := g.among(figures)
		if len(found) == 0 {
			return nil, g.unknown(figures)
		}
		for _, f := range found {
			held = append(held, g.hold(f))
		}
	}
	return held, nil
}

// among returns the figures that the gate is of.
func (g *Gate) among(figures []Figure) []Figure {
	var whole, parts []Figure
	for _, f := range figures {
		switch {
		case f.ID != g.id:
		case g.of != "" && strings.EqualFold(f.Of, g.of):
			parts = append(parts, f)
		case g.of == "" && f.Of == "":
			whole = append(whole, f)
		case g.of == "" && !f.Named:
			parts = append(parts, f)
		}
	}
	if len(whole) > 0 {
		return whole
	}
	return parts
}

// unknown says what there is in place of what the gate names.
func (g *Gate) unknown(figures []Figure) error {
	var has []string
	for _, f := range figures {
		name := f.Of
		if g.of == "" {
			name = f.ID
		}
		if name != "" && !slices.Contains(has, name) {
			has = append(has, name)
		}
	}
	what := "no figure " + g.id + " here"
	if g.of != "" {
		what = fmt.Sprintf("nothing is called %q", g.of)
	}
	return &UnknownError{fmt.Sprintf("%s %s: %s: there are %s", g.Flag(), g.Text, what, wording.List(has))}
}

// hold holds the gate against one figure.
func (g *Gate) hold(f Figure) calibrate.Gate {
	out := calibrate.Gate{Figure: f.ID, Of: f.Of, AtMost: g.AtMost}
	if g.wanted != "" {
		out.Verdict, out.Wanted = f.Verdict, g.wanted
		out.Met = slices.Index(verdicts, f.Verdict) >= slices.Index(verdicts, g.wanted)
		return out
	}
	target := g.target
	out.Value, out.Target = f.Value, &target
	v, ok := f.Value.Value()
	if g.AtMost {
		out.Met = ok && v <= target+tolerance
	} else {
		out.Met = ok && v >= target-tolerance
	}
	return out
}

// Unmet says in a line each which gates are not met.
func Unmet(held []calibrate.Gate) []string {
	var lines []string
	for _, g := range held {
		if g.Met {
			continue
		}
		name := g.Figure
		if g.Of != "" {
			name = g.Of + "." + g.Figure
		}
		flag := (&Gate{AtMost: g.AtMost}).Flag()
		v, ok := g.Value.Value()
		switch {
		case g.Wanted != "":
			lines = append(lines, fmt.Sprintf("%s %s=%s is not met: it is %s", flag, name, g.Wanted, g.Verdict))
		case !ok:
			lines = append(lines, fmt.Sprintf("%s %s=%v is not met: it is not available: %s", flag, name, *g.Target, calibrate.CodeOf(string(g.Value.Reason())).Text))
		default:
			lines = append(lines, fmt.Sprintf("%s %s=%v is not met: it is %.4g", flag, name, *g.Target, v))
		}
	}
	return lines
}

// Notes are those of gates whose figure is not available, for a result that
// holds them under /gates.
func Notes(held []calibrate.Gate) []calibrate.Note {
	var notes []calibrate.Note
	for i, g := range held {
		if g.Wanted == "" && !g.Value.OK() {
			notes = append(notes, calibrate.NewNote(string(g.Value.Reason()), fmt.Sprintf("/gates/%d/value", i)))
		}
	}
	return notes
}
