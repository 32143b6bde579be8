package report

import (
	"cmp"
	_ "embed"
	"io"
	"maps"
	"reflect"
	"strings"
	"sync"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/decisions"
	"github.com/cb401426/calibrate/calibrate/models"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/calibrate/report/format"
	"github.com/cb401426/calibrate/calibrate/rounds"
	"github.com/cb401426/calibrate/calibrate/simulate"
	"github.com/cb401426/calibrate/calibrate/survey"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/gap"
	"github.com/cb401426/calibrate/stats/rating"
	movement "github.com/cb401426/calibrate/stats/rounds"
)

// object is a JSON object of a schema.
type object = map[string]any

// A JSON is a shape of JSON that a schema describes.
type JSON struct {
	ID, Title string // the command's name for it, and the value of its field schema
	What      string
	Of        reflect.Type
	Codes     map[string][]string // closed lists of words, by type and property
}

// Schemas lists the JSON that is promised.
var Schemas = []JSON{
	{ID: "report", Title: calibrate.Schema, What: "A report", Of: reflect.TypeFor[calibrate.Report]()},
	{ID: "stats", Title: calibrate.StatisticsSchema, What: "Coefficients", Of: reflect.TypeFor[calibrate.Statistics]()},
	{ID: "samples", What: "Sample sizes, as calibrate stats plan prints them", Of: reflect.TypeFor[[]calibrate.SampleSize]()},
	{ID: "reasons", Title: calibrate.ReasonsSchema, What: "A list of reasons", Of: reflect.TypeFor[calibrate.ReasonList]()},
	{ID: "agenda", Title: agendaSchema, What: "An agenda", Of: reflect.TypeFor[agendaJSON]()},
	{ID: "plan", Title: calibrate.PlanSchema, What: "A plan", Of: reflect.TypeFor[calibrate.Planning]()},
	{ID: "survey", Title: survey.Schema, What: "A survey", Of: reflect.TypeFor[survey.Report]()},
	{ID: "rasch", Title: models.RaschSchema, What: "A many-facet Rasch model", Of: reflect.TypeFor[models.Rasch]()},
	{ID: "latent", Title: models.LatentSchema, What: "A latent class model", Of: reflect.TypeFor[models.Latent]()},
	{ID: "truth", Title: simulate.Schema, What: "What calibrate simulate planted", Of: reflect.TypeFor[simulate.Truth]()},
	{ID: "line", Title: calibrate.ArchiveRowSchema, What: "A line of an archive", Of: reflect.TypeFor[calibrate.ArchiveRow]()},
	{ID: "survey-trend", Title: survey.TrendSchema, What: "Two surveys of a team", Of: reflect.TypeFor[survey.Trend]()},
	{ID: "trend", Title: rounds.Schema, What: "A series of rounds", Of: reflect.TypeFor[rounds.Trend]()},
	{ID: "key", Title: privacy.KeySchema, What: "Who is who", Of: reflect.TypeFor[privacy.KeyFile]()},
	{ID: "compare", Title: rounds.CompareSchema, What: "Two sets of ratings beside each other", Of: reflect.TypeFor[rounds.Trend]()},
	{ID: "decisions", Title: decisions.Schema, What: "What a team agreed on", Of: reflect.TypeFor[decisions.List]()},
	{ID: "trend-line", Title: rounds.SchoolSchema, What: "A line of a trend by school", Of: reflect.TypeFor[rounds.SchoolRow]()},
}

// WriteSchema writes the JSON Schema (2020-12) of a shape of JSON. Fields are
// added within a version, so further properties are allowed. Each property
// says what it means and, with x-unit, in which unit a number is.
func WriteSchema(w io.Writer, j JSON) error {
	s := schema{definitions: object{}, codes: map[string][]string{}}
	for _, c := range calibrate.NoteCodes {
		s.codes["Note.code"] = append(s.codes["Note.code"], c.Code)
	}
	maps.Copy(s.codes, j.Codes)
	var root object
	if j.Of.Kind() == reflect.Struct {
		root = s.structure(j.Of)
		root["properties"].(object)["schema"].(object)["const"] = j.Title
	} else {
		root = s.of(j.Of)
	}
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["title"] = cmp.Or(j.Title, "calibrate."+j.ID+"/v1")
	root["description"] = j.What + " of calibrate. Percentages are fractions of 1; " +
		"a null has an entry in notes with its path and the reason."
	root["$defs"] = s.definitions
	return format.WriteJSON(w, root)
}

