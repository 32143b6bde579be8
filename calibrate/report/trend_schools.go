package report

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/rounds"
	"github.com/cb401426/calibrate/calibrate/wording"
	movement "github.com/cb401426/calibrate/stats/rounds"
)

// trendOfSchools is a line for each school of an archive, in JSON a line each.
var trendOfSchools = Shape[*rounds.Schools]{
	Document: viewSchools,
	JSON: func(w io.Writer, s *rounds.Schools) error {
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		for i := range s.Rows {
			if err := e.Encode(&s.Rows[i]); err != nil {
				return err
			}
		}
		return nil
	},
	Tables: []TableOf[*rounds.Schools]{{"lines", func(s *rounds.Schools) any { return s.Rows }}},
}

// viewSchools turns the lines into the document that people's formats show.
func viewSchools(s *rounds.Schools) document.Document {
	counts := map[movement.Movement]int{}
	for _, r := range s.Rows {
		counts[r.Movement]++
	}
	withheld := ""
	if s.Withheld > 0 {
		withheld = " Groups of fewer than three people are not shown, nor those that could be worked out from the others: " + wording.Count(s.Withheld, "line") + "."
	}
	return document.Document{Title: "Rounds by " + s.By, Sections: []document.Section{{ID: "lines", Blocks: []document.Block{
		document.Paragraph{Role: document.Headline, Text: fmt.Sprintf("%s TO %s", s.First, s.Last)},
		document.Paragraph{Text: fmt.Sprintf("%s: %d moved together, %d moved apart, of %d it cannot be told.",
			wording.Count(len(s.Rows), "line"), counts[movement.Together], counts[movement.Apart], counts[movement.CannotTell])},
		document.TableOf("lines", s.Rows, []document.ColumnOf[rounds.SchoolRow]{
			{Title: s.By, Cell: func(r rounds.SchoolRow) document.Cell { return document.Text(r.Part) }},
			{Title: "moved", Cell: func(r rounds.SchoolRow) document.Cell { return document.Text(movementWord(r.Movement)) }},
			{Title: "exact, first", Cell: func(r rounds.SchoolRow) document.Cell { return document.Share{Number: r.Before} }},
			{Title: "exact, last", Cell: func(r rounds.SchoolRow) document.Cell { return document.Share{Number: r.After} }},
			{Title: "rounds", Spare: 1, Cell: func(r rounds.SchoolRow) document.Cell { return document.Count(r.Rounds) }},
			{Title: "raters in both", Spare: 2, Cell: func(r rounds.SchoolRow) document.Cell { return document.Count(r.Raters) }},
			{Title: "lessons", Spare: 3, Cell: func(r rounds.SchoolRow) document.Cell { return document.Count(r.Lessons) }},
		}),
		document.Paragraph{Role: document.Aside, Text: "Each line is what calibrate trend says of these rows alone, from its first round to its last. Of many that did not move, up to one in twenty is said to have: ask what changed there before you praise it." + withheld},
	}}}}
}
