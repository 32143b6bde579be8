package source

import (
	"slices"
	"strings"
)

// A csvFault is what a record does against the rules of CSV.
type csvFault struct {
	line int
	text string
}

// parseCSV cuts text into records. Lines end in LF, CRLF or CR; a field in
// quotation marks holds any of them, with quotation marks doubled. Blank
// lines are records without cells' worth and are left out. Every record keeps
// the number of its first line, and a record that breaks the rules is
// reported and left out, so that all can be reported at once. The error is that
// of the budget.
func parseCSV(text string, comma byte, budget *Budget) (rows []Row, faults []csvFault, err error) {
	p := csvParser{text: text, comma: comma, line: 1, budget: budget}
	rows = make([]Row, 0, budget.room(Rows, int64(strings.Count(text, "\n"))+1))
	for p.pos < len(p.text) && p.spent == nil {
		line := p.line
		cells, fault := p.record()
		switch {
		case fault.text == "" && (len(cells) > 1 || cells[0] != ""):
			rows = append(rows, Row{Line: line, Cells: cells})
		case fault.text != "" && len(faults) < maxFaults:
			faults = append(faults, fault)
		}
	}
	if p.spent == nil {
		p.spent = p.spend()
	}
	return rows, faults, p.spent
}

// maxFaults is how many broken records are worth listing.
const maxFaults = 1000

// A csvParser walks through text once.
type csvParser struct {
	text  string
	comma byte
	pos   int
	line  int
	width int      // cells of the record before
	free  []string // room for the cells of further records

	budget      *Budget
	rows, cells int64 // not yet charged
	spent       error
}

// spend charges what was met since the last time.
func (p *csvParser) spend() error {
	rows, cells := p.rows, p.cells
	p.rows, p.cells = 0, 0
	if err := p.budget.Spend(Rows, rows); err != nil {
		return err
	}
	return p.budget.Spend(Cells, cells)
}

// record reads the cells up to the end of a line.
func (p *csvParser) record() (cells []string, fault csvFault) {
	if cap(p.free) < p.width+1 {
		p.free = make([]string, 0, max(4*(p.width+1), min(len(p.text)-p.pos, roomOfCells)))
	}
	cells = p.free
	p.rows++
	for {
		cell, problem := p.field()
		if problem.text != "" && fault.text == "" {
			fault = problem
		}
		cells = append(cells, cell)
		if p.cells++; p.cells == 4096 {
			p.spent = p.spend()
		}
		if p.pos >= len(p.text) || p.spent != nil {
			break
		}
		if p.text[p.pos] == p.comma {
			p.pos++
			if p.pos == len(p.text) {
				cells = append(cells, "")
				break
			}
			continue
		}
		p.endLine()
		break
	}
	p.width = len(cells)
	if cap(cells) == cap(p.free) { // it had room enough
		p.free = cells[len(cells):]
	}
	return slices.Clip(cells), fault
}

// roomOfCells is for how many cells room is made at once.
const roomOfCells = 4096

// endLine steps over LF, CRLF or CR.
func (p *csvParser) endLine() {
	if strings.HasPrefix(p.text[p.pos:], "\r\n") {
		p.pos++
	}
	p.pos++
	p.line++
}

// field reads one cell and stops at the delimiter, the line's end or the
// text's.
func (p *csvParser) field() (string, csvFault) {
	if p.pos < len(p.text) && p.text[p.pos] == '"' {
		return p.quoted()
	}
	start := p.pos
	p.pos += p.unquoted(p.text[p.pos:])
	cell := p.text[start:p.pos]
	if strings.Contains(cell, `"`) {
		return cell, csvFault{p.line, "a quotation mark inside a cell that does not begin with one"}
	}
	return cell, csvFault{}
}

// unquoted returns the length of s up to the delimiter or line's end.
func (p *csvParser) unquoted(s string) int {
	for i := range len(s) {
		if c := s[i]; c == p.comma || c == '\n' || c == '\r' {
			return i
		}
	}
	return len(s)
}

// quoted reads a cell that begins with a quotation mark.
func (p *csvParser) quoted() (string, csvFault) {
	opened := p.line
	p.pos++
	start, doubled := p.pos, false
	for {
		i := strings.IndexByte(p.text[p.pos:], '"')
		if i < 0 {
			p.pos = len(p.text)
			return "", csvFault{opened, "a quotation mark that is never closed"}
		}
		p.count(p.text[p.pos : p.pos+i])
		p.pos += i + 1
		if p.pos < len(p.text) && p.text[p.pos] == '"' {
			p.pos++
			doubled = true
			continue
		}
		break
	}
	cell := p.text[start : p.pos-1]
	if doubled {
		cell = strings.ReplaceAll(cell, `""`, `"`)
	}
	if n := p.unquoted(p.text[p.pos:]); n > 0 {
		p.pos += n
		return cell, csvFault{p.line, "text after the closing quotation mark of a cell"}
	}
	return cell, csvFault{}
}

// count adds the lines that end within a quoted cell.
func (p *csvParser) count(s string) {
	for i := range len(s) {
		if s[i] == '\n' || s[i] == '\r' && (i+1 == len(s) || s[i+1] != '\n') {
			p.line++
		}
	}
}
