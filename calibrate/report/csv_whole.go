package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/format"
	"github.com/cb401426/calibrate/stats/rating"
)

// verdictRow is the verdict without its lists.
type verdictRow struct {
	ID          calibrate.VerdictID `csv:"id"`
	Clear       bool                `csv:"clear"`
	PointsToGo  float64             `csv:"points_to_go"`
	Standard    string              `csv:"standard_id"`
	Title       string              `csv:"standard_title"`
	Sentence    string              `csv:"sentence"`
	Worst       string              `csv:"worst"`
	Without     calibrate.VerdictID `csv:"without_worst"`
	NotObserved calibrate.VerdictID `csv:"not_observed_as_lowest"`
	RunID       string              `csv:"run_id"`
	AsOf        string              `csv:"run_as_of"`
}

func verdictRows(r *calibrate.Report) any {
	v := &r.Verdict
	row := verdictRow{
		ID: v.ID, Clear: v.Clear, PointsToGo: v.PointsToGo, Standard: v.Standard.ID, Title: v.Standard.Title,
		Sentence: v.Sentence, Worst: v.Worst, Without: v.Without, NotObserved: v.NotObserved,
	}
	if r.Run != nil {
		row.RunID, row.AsOf = r.Run.ID, r.Run.AsOf
	}
	return []verdictRow{row}
}

// settingRow is a setting by its name in JSON; a list has semicolons.
type settingRow struct {
	Setting string `csv:"setting"`
	Value   string `csv:"value"`
}

// settingRows are the settings in the order of the JSON.
func settingRows(r *calibrate.Report) any {
	rows := []settingRow{{"version", r.Program.Version}, {"data_sha256", r.Data.SHA256}}
	v := reflect.ValueOf(r.Settings)
	for _, f := range reflect.VisibleFields(v.Type()) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous || name == "" {
			continue
		}
		value := v.FieldByIndex(f.Index)
		if value.Kind() == reflect.Slice {
			var parts []string
			for i := range value.Len() {
				parts = append(parts, fmt.Sprint(value.Index(i)))
			}
			rows = append(rows, settingRow{name, strings.Join(parts, "; ")})
			continue
		}
		rows = append(rows, settingRow{name, fmt.Sprint(value.Interface())})
	}
	return rows
}

// scaleRow is a level of a scale.
type scaleRow struct {
	Scale  string  `csv:"scale"`
	Source string  `csv:"source"`
	Level  float64 `csv:"level"`
	Label  string  `csv:"label"`
}

func scaleRows(r *calibrate.Report) any {
	rows := []scaleRow{}
	for _, s := range r.Input.Scales {
		for _, l := range s.Levels {
			rows = append(rows, scaleRow{s.ID, string(s.Source), l.Value, l.Label})
		}
	}
	return rows
}

// distributionRow is how many gave one level on an indicator.
type distributionRow struct {
	Indicator string  `csv:"indicator"`
	Level     float64 `csv:"level"`
	Label     string  `csv:"label"`
	Count     int     `csv:"count"`
}

// distributionRows are the distributions of indicators, a row a level.
func distributionRows(r *calibrate.Report) any {
	rows := []distributionRow{}
	for i := range r.Indicators {
		p := &r.Indicators[i]
		s := slices.IndexFunc(r.Input.Scales, func(s rating.Scale) bool { return s.ID == p.Scale || p.Scale == "" })
		if s < 0 {
			continue
		}
		for level, n := range p.Distribution {
			l := r.Input.Scales[s].Levels[level]
			rows = append(rows, distributionRow{p.ID, l.Value, l.Label, n})
		}
	}
	return rows
}

// noteRow is a note with the id of what it is of.
type noteRow struct {
	calibrate.Note
	Of string `csv:"id"` // of the indicator, lesson, rater, …; empty of the whole
}

// noteRows are the notes, each with the id that its path leads by.
func noteRows(r *calibrate.Report) any { return rowsOfNotes(r, r.Notes) }

// rowsOfNotes follows the paths of notes into the JSON of a result.
func rowsOfNotes(result any, notes []calibrate.Note) []noteRow {
	rows := make([]noteRow, len(notes))
	var root any
	var content bytes.Buffer
	if err := format.WriteJSON(&content, result); err == nil {
		_ = json.Unmarshal(content.Bytes(), &root)
	}
	for i, n := range notes {
		rows[i] = noteRow{n, idAt(root, n.Path)}
	}
	return rows
}

// idNames are the fields by which an entry of a list is known, the first that
// it has.
var idNames = []string{"id", "rater", "a", "indicator", "lesson", "part", "round", "figure", "name"}

// idAt is the id of the innermost entry of a list on the way to a path.
func idAt(v any, path string) string {
	id := ""
	for _, token := range strings.Split(strings.TrimPrefix(path, "/"), "/") {
		switch x := v.(type) {
		case map[string]any:
			v = x[strings.ReplaceAll(strings.ReplaceAll(token, "~1", "/"), "~0", "~")]
		case []any:
			i, err := strconv.Atoi(token)
			if err != nil || i < 0 || i >= len(x) {
				return id
			}
			v = x[i]
			if entry, ok := v.(map[string]any); ok {
				for _, name := range idNames {
					if text, ok := entry[name].(string); ok && text != "" {
						id = text
						break
					}
				}
			}
		default:
			return id
		}
	}
	return id
}
