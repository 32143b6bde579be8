package column

import "github.com/cb401426/calibrate/calibrate/input/cell"

// StructureRows is how many rows a structure is judged by.
const StructureRows = 20_000

// Hash puts the codes of some columns of a row together; it is false where one
// is empty.
func (f *Frame) Hash(which []int, k int) (uint64, bool) {
	h, all := uint64(14695981039346656037), true
	for _, i := range which {
		code := f.Code(i)[k]
		all = all && code >= 0
		h = (h ^ uint64(code+2)) * 1099511628211
		h ^= h >> 29
	}
	return h, all
}

// Determines reports whether columns say of each row what another column
// holds.
func (f *Frame) Determines(by []int, other int) bool {
	rows := len(f.Rows)
	if rows > StructureRows {
		rows = StructureRows
	}
	said := map[uint64]int32{}
	codes := f.Code(other)
	for k := range rows {
		h, _ := f.Hash(by, k)
		before, ok := said[h]
		if ok && before != codes[k] {
			return false
		}
		said[h] = codes[k]
	}
	return true
}

// OneToOne reports whether two columns name the same things.
func (f *Frame) OneToOne(a, b int) bool {
	return f.Determines([]int{a}, b) && f.Determines([]int{b}, a)
}

// Code returns the codes of a column's cells in all rows; -1 for none.
func (f *Frame) Code(i int) []int32 {
	c := &f.Columns[i]
	if c.codes != nil || len(f.Rows) == 0 {
		return c.codes
	}
	c.codes = make([]int32, len(f.Rows))
	seen := map[string]int32{}
	for k, row := range f.Rows {
		text := f.Sheet.At(row, c.Index)
		if text == "" {
			c.codes[k] = -1
			continue
		}
		code, ok := seen[text]
		if !ok {
			key := cell.Fold(text)
			if code, ok = seen[key]; !ok {
				code = int32(len(seen))
				seen[key] = code
			}
			seen[text] = code
		}
		c.codes[k] = code
	}
	return c.codes
}
