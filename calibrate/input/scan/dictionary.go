package scan

import (
	"encoding/binary"
	"math/bits"
)

// dictionary codes texts by first appearance. It expects runs and repeated
// orders: it tries the text before, then the text that last followed it, and
// only then hashes.
type dictionary struct {
	text    []byte   // all texts, one behind the other
	entries []entry  // by code
	slots   []uint32 // a hash table with open addressing: the code and one, 0 for none
	last    uint32
}

// entry is a text: its key, where it starts, and the code that last followed
// it.
type entry struct {
	key
	start, next uint32
}

// key is the text itself, up to 16 bytes, then zeros: no text holds a NUL. Of
// a longer text it is the first and the last 8 bytes.
type key struct {
	first, last uint64
	size        uint32
}

// short is the size up to which a key is the whole text.
const short = 16

func newDictionary() *dictionary { return &dictionary{slots: make([]uint32, 1<<8)} }

// masks holds the bits of the texts of each size in the two words of a key.
var masks = func() (m [short + 1][2]uint64) {
	for n := range m {
		m[n] = [2]uint64{1<<(8*min(n, 8)) - 1, 1<<(8*max(n-8, 0)) - 1}
	}
	return m
}()

// keyOf returns a text's key.
func keyOf(text []byte) key {
	n := len(text)
	if n > short {
		return key{binary.LittleEndian.Uint64(text), binary.LittleEndian.Uint64(text[n-8:]), uint32(n)}
	}
	var words [short]byte
	copy(words[:], text)
	return key{binary.LittleEndian.Uint64(words[:]), binary.LittleEndian.Uint64(words[8:]), uint32(n)}
}

// code returns the code of a text.
func (d *dictionary) code(text []byte) uint32 {
	var k key
	if n := len(text); n <= short && cap(text) >= short {
		// What stands behind the text is taken with it and masked: far faster.
		words, mask := text[:short], &masks[n]
		k = key{binary.LittleEndian.Uint64(words) & mask[0], binary.LittleEndian.Uint64(words[8:]) & mask[1], uint32(n)}
	} else {
		k = keyOf(text)
	}
	if int(d.last) >= len(d.entries) {
		return d.find(k, text)
	}
	e := &d.entries[d.last]
	if e.key == k && d.whole(d.last, text) {
		return d.last
	}
	if next := e.next; d.entries[next].key == k && d.whole(next, text) {
		d.last = next
		return next
	}
	code := d.find(k, text)
	d.entries[d.last].next = code
	d.last = code
	return code
}

// whole reports whether a text with the key of a code's is that code's.
func (d *dictionary) whole(code uint32, text []byte) bool {
	return len(text) <= short || string(d.at(code)) == string(text)
}

// at returns the text of a code.
func (d *dictionary) at(code uint32) []byte {
	e := &d.entries[code]
	return d.text[e.start : e.start+e.size]
}

// texts returns all texts by code. They share one string.
func (d *dictionary) texts() []string {
	all, list := string(d.text), make([]string, len(d.entries))
	for i, e := range d.entries {
		list[i] = all[e.start : e.start+e.size]
	}
	return list
}

// find looks a text up in the table, and gives a new one the next code.
func (d *dictionary) find(k key, text []byte) uint32 {
	mask := uint64(len(d.slots) - 1)
	at := k.hash(text) & mask
	for d.slots[at] != 0 {
		if code := d.slots[at] - 1; d.entries[code].key == k && d.whole(code, text) {
			return code
		}
		at = (at + 1) & mask
	}
	code := uint32(len(d.entries))
	d.entries = append(d.entries, entry{key: k, start: uint32(len(d.text))})
	d.text = append(d.text, text...)
	d.slots[at] = code + 1
	if 2*len(d.entries) > len(d.slots) {
		d.widen()
	}
	return code
}

// widen doubles the table.
func (d *dictionary) widen() {
	d.slots = make([]uint32, 2*len(d.slots))
	mask := uint64(len(d.slots) - 1)
	for code := range d.entries {
		at := d.entries[code].hash(d.at(uint32(code))) & mask
		for d.slots[at] != 0 {
			at = (at + 1) & mask
		}
		d.slots[at] = uint32(code) + 1
	}
}

// hash mixes a key, and what lies in the middle of a long text.
func (k key) hash(text []byte) uint64 {
	h := mix(k.first^0x9e3779b97f4a7c15, k.last^uint64(k.size)^0xd1b54a32d192ed03)
	for i := 8; i+8 < len(text) && len(text) > short; i += 8 {
		h = mix(h^binary.LittleEndian.Uint64(text[i:]), 0x94d049bb133111eb)
	}
	return h
}

// mix folds the product of two words.
func mix(a, b uint64) uint64 {
	high, low := bits.Mul64(a, b)
	return high ^ low
}
