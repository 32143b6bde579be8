package scan

// mostDistinct bounds the distinct texts of one column.
const mostDistinct = 1 << 28

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

// pairs codes pairs of codes in the same way.
type pairs struct {
	list  []uint64
	codes map[uint64]uint32
	after []uint32
	last  uint32
}

func newPairs() *pairs { return &pairs{codes: map[uint64]uint32{}} }

// code returns the code of a pair.
func (p *pairs) code(a, b uint32) uint32 {
	key := uint64(a)<<32 | uint64(b)
	if len(p.list) > 0 {
		if p.list[p.last] == key {
			return p.last
		}
		if next := p.after[p.last]; p.list[next] == key {
			p.last = next
			return next
		}
		if code, ok := p.codes[key]; ok {
			p.after[p.last] = code
			p.last = code
			return code
		}
	}
	code := uint32(len(p.list))
	p.list = append(p.list, key)
	p.codes[key] = code
	if code > 0 {
		p.after[p.last] = code
	}
	p.after = append(p.after, 0)
	p.last = code
	return code
}
