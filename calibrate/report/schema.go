package report

import (
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/models"
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
	of        reflect.Type
}

// Schemas lists the JSON that is promised.
var Schemas = []JSON{
	{"report", calibrate.Schema, "A report", reflect.TypeFor[calibrate.Report]()},
	{"survey", survey.Schema, "A survey", reflect.TypeFor[survey.Report]()},
	{"rasch", models.RaschSchema, "A many-facet Rasch model", reflect.TypeFor[models.Rasch]()},
	{"latent", models.LatentSchema, "A latent class model", reflect.TypeFor[models.Latent]()},
	{"truth", simulate.Schema, "What calibrate simulate planted", reflect.TypeFor[simulate.Truth]()},
	{"line", calibrate.ArchiveRowSchema, "A line of an archive", reflect.TypeFor[calibrate.ArchiveRow]()},
	{"survey-trend", survey.TrendSchema, "Two surveys of a team", reflect.TypeFor[survey.Trend]()},
	{"trend", rounds.Schema, "A series of rounds", reflect.TypeFor[rounds.Trend]()},
}

// Schema writes the JSON Schema (2020-12) of the report, or of another of the
// Schemas. Fields are added within a version, so further properties are
// allowed.
func Schema(w io.Writer, id string) error {
	i := slices.IndexFunc(Schemas, func(j JSON) bool { return j.ID == id })
	if i < 0 {
		return fmt.Errorf("no schema of %q", id)
	}
	s := schema{definitions: object{}}
	root := s.structure(Schemas[i].of)
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["title"] = Schemas[i].Title
	root["description"] = Schemas[i].What + " of calibrate. Percentages are fractions of 1; " +
		"a null has an entry in notes with its path and the reason."
	root["properties"].(object)["schema"] = object{"const": Schemas[i].Title}
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
	reflect.TypeFor[movement.Movement](): {"enum": []movement.Movement{movement.Together, movement.Apart, movement.CannotTell}},
	reflect.TypeFor[stats.Unit]():        {"enum": []stats.Unit{stats.ByItem, stats.ByLesson}},
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
type schema struct{ definitions object }

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
		properties[name] = s.of(f.Type)
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
