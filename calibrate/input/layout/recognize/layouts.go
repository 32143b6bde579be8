package recognize

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/layout/internal/column"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/form"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/hypothesis"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/region"
)

// A Layout is one way in which ratings are laid out in a sheet: by people, or
// in the export of a form.
type Layout struct {
	ID, Title string

	read func(*column.Frame) *hypothesis.Reading // by people
	sign func(*region.Table) *form.Signature     // of an export: it says where the header is, and the rest is read as by people
}

func byPeople(l hypothesis.Layout) Layout { return Layout{ID: l.ID, Title: l.Title, read: l.Read} }

func ofExport(e form.Export) Layout { return Layout{ID: e.ID, Title: e.Title, sign: e.Sign} }

// Layouts are all that can be read.
var Layouts = []Layout{
	byPeople(hypothesis.Long),
	ofExport(form.Google),
	ofExport(form.GoogleZip),
	ofExport(form.Microsoft),
	ofExport(form.Qualtrics),
	ofExport(form.SurveyMonkey),
	ofExport(form.REDCap),
	byPeople(hypothesis.Wide),
	byPeople(hypothesis.Columns),
	byPeople(hypothesis.Grid),
	byPeople(hypothesis.ItemGrid),
	byPeople(hypothesis.Lessons),
	byPeople(hypothesis.Counts),
	byPeople(hypothesis.Contingency),
}

// Counts is the id of the layout of tables of counts.
const Counts = hypothesis.CountsID

// layoutOf returns the layout of an id that is known.
func layoutOf(id string) Layout {
	i := slices.IndexFunc(Layouts, func(l Layout) bool { return l.ID == id })
	return Layouts[i]
}

// ByID returns the layout with an id.
func ByID(id string) (Layout, error) {
	var ids []string
	for _, l := range Layouts {
		if l.ID == Key(id) {
			return l, nil
		}
		ids = append(ids, l.ID)
	}
	return Layout{}, fmt.Errorf("no layout %q: there are %s", id, strings.Join(ids, ", "))
}

// Key spells a layout's id as Layouts do.
func Key(s string) string { return strings.ReplaceAll(strings.ToLower(strings.TrimSpace(s)), "-", "_") }

// handMade reports whether an id is that of a layout that is no export.
func handMade(id string) bool {
	return slices.ContainsFunc(Layouts, func(l Layout) bool { return l.ID == id && l.read != nil })
}
