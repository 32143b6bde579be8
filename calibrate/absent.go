package calibrate

import (
	"encoding/json"
	"strconv"

	"github.com/cb401426/calibrate/stats"
)

// Reasons of the report's own for a value that is absent.
const (
	fewLessons     stats.Reason = "few_lessons"
	fewRaters      stats.Reason = "few_raters"
	oneIndicator   stats.Reason = "one_indicator"
	groupWithheld  stats.Reason = "group_withheld"
	noScore        stats.Reason = "no_score"
	tooFewReasons  stats.Reason = "too_few_reasons"
	pooledOverKind stats.Reason = "pooled_over_indicators"
)

// absent is what a value of the report says when it has none.
type absent interface {
	OK() bool
	Reason() stats.Reason
}

// An Answer is yes, no, or absent with its reason.
type Answer struct {
	yes, ok bool
	reason  stats.Reason
}

// yesNo returns the Answer yes or no.
func yesNo(yes bool) Answer { return Answer{yes: yes, ok: true} }

// noAnswer returns an absent Answer with its reason.
func noAnswer(why stats.Reason) Answer { return Answer{reason: why} }

// Yes reports whether the answer is yes.
func (a Answer) Yes() bool { return a.ok && a.yes }

// No reports whether the answer is no.
func (a Answer) No() bool { return a.ok && !a.yes }

// OK reports whether there is an answer.
func (a Answer) OK() bool { return a.ok }

// Reason returns why there is no answer.
func (a Answer) Reason() stats.Reason { return a.reason }

// MarshalJSON writes true, false or null.
func (a Answer) MarshalJSON() ([]byte, error) {
	if !a.ok {
		return []byte("null"), nil
	}
	return json.Marshal(a.yes)
}

// UnmarshalJSON reads true, false or null.
func (a *Answer) UnmarshalJSON(b []byte) error {
	var v *bool
	if err := json.Unmarshal(b, &v); err != nil || v == nil {
		*a = Answer{}
		return err
	}
	*a = yesNo(*v)
	return nil
}

// MarshalCSV writes true, false or an empty cell.
func (a Answer) MarshalCSV() (string, error) {
	if !a.ok {
		return "", nil
	}
	return strconv.FormatBool(a.yes), nil
}

// A Label is a name, or absent with its reason. Its zero value is left out of
// the report: it was not asked for.
type Label struct {
	name   string
	reason stats.Reason
}

// named returns the Label of a name.
func named(name string) Label { return Label{name: name} }

// noLabel returns an absent Label with its reason.
func noLabel(why stats.Reason) Label { return Label{reason: why} }

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
	*l = Label{reason: groupWithheld}
	if v != nil {
		*l = Label{name: *v}
	}
	return nil
}

// MarshalCSV writes the name or an empty cell.
func (l Label) MarshalCSV() (string, error) { return l.name, nil }
