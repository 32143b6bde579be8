package scan

import (
	"bytes"
	"unicode/utf8"
)

// The columns that every worker codes; further ones follow.
const (
	raterRole = iota
	lessonRole
	indicatorRole
	scoreRole
	otherRoles
)

// worker reads blocks into a Shard.
type worker struct {
	o     *Options
	role  []int // of each field, Absent where it is not wanted
	texts []*dictionary
	items *pairs
	parts []Part

	part   Part
	values [][]byte // of the record, by role
}

func newWorker(o *Options) *worker {
	w := &worker{o: o, role: make([]int, o.Width), items: newPairs()}
	for i := range w.role {
		w.role[i] = Absent
	}
	for role, field := range append([]int{o.Rater, o.Lesson, o.Indicator, o.Score}, o.Others...) {
		w.texts = append(w.texts, newDictionary())
		if field >= 0 {
			w.role[field] = role
		}
	}
	w.values = make([][]byte, len(w.texts))
	return w
}

// state is where the reading of a block stands between two runs of 64 bytes.
type state struct {
	inQuotes  uint64 // all ones inside quotes
	structure uint64 // lowest bit: the byte before was a delimiter or line end
	quote     uint64 // lowest bit: the byte before was a quote
	closing   uint64 // lowest bit: the byte before closed a quotation
	start     int    // of the field
	field     int
}

// block reads a block of whole records.
func (w *worker) block(b []byte) error {
	if !utf8.Valid(b) {
		return irregular("text that is not UTF-8")
	}
	w.begin(bytes.Count(b, []byte{'\n'}) + 1)
	s := state{structure: 1}
	i := 0
	delimiter, find := repeated(w.o.Delimiter), scan64
	if isPlain(b) {
		find = scan64Plain
	}
	for ; i+64 <= len(b); i += 64 {
		if err := w.run(b, i, find(b[i:], delimiter), &s); err != nil {
			return err
		}
	}
	if i < len(b) {
		var tail [64]byte
		n := copy(tail[:], b[i:])
		for k := n; k < 64; k++ {
			tail[k] = ' '
		}
		m := find(tail[:], delimiter)
		if err := w.run(b, i, m, &s); err != nil {
			return err
		}
	}
	if s.inQuotes != 0 {
		return irregular("a quote that does not close")
	}
	if s.start < len(b) || s.field > 0 { // the last record has no line end
		if err := w.endField(b, len(b), true, &s); err != nil {
			return err
		}
	}
	w.parts = append(w.parts, w.part)
	return nil
}

// run reads 64 bytes from b[at:], whose structure is m.
func (w *worker) run(b []byte, at int, m masks, s *state) error {
	quoted := s.inQuotes
	if m.quote != 0 {
		quoted = inside(m.quote, s.inQuotes)
	}
	structure := (m.delimiter | m.newline) &^ quoted
	if m.quote|s.quote|s.closing != 0 {
		opening, closing := m.quote&quoted, m.quote&^quoted
		before := structure<<1 | s.structure | m.quote<<1 | s.quote
		after := structure | m.quote | m.odd
		if at+64 > len(b) {
			after |= ^uint64(0) << (len(b) - at) // the end of the block
		}
		if opening&^before != 0 || (closing<<1|s.closing)&^after != 0 {
			return irregular("a quote inside a field")
		}
		s.closing = closing >> 63
	}
	if m.odd != 0 {
		if err := checkOdd(b, at, m.odd, quoted); err != nil {
			return err
		}
	}
	s.inQuotes = uint64(int64(quoted) >> 63)
	s.structure, s.quote = structure>>63, m.quote>>63
	for structure != 0 {
		var k int
		k, structure = lowest(structure)
		if err := w.endField(b, at+k, b[at+k] == '\n', s); err != nil {
			return err
		}
	}
	return nil
}

// checkOdd allows a carriage return inside quotes or before a line end.
func checkOdd(b []byte, at int, odd, quoted uint64) error {
	for odd != 0 {
		var k int
		k, odd = lowest(odd)
		p := at + k
		switch {
		case b[p] == 0:
			return irregular("a NUL byte")
		case quoted>>k&1 == 0 && (p+1 >= len(b) || b[p+1] != '\n'):
			return irregular("a stray carriage return")
		}
	}
	return nil
}

// endField takes the field that ends at a position, and the record with its
// last field.
func (w *worker) endField(b []byte, end int, last bool, s *state) error {
	if s.field >= w.o.Width || last && s.field != w.o.Width-1 {
		return irregular("a record of another width")
	}
	if role := w.role[s.field]; role >= 0 {
		stop := end
		if last && stop > s.start && b[stop-1] == '\r' {
			stop--
		}
		w.values[role] = unquote(b[s.start:stop])
	}
	s.start = end + 1
	s.field++
	if !last {
		return nil
	}
	s.field = 0
	return w.record()
}

// unquote takes the quotes off a field.
func unquote(field []byte) []byte {
	if len(field) < 2 || field[0] != '"' {
		return field
	}
	field = field[1 : len(field)-1]
	if bytes.IndexByte(field, '"') >= 0 {
		field = bytes.ReplaceAll(field, []byte(`""`), []byte(`"`))
	}
	return field
}

// begin makes room for the records of a block.
func (w *worker) begin(records int) {
	w.part = Part{
		Item:  make([]uint32, 0, records),
		Rater: make([]uint32, 0, records),
		Score: make([]uint8, 0, records),
	}
	for range w.texts[otherRoles:] {
		w.part.Others = append(w.part.Others, make([]uint32, 0, records))
	}
}

// record codes the fields of a record.
func (w *worker) record() error {
	score := w.texts[scoreRole].code(w.values[scoreRole])
	if score >= mostScores {
		return irregular("over %d different scores", mostScores)
	}
	item := w.items.code(
		w.texts[lessonRole].code(w.values[lessonRole]),
		w.texts[indicatorRole].code(w.values[indicatorRole]))
	w.part.Item = append(w.part.Item, item)
	w.part.Rater = append(w.part.Rater, w.texts[raterRole].code(w.values[raterRole]))
	w.part.Score = append(w.part.Score, uint8(score))
	for i := range w.part.Others {
		role := otherRoles + i
		w.part.Others[i] = append(w.part.Others[i], w.texts[role].code(w.values[role]))
	}
	return nil
}

// shard returns what the worker read.
func (w *worker) shard() Shard {
	s := Shard{
		Raters: w.texts[raterRole].texts, Lessons: w.texts[lessonRole].texts,
		Indicators: w.texts[indicatorRole].texts, Scores: w.texts[scoreRole].texts, Parts: w.parts,
	}
	for _, d := range w.texts[otherRoles:] {
		s.Others = append(s.Others, d.texts)
	}
	s.Items = w.items.list
	return s
}
