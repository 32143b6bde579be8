package scan

import (
	"bytes"
	"math/bits"
	"unicode/utf8"
)

// worker reads blocks into a Shard.
type worker struct {
	o *Options

	raters, lessons, indicators, scores *dictionary
	others                              []*dictionary
	dated                               []bool      // of others: read without the time of day
	single                              [256]uint16 // the code and one of a score of one byte

	parts   []Part
	longest int // reason
	reasons int
	by      []int // reasons by the codes of CountBy

	ends  []uint32 // where the fields of the block end, after a first entry of −1
	plain bool     // the block holds no quote or carriage return
}

func newWorker(o *Options) *worker {
	w := &worker{
		o: o, raters: newDictionary(), lessons: newDictionary(), indicators: newDictionary(), scores: newDictionary(),
	}
	for range o.Others {
		w.others = append(w.others, newDictionary())
	}
	w.dated = make([]bool, len(o.Others))
	for _, c := range o.Dates {
		w.dated[c] = true
	}
	return w
}

// noEnd is the end of the field before a block's first one: one before 0.
const noEnd = ^uint32(0)

// block reads a block of whole records, which has spare bytes after its end,
// and returns their number. Before it stand so many bytes.
func (w *worker) block(b []byte, before int64) (records int, err error) {
	if len(b) == 0 {
		return 0, nil
	}
	switch b[len(b)-1] {
	case '\r':
		return 0, irregular("a stray carriage return")
	case '\n':
	default: // the last record has no line end
		b = append(b, '\n')
	}
	padded := b[:len(b)+spare]
	for i := range spare {
		padded[len(b)+i] = ' '
	}
	w.ends = append(w.ends[:0], noEnd)
	ascii := false
	if w.plain = isPlain(b); w.plain {
		ascii = w.indexPlain(padded)
		records = bytes.Count(b, []byte{'\n'})
	} else if records, err = w.index(padded); err != nil {
		return 0, err
	}
	if !ascii && !utf8.Valid(b) {
		return 0, irregular("text that is not UTF-8")
	}
	return records, w.records(b, records, before)
}

// indexPlain finds where fields end in a block without quotes, and with spare
// bytes after it. It reports whether all of it is ASCII.
func (w *worker) indexPlain(padded []byte) (ascii bool) {
	delimiter, newline := repeated(w.o.Delimiter), repeated('\n')
	ends := w.ends
	ascii = true
	for i := 0; i+64 <= len(padded); i += 64 {
		mask, plain := asciiEnds64(padded[i:], delimiter, newline)
		if !plain {
			mask, ascii = ends64(padded[i:], delimiter, newline), false
		}
		ends = appendBits(ends, mask, i)
	}
	w.ends = ends
	return ascii
}

// index finds where fields end in any block with spare bytes after it, and
// counts the ends of lines among them.
func (w *worker) index(padded []byte) (lines int, err error) {
	delimiter := repeated(w.o.Delimiter)
	s := state{structure: 1}
	for i := 0; i+64 <= len(padded); i += 64 {
		m := scan64(padded[i:], delimiter)
		structure, err := s.next(padded, i, m)
		if err != nil {
			return 0, err
		}
		w.ends = appendBits(w.ends, structure, i)
		lines += bits.OnesCount64(structure & m.newline)
	}
	if s.inQuotes != 0 {
		return 0, irregular("a quote that does not close")
	}
	return lines, nil
}

// state is where the reading of a block stands between two runs of 64 bytes.
type state struct {
	inQuotes  uint64 // all ones inside quotes
	structure uint64 // lowest bit: the byte before was a delimiter or line end
	quote     uint64 // lowest bit: the byte before was a quote
	closing   uint64 // lowest bit: the byte before closed a quotation
}

// next returns where fields end in the 64 bytes from b[at:], whose structure
// is m.
func (s *state) next(b []byte, at int, m marks) (uint64, error) {
	quoted := s.inQuotes
	if m.quote != 0 {
		quoted = inside(m.quote, s.inQuotes)
	}
	structure := (m.delimiter | m.newline) &^ quoted
	if m.quote|s.quote|s.closing != 0 {
		opening, closing := m.quote&quoted, m.quote&^quoted
		before := structure<<1 | s.structure | m.quote<<1 | s.quote
		after := structure | m.quote | m.odd
		if opening&^before != 0 || (closing<<1|s.closing)&^after != 0 {
			return 0, irregular("a quote inside a field")
		}
		s.closing = closing >> 63
	}
	if m.odd != 0 {
		if err := checkOdd(b, at, m.odd, quoted); err != nil {
			return 0, err
		}
	}
	s.inQuotes = uint64(int64(quoted) >> 63)
	s.structure, s.quote = structure>>63, m.quote>>63
	return structure, nil
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
		case quoted>>k&1 == 0 && b[p+1] != '\n':
			return irregular("a stray carriage return")
		}
	}
	return nil
}

// field returns the field of the block between two ends.
func (w *worker) field(b []byte, before, end uint32) []byte {
	if !w.plain {
		return unquoted(b, before, end)
	}
	return b[before+1 : end]
}

// unquoted returns the field between two ends without its quotes, and without
// the carriage return before a line end.
func unquoted(b []byte, before, end uint32) []byte {
	field := b[before+1 : end]
	if n := len(field) - 1; n >= 0 && field[n] == '\r' && b[end] == '\n' {
		field = field[:n]
	}
	return Unquote(field)
}

