package source

import (
	"slices"
	"strings"
)

// An odsBook reads OpenDocument spreadsheets (OASIS OpenDocument 1.3, part 3,
// section 9) from their content, packed or flat.
type odsBook struct {
	xml    xmlScanner
	limits *Limits
	budget *Budget
	hidden map[string]bool // styles of tables that are not shown
	begin  func(name string, hidden bool) *Sheet
	done   func(*Sheet) error
}

// read reads every sheet for which begin returns one.
func (b *odsBook) read() error {
	x := &b.xml
	style := ""
	for {
		more, err := x.next()
		if err != nil || !more {
			return err
		}
		if x.closing {
			continue
		}
		switch x.name {
		case "tracked-changes":
			err = x.skip()
		case "style":
			style = x.attr("style:name")
		case "table-properties":
			if x.attr("table:display") == "false" && len(b.hidden) < maxFormats {
				b.hidden[style] = true
			}
		case "table":
			s := b.begin(x.attr("table:name"), b.hidden[x.attr("table:style-name")])
			if s == nil {
				err = x.skip()
			} else if err = b.table(s); err == nil {
				err = b.done(s)
			}
		}
		if err != nil {
			return err
		}
	}
}

// table reads one sheet.
func (b *odsBook) table(s *Sheet) error {
	x := &b.xml
	var merges []Range
	line, columns := 1, 0
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
		case x.closing && x.name == "table":
			return s.merge(merges, b.budget)
		case x.closing:
			continue
		}
		switch x.name {
		case "table", "shapes": // in a cell, or drawn on the sheet
			err = x.skip()
		case "table-column":
			n := min(x.number("table:number-columns-repeated", 1), b.limits.Columns-columns)
			if hiddenODS(x) {
				s.hideColumns(columns, columns+n)
			}
			columns += n
		case "table-row":
			n := max(1, x.number("table:number-rows-repeated", 1))
			err = b.row(s, line, n, &merges)
			line += n
		}
		if err != nil {
			return err
		}
	}
}

// hiddenODS reports whether a row or column is hidden, by hand or by a filter.
func hiddenODS(x *xmlScanner) bool {
	shown := x.attr("table:visibility")
	return shown == "collapse" || shown == "filter"
}

// row reads a row.
func (b *odsBook) row(s *Sheet, line, times int, merges *[]Range) error {
	x := &b.xml
	row, column := newRow{Row: Row{Line: line, Hidden: hiddenODS(x)}}, 0
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
		case x.closing && x.name == "table-row":
			return b.repeat(s, row, times)
		case x.closing || x.name != "table-cell" && x.name != "covered-table-cell":
			continue
		}
		n := max(1, x.number("table:number-columns-repeated", 1))
		if right, down := x.number("table:number-columns-spanned", 1), x.number("table:number-rows-spanned", 1); right > 1 || down > 1 {
			*merges = append(*merges, Range{Top: line, Left: column, Bottom: line + max(down, 1) - 1, Right: column + max(right, 1) - 1})
		}
		text, mark, err := b.cell()
		if err != nil {
			return err
		}
		if text == "" && mark == 0 {
			column += n
			continue
		}
		if column+n > b.limits.Columns {
			return tooManyColumns(b.limits.Columns)
		}
		if err := b.budget.Spend(Bytes, int64(n)*int64(len(text))); err != nil {
			return err
		}
		for range n {
			row.set(column, text, mark)
			column++
		}
	}
}

// repeat adds a row as often as it stands.
func (b *odsBook) repeat(s *Sheet, row newRow, times int) error {
	if len(row.Cells) == 0 {
		return nil
	}
	if row.Line+times-1 > b.limits.Lines {
		return tooManyLines(b.limits.Lines)
	}
	for range times {
		again := row
		again.Cells = slices.Clone(row.Cells)
		if err := s.keep(again, b.budget); err != nil {
			return err
		}
		row.Line++
	}
	return nil
}

// cell reads one cell as text.
func (b *odsBook) cell() (text string, mark Mark, err error) {
	x := &b.xml
	kind, cell := x.attr("office:value-type"), *x
	formula := x.attr("table:formula") != ""
	shown, err := b.paragraphs(x.name)
	if err != nil {
		return "", 0, err
	}
	switch kind {
	case "float", "percentage", "currency":
		text = plainNumber(cell.attr("office:value"))
	case "boolean":
		return strings.ToUpper(cell.attr("office:boolean-value")), Boolean, nil
	case "date":
		text = strings.Replace(cell.attr("office:date-value"), "T", " ", 1)
	default:
		text = shown
		if text == "" {
			text = cell.attr("office:string-value")
		}
	}
	if formula && kind == "" && text == "" {
		mark = NoResult
	}
	return text, mark, nil
}

// paragraphs reads the text of a cell, a line for each paragraph. What is
// noted beside a cell is no part of it.
func (b *odsBook) paragraphs(end string) (string, error) {
	x := &b.xml
	var text joined
	inside, any := 0, false
	if x.empty {
		return "", nil
	}
	for {
		more, err := x.next()
		switch {
		case err != nil:
			return "", err
		case !more:
			return "", errXML
		case x.closing && x.name == end:
			return text.String(), nil
		case x.name == "annotation" && !x.closing, x.name == "table" && !x.closing:
			if err := x.skip(); err != nil {
				return "", err
			}
		case x.name == "p" && x.closing:
			inside--
		case x.name == "p" && !x.empty:
			if any {
				text.add("\n")
			}
			inside++
			any = true
		case x.name == "s" && !x.closing && inside > 0:
			text.add(strings.Repeat(" ", min(max(1, x.number("text:c", 1)), 100)))
		case (x.name == "tab" || x.name == "line-break") && !x.closing && inside > 0:
			text.add(map[string]string{"tab": "\t", "line-break": "\n"}[x.name])
		case x.name == "" && inside > 0:
			text.add(unescape(x.chars))
		}
	}
}
