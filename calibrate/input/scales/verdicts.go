package scales

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/settings"
	"github.com/cb401426/calibrate/calibrate/input/spelling"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats/rating"
)

// offScale says that a number is no level.
func (m *Meter) offScale(t cell.Token) Verdict {
	v := Verdict{Code: "off_scale", Text: fmt.Sprintf("%v is not on the scale %s", t.Value, describe(m.scale))}
	if wider := m.wider(t.Value); wider != "" {
		if scale, err := rubric.ParseScale(wider); err == nil {
			v.Cures = append(v.Cures, problem.Cure{Flags: "--scale " + wider, Says: "if that is the scale", Apply: func(o *settings.Options) { o.Scale = &scale }})
		}
	}
	v.Cures = append(v.Cures, missingCure(formatNumber(t.Value)))
	return v
}

// wider writes a scale of whole numbers that reaches as far as a number near it,
// or has half points where the number is one: "" where that makes no scale.
func (m *Meter) wider(v float64) string {
	low, high := m.scale.Min(), m.scale.Min()+m.scale.Range()
	if low < 0 || v < 0 || v < low-2 || v > high+2 || v*2 != math.Trunc(v*2) || low != math.Trunc(low) || high != math.Trunc(high) {
		return ""
	}
	scale := formatNumber(math.Floor(min(v, low))) + "-" + formatNumber(math.Ceil(max(v, high)))
	if v != math.Trunc(v) || len(m.scale.Whole()) < len(m.scale.Levels) {
		scale += "/0.5"
	}
	return scale
}

// missingCure is the flag that reads a cell as blank.
func missingCure(word string) problem.Cure {
	return problem.Cure{Flags: "--missing " + layout.ShellWord(layout.Quoted(word)), Says: "to read it as blank", Apply: func(o *settings.Options) { o.Missing = append(slices.Clone(o.Missing), word) }}
}

// unknown says that a word is no level, and which it may be.
func (m *Meter) unknown(t cell.Token) Verdict {
	v := Verdict{Code: "unknown_label", Text: fmt.Sprintf("%q is no level of the scale %s", layout.Shorten(t.Label), describe(m.scale))}
	if len(m.words) == 0 {
		v = Verdict{Code: "not_a_score", Text: fmt.Sprintf("%q is not a score", layout.Shorten(t.Label))}
		return v
	}
	var known []string
	for word := range m.words {
		known = append(known, word)
	}
	slices.Sort(known)
	if near := spelling.Nearest(t.Label, known); near != "" {
		v.Hint = fmt.Sprintf("did you mean %q?", near)
	}
	return v
}

// faultOf returns the verdict on a cell that can be no score on any scale.
func faultOf(t cell.Token) Verdict {
	shown := layout.Shorten(t.Label)
	v := Verdict{Code: "not_a_score", Text: fmt.Sprintf("%q is not a score", shown)}
	switch t.Kind {
	case cell.Two:
		what := "numbers"
		if !strings.ContainsAny(t.Label, "0123456789") {
			what, v.Hint = "answers", "write the one that counts"
		}
		v.Code, v.Text = "two_scores", fmt.Sprintf("%q is not a score: two %s in one cell", shown, what)
	case cell.Date:
		v.Code, v.Text = "spreadsheet_date", fmt.Sprintf("%q is not a score but a date", shown)
	case cell.Error:
		v.Code, v.Text = "spreadsheet_error", fmt.Sprintf("%q is a spreadsheet's error", shown)
	}
	if n := len(t.Label); n > 1 && (strings.HasSuffix(t.Label, "+") || strings.HasSuffix(t.Label, "-")) {
		v.Hint = "a plus or a minus is no level: write the level"
	}
	if !strings.ContainsAny(t.Label, "\n\"") && len(t.Label) < 40 {
		v.Cures = []problem.Cure{missingCure(t.Label)}
	}
	return v
}

// Describe names a scale by its levels: 1-4, or Low, Mid, High.
func describe(s rating.Scale) string {
	if len(s.Levels) == 0 {
		return "(no levels)"
	}
	whole := s.Whole()
	lo, hi := whole[0], whole[len(whole)-1]
	text := fmt.Sprintf("%v to %v", lo, hi)
	if float64(len(whole)-1) != hi-lo {
		var all []string
		for _, v := range s.Values() {
			all = append(all, fmt.Sprint(v))
		}
		text = strings.Join(all, ", ")
	} else if len(whole) < len(s.Levels) {
		text += " with half points"
	}
	if s.ID != "" && s.ID != "observed" && s.ID != text && s.Source != rating.Declared {
		return s.ID + " (" + text + ")"
	}
	return text
}