// Unquote returns a field without its quotes. It may share the field's bytes.
func Unquote(field []byte) []byte {
	if len(field) < 2 || field[0] != '"' {
		return field
	}
	field = field[1 : len(field)-1]
	if bytes.IndexByte(field, '"') >= 0 {
		field = bytes.ReplaceAll(field, []byte(`""`), []byte(`"`))
	}
	return field
}

// records codes the records of a block, of so many lines. That each ends where
// a line does is then enough to know that none is wider or narrower.
func (w *worker) records(b []byte, n int, before int64) error {
	o := w.o
	if n*o.Width != len(w.ends)-1 {
		return irregular("a record of another width")
	}
	p := Part{Indicator: newColumn(n), Rater: newColumn(n), Score: make([]uint8, n)}
	for range o.Others {
		p.Others = append(p.Others, newColumn(n))
	}
	if p.Before = before; o.KeepReasons {
		p.Reasons = make([]Span, n)
	}
	score, rater, indicator, lesson, reason := o.Score, o.Rater, o.Indicator, o.Lesson, o.Reason
	ofLesson, longest, reasons := uint32(0), uint32(0), w.reasons
	for i := range n {
		ends := w.ends[i*o.Width : i*o.Width+o.Width+1] // of the record's fields, after the one before
		if b[ends[o.Width]] != '\n' {
			return irregular("a record of another width")
		}
		code, ok := w.score(w.field(b, ends[score], ends[score+1]))
		if !ok {
			return irregular("over %d different scores", mostScores)
		}
		p.Score[i] = code
		p.Rater.set(i, w.raters.code(w.field(b, ends[rater], ends[rater+1])))
		if indicator >= 0 {
			p.Indicator.set(i, w.indicators.code(w.field(b, ends[indicator], ends[indicator+1])))
		}
		if lesson >= 0 {
			ofLesson = w.lessons.code(w.field(b, ends[lesson], ends[lesson+1]))
		}
		p.follow(ofLesson)
		if reason >= 0 {
			from, to := ends[reason]+1, ends[reason+1]
			if first := b[from]; p.Reasons != nil {
				p.Reasons[i] = w.reason(b, from, to)
			} else if from < to && first > '"' && first < utf8.RuneSelf {
				w.reasons++ // plain letters
				longest = max(longest, to-from)
			} else {
				w.reason(b, from, to)
			}
		}
		for c, k := range o.Others {
			text := w.field(b, ends[k], ends[k+1])
			if w.dated[c] {
				text = date(text)
			}
			p.Others[c].set(i, w.others[c].code(text))
		}
		if o.CountBy >= 0 && w.reasons > reasons {
			w.countBy(p.Others[o.CountBy].At(i))
			reasons = w.reasons
		}
	}
	w.longest = max(w.longest, int(longest))
	w.parts = append(w.parts, p)
	if n := w.widest(); n > mostText {
		return irregular("over 2 GiB of different texts")
	}
	return nil
}

// countBy counts a reason by a code.
func (w *worker) countBy(code uint32) {
	for int(code) >= len(w.by) {
		w.by = append(w.by, 0)
	}
	w.by[code]++
}

// date returns a time without its time of day, so that there are few.
func date(text []byte) []byte {
	end := bytes.IndexByte(text, ':')
	for end > 0 && '0' <= text[end-1] && text[end-1] <= '9' {
		end--
	}
	if end <= 0 {
		return text
	}
	return bytes.TrimRight(text[:end], " T,")
}

// mostText bounds the bytes of the distinct texts of a column.
const mostText = 2 << 30

// widest returns the bytes of the texts of the column that has the most.
func (w *worker) widest() int {
	n := 0
	for _, d := range append([]*dictionary{w.raters, w.lessons, w.indicators, w.scores}, w.others...) {
		n = max(n, len(d.text))
	}
	return n
}

// reason returns where a reason stands, from one byte of the block to before
// another.
func (w *worker) reason(b []byte, from, to uint32) Span {
	if from < to && b[to] == '\n' && b[to-1] == '\r' {
		to--
	}
	raw := b[from:to]
	if len(raw) == 0 {
		return Span{}
	}
	// Plain letters say something; the rest is looked at.
	first := raw[0]
	if first == '"' && len(raw) > 2 {
		first = raw[1]
	}
	if (first <= '"' || first >= utf8.RuneSelf) && w.o.Blank != nil && w.o.Blank(Unquote(raw)) {
		return Span{}
	}
	w.longest = max(w.longest, len(raw))
	w.reasons++
	return Span{from, uint32(len(raw))}
}

// score codes the text of a score; false where there are too many.
func (w *worker) score(text []byte) (uint8, bool) {
	if len(text) == 1 && w.single[text[0]] > 0 {
		return uint8(w.single[text[0]] - 1), true
	}
	code := w.scores.code(text)
	if code >= mostScores {
		return 0, false
	}
	if len(text) == 1 {
		w.single[text[0]] = uint16(code) + 1
	}
	return uint8(code), true
}

// shard returns what the worker read.
func (w *worker) shard() Shard {
	if w.o.Lesson < 0 {
		w.lessons.code(nil)
	}
	if w.o.Indicator < 0 {
		w.indicators.code(nil)
	}
	s := Shard{
		Raters: w.raters.texts(), Lessons: w.lessons.texts(),
		Indicators: w.indicators.texts(), Scores: w.scores.texts(), Parts: w.parts, LongestReason: w.longest, Reasons: w.reasons, ReasonsBy: w.by,
	}
	for _, d := range w.others {
		s.Others = append(s.Others, d.texts())
	}
	return s
}
