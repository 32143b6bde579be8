package rating

import "encoding/binary"

// Patterns says which rows of a Matrix are alike. A statistic that cannot
// tell two rows apart is computed once for both, which is what makes a
// bootstrap of many items cheap. Patterns are numbered by first appearance.
type Patterns struct {
	Of    []int32 // pattern of each row
	First []int32 // first row that shows each pattern
	Times []int   // rows that show each pattern
}

// ByCounts returns the patterns of rows in which as many raters gave each
// level, whoever they are.
func (m *Matrix) ByCounts() Patterns {
	counts := make([]uint32, m.Levels())
	return m.patterns(func(key []byte, row int) []byte {
		clear(counts)
		_, levels := m.Row(row)
		for _, k := range levels {
			counts[k]++
		}
		for _, n := range counts {
			key = binary.AppendUvarint(key, uint64(n))
		}
		return key
	})
}

// ByRatings returns the patterns of rows in which the same raters gave the
// same levels.
func (m *Matrix) ByRatings() Patterns {
	return m.patterns(func(key []byte, row int) []byte {
		raters, levels := m.Row(row)
		for j, g := range raters {
			key = binary.AppendUvarint(key, uint64(g))
			key = binary.AppendUvarint(key, uint64(levels[j]))
		}
		return key
	})
}

// patterns groups the rows whose keys are equal.
func (m *Matrix) patterns(appendKey func(key []byte, row int) []byte) Patterns {
	p := Patterns{Of: make([]int32, m.Items())}
	seen := map[string]int32{}
	var key []byte
	for i := range m.Items() {
		key = appendKey(key[:0], i)
		code, ok := seen[string(key)]
		if !ok {
			code = int32(len(p.First))
			seen[string(key)] = code
			p.First = append(p.First, int32(i))
			p.Times = append(p.Times, 0)
		}
		p.Of[i] = code
		p.Times[code]++
	}
	return p
}
