package gates

import (
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
)

// Of lists the figures of a struct by their names in JSON: its numbers, shares
// and intervals, those of embedded structs among them.
func Of(part string, v any) []Figure {
	var list []Figure
	value := reflect.ValueOf(v)
	for _, f := range reflect.VisibleFields(value.Type()) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous || !f.IsExported() || name == "" {
			continue
		}
		figure := Figure{ID: name, Of: part}
		switch x := value.FieldByIndex(f.Index).Interface().(type) {
		case stats.Number:
			figure.Value = x
		case calibrate.Figure:
			figure.Value = x.Value
		case calibrate.Interval:
			figure.Value = x.Value
		case calibrate.VerdictID:
			if name != "verdict" {
				continue
			}
			figure.Verdict = x
		default:
			continue
		}
		list = append(list, figure)
	}
	return list
}

// A range of figures by name; what is not here can be anything.
var ranges = []struct {
	low, high float64
	names     []string
}{
	{0, 1, strings.Fields("exact within_one two_apart rating_changes lesson_level_changes commonest_share commonest_chance " +
		"distance_share expected_share master_exact master_within_one master_two_apart per_round")},
	{-1, 1, strings.Fields("exact_change two_apart_change everyone_change slope")},
	{0, math.Inf(1), strings.Fields("typical_gap distance distance_within ad sd")},
	{math.Inf(-1), 1, strings.Fields("alpha rwg master_kappa")},
}

// kindOf is what is known of a figure by its name.
func kindOf(id string, parts bool) Kind {
	k := Kind{math.Inf(-1), math.Inf(1), parts, id == "verdict"}
	for _, r := range ranges {
		if slices.Contains(r.names, id) {
			k.Low, k.High = r.low, r.high
		}
	}
	return k
}

// coefficientKind is what is known of a coefficient of agreement.
func coefficientKind(parts bool) Kind { return Kind{math.Inf(-1), 1, parts, false} }

// Knows is the vocabulary of figures of the whole, of figures of parts, and of
// what another vocabulary knows.
func Knows(whole, parts []Figure, others ...Vocabulary) Vocabulary {
	has := func(list []Figure, id string) bool {
		return slices.ContainsFunc(list, func(f Figure) bool { return f.ID == id })
	}
	return func(id string) (Kind, bool) {
		if inPart := has(parts, id); inPart || has(whole, id) {
			return kindOf(id, inPart), true
		}
		for _, other := range others {
			if k, ok := other(id); ok {
				return k, true
			}
		}
		return Kind{}, false
	}
}

// boundary is the vocabulary of the lines between two levels: boundary_2_3.
func boundary(id string) (Kind, bool) {
	levels, ok := strings.CutPrefix(id, "boundary_")
	below, above, ok2 := strings.Cut(levels, "_")
	_, err := strconv.ParseFloat(below, 64)
	_, err2 := strconv.ParseFloat(above, 64)
	return Kind{Low: 0, High: 1}, ok && ok2 && err == nil && err2 == nil
}
