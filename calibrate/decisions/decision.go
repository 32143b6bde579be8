package decisions

import (
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
)

// Schema names the shape of the JSON.
const Schema = "calibrate.decisions/v1"

// A List is the decisions of a meeting, or of several.
type List struct {
	Schema    string     `json:"schema"`
	Decisions []Decision `json:"decisions"`
}

// A Decision is what was agreed on one item. What was not filled in is empty.
type Decision struct {
	Round       string           `json:"round" csv:"round"`
	Lesson      string           `json:"lesson" csv:"lesson"`
	Indicator   string           `json:"indicator" csv:"indicator"`
	Name        string           `json:"name" csv:"name"`
	Boundary    string           `json:"boundary" csv:"boundary"` // the levels between which most were apart: 2|3
	Independent Counts           `json:"independent" csv:"independent"`
	Revote      Counts           `json:"revote" csv:"revote"`
	Level       stats.Number     `json:"level" csv:"level"`
	Time        string           `json:"time" csv:"time"` // the moment of the video that shows the level
	Wording     string           `json:"wording" csv:"wording"`
	Commitment  string           `json:"commitment" csv:"commitment"`
	Who         string           `json:"who" csv:"who"`
	Due         string           `json:"due" csv:"due"`
	Held        calibrate.Answer `json:"held" csv:"held"` // by the next round; null where it cannot be told
}

// Filled reports whether anything was agreed.
func (d *Decision) Filled() bool {
	return len(d.Revote) > 0 || d.Level.OK() || d.Wording != "" || d.Commitment != ""
}

// Settled reports whether the team agreed on what the indicator means.
func (d *Decision) Settled() bool { return d.Level.OK() || d.Wording != "" }

// Label names the item.
func (d *Decision) Label() string { return wording.Name(d.Indicator, d.Name) }

// Said is what was agreed, in a line: "Basic (lesson 2, 12:40): one student
// answers for all".
func (d *Decision) Said() string {
	text := ""
	if v, ok := d.Level.Value(); ok {
		text = wording.Level(v)
		var where []string
		for _, s := range []string{d.Lesson, d.Time} {
			if s != "" {
				where = append(where, s)
			}
		}
		if len(where) > 0 {
			text += " (" + strings.Join(where, ", ") + ")"
		}
	}
	if text != "" && d.Wording != "" {
		text += ": "
	}
	return text + d.Wording
}

// A LevelCount is how many people chose a level.
type LevelCount struct {
	Level float64 `json:"level"`
	Count int     `json:"count"`
}

// Counts are how many people chose each level, by ascending level.
type Counts []LevelCount

// MarshalCSV writes "2: 3, 3: 4": three on level 2, four on level 3.
func (c Counts) MarshalCSV() (string, error) {
	parts := make([]string, len(c))
	for i, x := range c {
		parts[i] = wording.Level(x.Level) + ": " + wording.Whole(x.Count)
	}
	return strings.Join(parts, ", "), nil
}

// Exact is how often two people chose the same level.
func (c Counts) Exact() stats.Number {
	same, n := 0, 0
	for _, x := range c {
		same += x.Count * (x.Count - 1)
		n += x.Count
	}
	if n < 2 {
		return stats.None(stats.NoPairs)
	}
	return stats.Of(float64(same) / float64(n*(n-1)))
}

// People is how many chose.
func (c Counts) People() int {
	n := 0
	for _, x := range c {
		n += x.Count
	}
	return n
}

// OfAgenda returns the blank sheet for the agenda of a report, a decision an
// item: what was rated is filled in, what is to be agreed is not.
func OfAgenda(r *calibrate.Report) []Decision {
	list := make([]Decision, 0, len(r.Agenda))
	for _, x := range r.Agenda {
		d := Decision{
			Round: x.Round, Lesson: x.Lesson, Indicator: x.Indicator, Name: x.Name,
			Level: stats.None(calibrate.NoScore),
		}
		if len(x.Boundary) == 2 {
			d.Boundary = wording.Level(x.Boundary[0]) + "|" + wording.Level(x.Boundary[1])
		}
		for _, l := range x.Spread {
			d.Independent = append(d.Independent, LevelCount{l.Value, l.Count})
		}
		list = append(list, d)
	}
	return list
}

// Latest keeps the last decision on each indicator that satisfies keep, in the
// order in which the indicators first stand.
func Latest(list []Decision, keep func(*Decision) bool) []Decision {
	var out []Decision
	for _, d := range list {
		if !keep(&d) {
			continue
		}
		k := slices.IndexFunc(out, func(x Decision) bool { return strings.EqualFold(x.Indicator, d.Indicator) })
		if k < 0 {
			out = append(out, d)
		} else {
			out[k] = d
		}
	}
	return out
}
