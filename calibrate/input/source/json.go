package source

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// maxNesting is how deep objects may stand in the object of a row.
const maxNesting = 4

// looksJSON reports whether a text is a list of objects, or objects one after
// the other.
func looksJSON(text string) bool {
	text = strings.TrimLeft(text, "\ufeff \t\r\n")
	if text == "" {
		return false
	}
	second := strings.TrimLeft(text[1:min(len(text), 4096)], " \t\r\n")
	switch text[0] {
	case '{':
		return strings.HasPrefix(second, `"`) || strings.HasPrefix(second, "}")
	case '[':
		return strings.HasPrefix(second, "{") || strings.HasPrefix(second, "]")
	}
	return false
}

// A jsonTable makes rows of objects: a column for each key, in the order in
// which they are first met.
type jsonTable struct {
	decoder *json.Decoder
	text    string
	budget  *Budget
	limit   int // of columns
	columns map[string]int
	header  []string
	rows    []newRow
	lines   int // ends of lines up to counted
	counted int
}

// loadJSON reads objects as rows.
func (r *reader) loadJSON(src file, text string) error {
	place := r.nowhere(src.name)
	t := &jsonTable{
		decoder: json.NewDecoder(strings.NewReader(text)), text: text, budget: r.budget, limit: r.limits.Columns,
		columns: map[string]int{},
	}
	t.decoder.UseNumber()
	s := &Sheet{Index: place.sheet, File: src.name, Stem: stem(src.name), Encoding: "json"}
	err := t.all()
	if err == nil {
		err = t.fill(s)
	}
	var shape shapeError
	switch {
	case r.ends(err):
		return err
	case errors.As(err, &shape):
		r.report(place, "too_large", "", "keep the keys with ratings only", "%v", err)
	case errors.As(err, new(ownResult)):
		r.report(place, "own_output", "", "", "%v", err)
	case err != nil:
		place.row = t.line()
		r.report(place, "wrong_format", "json", "ratings are read from a list of flat objects, or from one object a line: {\"rater\": …, \"lesson\": …, \"indicator\": …, \"score\": …}", "%v", jsonError(err))
	default:
		r.addSheet(s)
	}
	return nil
}

// An ownResult is the schema of a result that this program wrote.
type ownResult string

func (e ownResult) Error() string {
	return fmt.Sprintf("this is a result of calibrate (%s), not ratings: calibrate render shows a saved report", string(e))
}

// jsonError words what the decoder says.
func jsonError(err error) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Errorf("the JSON is broken: %w", err)
	}
	return err
}

// all reads the text to its end.
func (t *jsonTable) all() error {
	list := false
	for {
		token, err := t.decoder.Token()
		switch {
		case errors.Is(err, io.EOF) && !list:
			return nil
		case err != nil:
			return err
		case token == json.Delim('[') && !list && len(t.rows) == 0:
			list = true
		case token == json.Delim(']'):
			if _, err := t.decoder.Token(); !errors.Is(err, io.EOF) {
				return errors.New("there is more behind the list")
			}
			return nil
		case token == json.Delim('{'):
			row := newRow{Row: Row{Line: t.line()}}
			if err := t.object(&row, "", 1); err != nil {
				return err
			}
			t.rows = append(t.rows, row)
			if err := t.budget.Spend(Rows, 1); err != nil {
				return err
			}
		default:
			return fmt.Errorf("a row is no object: %v", token)
		}
	}
}

// line returns the number of the line that the decoder has come to.
func (t *jsonTable) line() int {
	to := min(int(t.decoder.InputOffset()), len(t.text))
	t.lines += strings.Count(t.text[t.counted:to], "\n")
	t.counted = to
	return t.lines + 1
}

// object reads the keys of an object into a row.
func (t *jsonTable) object(row *newRow, prefix string, depth int) error {
	if depth > maxNesting {
		return fmt.Errorf("objects in objects, more than %d deep", maxNesting)
	}
	for t.decoder.More() {
		key, err := t.decoder.Token()
		if err != nil {
			return err
		}
		name := prefix + fmt.Sprint(key)
		value, err := t.decoder.Token()
		if err != nil {
			return err
		}
		if value == json.Delim('{') {
			if err := t.object(row, name+".", depth+1); err != nil {
				return err
			}
			continue
		}
		cell, mark, err := t.value(name, value)
		if err == nil {
			err = t.set(row, name, cell, mark)
		}
		if err != nil {
			return err
		}
	}
	_, err := t.decoder.Token()
	return err
}

// value writes a value as text. What was chosen of several stands in a list.
func (t *jsonTable) value(name string, value json.Token) (string, Mark, error) {
	switch value := value.(type) {
	case nil:
		return "", 0, nil
	case bool:
		return strings.ToUpper(fmt.Sprint(value)), Boolean, nil
	case json.Delim:
		var chosen []string
		for t.decoder.More() {
			one, err := t.decoder.Token()
			if err != nil {
				return "", 0, err
			}
			if _, nested := one.(json.Delim); nested {
				return "", 0, fmt.Errorf("a list stands in %q, with more than texts and numbers in it", name)
			}
			if one != nil {
				chosen = append(chosen, fmt.Sprint(one))
			}
		}
		_, err := t.decoder.Token()
		return strings.Join(chosen, "; "), 0, err
	}
	text := fmt.Sprint(value)
	if name == "schema" && strings.HasPrefix(text, "calibrate.") {
		return "", 0, ownResult(text)
	}
	return text, 0, nil
}

// set writes a cell, in a new column where its key is new.
func (t *jsonTable) set(row *newRow, name, cell string, mark Mark) error {
	c, known := t.columns[name]
	if !known {
		if c = len(t.header); c == t.limit {
			return tooManyColumns(t.limit)
		}
		t.columns[name] = c
		t.header = append(t.header, name)
	}
	if missing := c + 1 - len(row.Cells); missing > 0 {
		if err := t.budget.Spend(Cells, int64(missing)); err != nil {
			return err
		}
		row.Cells = append(row.Cells, make([]string, missing)...)
	} else if row.Cells[c] != "" {
		return fmt.Errorf("%q stands twice in one object", name)
	}
	row.Cells[c] = cell
	if mark != 0 {
		row.marks = append(row.marks, markAt{c, mark})
	}
	return t.budget.Spend(Bytes, int64(len(cell)))
}

// fill gives all rows the same width and hands them to the sheet, below a row
// of the keys.
func (t *jsonTable) fill(s *Sheet) error {
	s.Rows = append(make([]Row, 0, len(t.rows)+1), Row{Cells: t.header})
	for _, row := range t.rows {
		if missing := len(t.header) - len(row.Cells); missing > 0 {
			if err := t.budget.Spend(Cells, int64(len(t.header))); err != nil {
				return err
			}
			row.Cells = append(slices.Clip(row.Cells), make([]string, missing)...)
		}
		for _, m := range row.marks {
			s.mark(Cell{len(s.Rows), m.column}, m.mark)
		}
		s.Rows = append(s.Rows, row.Row)
	}
	return nil
}
