package layout

// structureRows is how many rows a structure is judged by.
const structureRows = 20_000

// hash puts the codes of some columns of a row together; it is false where one
// is empty.
func (f *frame) hash(which []int, k int) (uint64, bool) {
	h, all := uint64(14695981039346656037), true
	for _, i := range which {
		code := f.code(i)[k]
		all = all && code >= 0
		h = (h ^ uint64(code+2)) * 1099511628211
		h ^= h >> 29
	}
	return h, all
}

// determines reports whether columns say of each row what another column
// holds.
func (f *frame) determines(by []int, other int) bool {
	rows := len(f.rows)
	if rows > structureRows {
		rows = structureRows
	}
	said := map[uint64]int32{}
	codes := f.code(other)
	for k := range rows {
		h, _ := f.hash(by, k)
		before, ok := said[h]
		if ok && before != codes[k] {
			return false
		}
		said[h] = codes[k]
	}
	return true
}

// oneToOne reports whether two columns name the same things.
func (f *frame) oneToOne(a, b int) bool {
	return f.determines([]int{a}, b) && f.determines([]int{b}, a)
}
