package sheets

import (
	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/settings"
	"github.com/cb401426/calibrate/calibrate/input/source"
)

// A Sheet is a sheet of cells and how it is read.
type Sheet struct {
	*source.Sheet
	Lexer  *cell.Lexer
	About  File
	Plan   *layout.Plan
	aside  bool         // not read
	Stands layout.Field // what the sheet's or file's name stands for
	Hidden [2]int       // rows and columns that are left out
}

// A File is one sheet that was read.
type File struct {
	Name      string  `json:"name"`
	Sheet     string  `json:"sheet,omitempty"`
	Encoding  string  `json:"encoding"`
	Delimiter string  `json:"delimiter,omitempty"`
	Layout    string  `json:"layout"`
	Sure      float64 `json:"sure"`
	Why       string  `json:"why"`
	Rows      int     `json:"rows"`    // rows with ratings
	Dropped   int     `json:"dropped"` // rows left out
	Input     int     `json:"-"`       // its number among the inputs, as source.Files lists them, from 1
}

// Take takes in what the source stage has read.
func Take(result *source.Result, o *settings.Options, j *problem.Journal) (all []*Sheet) {
	plain, commas := cell.NewLexer(false, o.AllMissing()), cell.NewLexer(true, o.AllMissing())
	for _, p := range result.Problems {
		if p.Code == "own_output" && len(result.Sheets) > 0 {
			p.Code = "own_file"
		}
		j.Add(problem.Place{Sheet: p.Sheet, Name: p.File, Row: p.Row}, p.Code, p.Value, p.Fix, "%s", p.Text)
	}
	for _, s := range result.Sheets {
		if s.Book > 0 && len(o.Sheets) > 0 && !source.IsSheet(s.Name, o.Sheets) {
			continue
		}
		s, hidden := shown(s, o.Hidden)
		x := &Sheet{Sheet: s, Hidden: hidden, Lexer: plain, About: File{Input: s.Input, Name: s.File, Sheet: s.Name, Encoding: s.Encoding, Delimiter: s.Delimiter}}
		if s.Delimiter != "," && s.Delimiter != "" || o.Scale != nil && len(o.Scale.Whole()) < len(o.Scale.Levels) {
			x.Lexer = commas
		}
		all = append(all, x)
	}
	return all
}

// Place returns where a cell stands; a column below 0 is the whole row.
func (s *Sheet) Place(row, col int, header string) problem.Place {
	at := problem.Place{Sheet: s.Index, Name: s.Title(), Col: col + 1, Header: header}
	if row >= 0 && row < len(s.Rows) {
		at.Row = s.Rows[row].Line
	}
	return at
}

// Reason returns the reason for a score: of its own column, of the row below
// it, or of all columns of reasons where there is one column of scores.
func (s *Sheet) Reason(b *layout.Block, row int, c *layout.Column) string {
	if below, ok := b.ReasonRows[row]; ok {
		return cell.TidyText(s.At(below, c.Index))
	}
	if c.Reason >= 0 {
		return cell.TidyText(s.At(row, c.Reason))
	}
	text := ""
	for _, free := range b.Free {
		if more := s.At(row, free); text == "" {
			text = more
		} else if more != "" {
			text += "\n" + more
		}
	}
	return cell.TidyText(text)
}
