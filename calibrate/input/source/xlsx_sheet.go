package source

import (
	"strconv"
	"strings"
)

// An xlsxSheet reads the rows of one sheet.
type xlsxSheet struct {
	book   *xlsxBook
	limits *Limits
	sheet  *Sheet
	xml    xmlScanner
	line   int // of the row at hand
	merges []Range
}

// read reads the cells of a sheet.
func (b *xlsxBook) read(part string, s *Sheet, limits *Limits) error {
	text, err := b.zip.part(part)
	if err != nil {
		return err
	}
	r := &xlsxSheet{book: b, limits: limits, sheet: s, xml: xmlScanner{text: text}}
	for {
		more, err := r.xml.next()
		if err != nil {
			return err
		}
		if !more {
			return s.merge(r.merges, b.zip.budget)
		}
		if r.xml.closing {
			continue
		}
		switch r.xml.name {
		case "col":
			err = r.column()
		case "row":
			err = r.row()
		case "mergeCell":
			err = r.merged()
		}
		if err != nil {
			return err
		}
	}
}

// column notes which columns are hidden.
func (r *xlsxSheet) column() error {
	first, last := r.xml.number("min", 1), r.xml.number("max", 1)
	if r.xml.flag("hidden") && first > 0 {
		r.sheet.hideColumns(first-1, min(last, r.limits.Columns))
	}
	return nil
}

// row reads one row. The number that it states of itself may leave rows out,
// and never goes back.
func (r *xlsxSheet) row() error {
	x := &r.xml
	r.line = max(r.line+1, x.number("r", 0))
	if r.line > r.limits.Lines {
		return tooManyLines(r.limits.Lines)
	}
	row, column := newRow{Row: Row{Line: r.line, Hidden: x.flag("hidden")}}, -1
	if x.empty {
		return nil
	}
	for {
		more, err := x.next()
		switch {
		case err != nil:
			return err
		case !more:
			return errXML
		case x.name == "row" && x.closing:
			return r.sheet.keep(row, r.book.zip.budget)
		case x.name != "c" || x.closing:
			continue
		}
		if column = columnOf(x.attr("r"), column+1); column >= r.limits.Columns {
			return tooManyColumns(r.limits.Columns)
		}
		cell, mark, err := r.cell()
		if err != nil {
			return err
		}
		row.set(column, cell, mark)
	}
}

// columnOf returns the column of a reference such as B7 from 0 on, or the one
// that comes next where there is no reference.
func columnOf(ref string, next int) int {
	n := 0
	for i := 0; i < len(ref) && i < 4; i++ {
		c := ref[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		n = n*26 + int(c-'A') + 1
	}
	if n == 0 {
		return next
	}
	return n - 1
}

// cell reads one cell as text.
func (r *xlsxSheet) cell() (text string, mark Mark, err error) {
	x := &r.xml
	kind, format := x.attr("t"), x.number("s", 0)
	value, formula, has := "", false, false
	if x.empty {
		return "", 0, nil
	}
	for {
		more, err := x.next()
		switch {
		case err != nil:
			return "", 0, err
		case !more:
			return "", 0, errXML
		case x.name == "c" && x.closing:
			if formula && (!has || value == "" && kind != "str") {
				return "", NoResult, nil
			}
			text, mark = r.value(kind, value, format)
			return text, mark, r.book.zip.budget.Spend(Bytes, int64(len(text)))
		case x.closing:
		case x.name == "f":
			formula = true
			err = x.skip()
		case x.name == "is":
			has = true
			value, err = richText(x, "is")
		case x.name == "v":
			has = true
			value, err = x.inner()
		}
		if err != nil {
			return "", 0, err
		}
	}
}

// value reads what a cell of a kind stores (ISO/IEC 29500-1, 18.18.11).
func (r *xlsxSheet) value(kind, stored string, format int) (string, Mark) {
	switch kind {
	case "s":
		i, err := strconv.Atoi(strings.TrimSpace(stored))
		if err != nil || i < 0 || i >= len(r.book.texts) {
			return "", 0
		}
		return r.book.texts[i], 0
	case "b":
		if strings.TrimSpace(stored) == "1" || strings.EqualFold(strings.TrimSpace(stored), "true") {
			return "TRUE", Boolean
		}
		return "FALSE", Boolean
	case "inlineStr":
		return stored, 0
	case "str":
		return escapes(stored), 0
	case "e":
		return stored, 0
	case "d":
		return strings.Replace(strings.TrimSuffix(stored, "Z"), "T", " ", 1), 0
	}
	return r.book.shown(stored, format), 0
}

// merged notes a merged range.
func (r *xlsxSheet) merged() error {
	from, to, _ := strings.Cut(r.xml.attr("ref"), ":")
	var m Range
	m.Left, m.Top = columnOf(from, -1), lineOf(from)
	m.Right, m.Bottom = columnOf(to, -1), lineOf(to)
	if m.Left < 0 || m.Top < 1 || m.Right < m.Left || m.Bottom < m.Top {
		return nil
	}
	r.merges = append(r.merges, m)
	return r.book.zip.budget.Spend(Texts, 1)
}

// lineOf returns the row of a reference such as B7, or 0.
func lineOf(ref string) int {
	n, err := strconv.Atoi(strings.TrimLeft(strings.ToUpper(strings.ReplaceAll(ref, "$", "")), "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
	if err != nil {
		return 0
	}
	return n
}
