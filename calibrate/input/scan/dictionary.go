package scan

// dictionary codes texts by first appearance. It expects runs and repeated
// orders: it tries the text before, then the text that last followed it, and
// only then hashes.
type dictionary struct {
	texts []string
	codes map[string]uint32
	after []uint32 // the code that last followed each code
	last  uint32
}

func newDictionary() *dictionary { return &dictionary{codes: map[string]uint32{}} }

// code returns the code of a text.
func (d *dictionary) code(text []byte) uint32 {
	if len(d.texts) == 0 {
		return d.add(text)
	}
	if d.texts[d.last] == string(text) {
		return d.last
	}
	if next := d.after[d.last]; d.texts[next] == string(text) {
		d.last = next
		return next
	}
	code, ok := d.codes[string(text)]
	if !ok {
		return d.add(text)
	}
	d.after[d.last] = code
	d.last = code
	return code
}

// add gives a new text the next code.
func (d *dictionary) add(text []byte) uint32 {
	code := uint32(len(d.texts))
	s := string(text)
	d.texts = append(d.texts, s)
	d.codes[s] = code
	if code > 0 {
		d.after[d.last] = code
	}
	d.after = append(d.after, 0)
	d.last = code
	return code
}

// densest is the number of indicators up to which the items of a lesson are
// found by position: no hashing, and a row of at most a kilobyte a lesson.
const densest = 256

// pairs codes pairs of a lesson and an indicator.
type pairs struct {
	list  []Pair
	rows  [][]uint32      // by lesson and indicator: the code and one, 0 for none
	codes map[Pair]uint32 // of indicators beyond the densest

	widest int // of the rows
}

func newPairs() *pairs { return &pairs{codes: map[Pair]uint32{}} }

// code returns the code of a pair.
func (p *pairs) code(lesson, indicator uint32) uint32 {
	if indicator >= densest {
		return p.sparse(Pair{lesson, indicator})
	}
	for int(lesson) >= len(p.rows) {
		p.rows = append(p.rows, nil)
	}
	row := p.rows[lesson]
	if int(indicator) >= len(row) {
		// The lessons before say how many indicators to expect.
		p.widest = max(p.widest, int(indicator)+1)
		row = append(row, make([]uint32, p.widest-len(row))...)
		p.rows[lesson] = row
	}
	if row[indicator] == 0 {
		p.list = append(p.list, Pair{lesson, indicator})
		row[indicator] = uint32(len(p.list))
	}
	return row[indicator] - 1
}

// sparse codes a pair by hashing.
func (p *pairs) sparse(pair Pair) uint32 {
	code, ok := p.codes[pair]
	if !ok {
		code = uint32(len(p.list))
		p.list = append(p.list, pair)
		p.codes[pair] = code
	}
	return code
}