// special lists the types whose JSON is not that of their fields, and those
// of a closed list of words.
var special = map[reflect.Type]object{
	reflect.TypeFor[stats.Number]():      {"type": []string{"number", "null"}},
	reflect.TypeFor[calibrate.Answer]():  {"type": []string{"boolean", "null"}},
	reflect.TypeFor[calibrate.Label]():   {"type": []string{"string", "null"}},
	reflect.TypeFor[calibrate.Of]():      {"type": "object", "additionalProperties": object{"type": "string"}},
	reflect.TypeFor[movement.Movement](): {"enum": []movement.Movement{movement.Together, movement.Apart, movement.CannotTell, movement.Closer, movement.FurtherApart}},
	reflect.TypeFor[stats.Unit]():        {"enum": []stats.Unit{stats.ByItem, stats.ByLesson, ""}},
	reflect.TypeFor[rating.Source]():     {"enum": []rating.Source{rating.Declared, rating.Detected, rating.Observed}},
	reflect.TypeFor[gap.Path]():          {"enum": []gap.Path{gap.Toward, gap.Away, gap.NoTelling}},
	reflect.TypeFor[gap.Reading](): {"enum": []gap.Reading{
		gap.SeeDifferently, gap.Opposite, gap.WantDifferently, gap.AlignedChange, gap.AlignedContent, gap.Unclear,
	}},
	reflect.TypeFor[calibrate.VerdictID](): {"enum": []calibrate.VerdictID{
		calibrate.Aligned, calibrate.PartlyAligned, calibrate.NotYetAligned, calibrate.CannotTell,
	}},
}

// schema collects the definitions of named structs.
type schema struct {
	definitions object
	codes       map[string][]string
}

// of returns the schema of a type.
func (s *schema) of(t reflect.Type) object {
	if o, ok := special[t]; ok {
		return o
	}
	switch t.Kind() {
	case reflect.Pointer:
		return object{"anyOf": []object{s.of(t.Elem()), {"type": "null"}}}
	case reflect.Slice:
		return object{"type": []string{"array", "null"}, "items": s.of(t.Elem())}
	case reflect.Array:
		return object{"type": "array", "items": s.of(t.Elem()), "minItems": t.Len(), "maxItems": t.Len()}
	case reflect.Map:
		return object{"type": []string{"object", "null"}, "additionalProperties": s.of(t.Elem())}
	case reflect.Struct:
		if _, ok := s.definitions[t.Name()]; !ok {
			s.definitions[t.Name()] = nil // a type may hold itself
			s.definitions[t.Name()] = s.structure(t)
		}
		ref := object{"$ref": "#/$defs/" + t.Name()}
		if t == reflect.TypeFor[calibrate.Cause]() {
			return object{"anyOf": []object{ref, {"type": "null"}}}
		}
		return ref
	case reflect.Bool:
		return object{"type": "boolean"}
	case reflect.String:
		return object{"type": "string"}
	case reflect.Float32, reflect.Float64:
		return object{"type": "number"}
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return object{"type": "integer", "minimum": 0}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return object{"type": "integer"}
	}
	panic("report: no schema for " + t.String())
}

// structure returns the schema of a struct's JSON.
func (s *schema) structure(t reflect.Type) object {
	properties, required := object{}, []string{}
	for f := range fields(t) {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		property := maps.Clone(s.of(f.Type))
		if words := s.codes[t.Name()+"."+name]; words != nil {
			property["enum"] = words
		}
		if m, ok := meaningOf(t, name); ok {
			property["description"] = m.text
			if m.unit != "" {
				property["x-unit"] = m.unit
			}
		}
		properties[name] = property
		if options == "" {
			required = append(required, name)
		}
	}
	return object{"type": "object", "properties": properties, "required": required}
}

// fields yields the fields of a struct that stand in its JSON, those of
// embedded structs among them.
func fields(t reflect.Type) func(yield func(reflect.StructField) bool) {
	return func(yield func(reflect.StructField) bool) {
		for _, f := range reflect.VisibleFields(t) {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if f.IsExported() && !f.Anonymous && name != "" && name != "-" && !yield(f) {
				return
			}
		}
	}
}

// A meaning is what a property says, and the unit of its number.
type meaning struct{ unit, text string }

//go:embed fields.txt
var fieldsText string

// meanings reads fields.txt: a meaning by name, or by type and name.
var meanings = sync.OnceValue(func() map[string]meaning {
	all := map[string]meaning{}
	for line := range strings.Lines(fieldsText) {
		if parts := strings.SplitN(strings.TrimSpace(line), "|", 3); len(parts) == 3 {
			all[strings.TrimSpace(parts[0])] = meaning{strings.TrimSpace(parts[1]), strings.TrimSpace(parts[2])}
		}
	}
	return all
})

// meaningOf is the meaning of a property of a type: that of package, type and
// name, of type and name, or of the name alone.
func meaningOf(t reflect.Type, name string) (meaning, bool) {
	for _, key := range []string{t.String() + "." + name, t.Name() + "." + name, name} {
		if m, ok := meanings()[key]; ok {
			return m, true
		}
	}
	return meaning{}, false
}
