package rating

import (
	"encoding/binary"
	"runtime"
)

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
	// Where the counts fit side by side into a word, the word is the key.
	if bits := 64 / max(1, m.Levels()); bits > 0 && m.longest() < 1<<bits {
		return patterns(m.Items(), func(row int) (key uint64) {
			_, levels := m.Row(row)
			for _, k := range levels {
				key += 1 << (bits * int(k))
			}
			return key
		})
	}
	counts := make([]uint32, m.Levels())
	return patterns(m.Items(), func(row int) string {
		clear(counts)
		_, levels := m.Row(row)
		for _, k := range levels {
			counts[k]++
		}
		var key []byte
		for _, n := range counts {
			key = binary.AppendUvarint(key, uint64(n))
		}
		return string(key)
	})
}

// longest returns the number of ratings of the item that has the most.
func (m *Matrix) longest() int {
	longest := 0
	for _, row := range m.rows {
		longest = max(longest, int(m.start[row+1]-m.start[row]))
	}
	return longest
}

// ByRatings returns the patterns of rows in which the same raters gave the
// same levels.
func (m *Matrix) ByRatings() Patterns {
	return patterns(m.Items(), func(row int) string {
		var key []byte
		raters, levels := m.Row(row)
		for j, g := range raters {
			key = binary.AppendUvarint(key, uint64(g))
			key = binary.AppendUvarint(key, uint64(levels[j]))
		}
		return string(key)
	})
}

// manyRows is the number of rows from which on they are grouped in parts side
// by side.
const manyRows = 1 << 16

// patterns groups the rows whose keys are equal.
func patterns[K comparable](rows int, key func(row int) K) Patterns {
	parts := 1
	if rows > manyRows {
		parts = runtime.GOMAXPROCS(0)
	}
	p := Patterns{Of: make([]int32, rows)}
	grouped := make([]group[K], parts)
	sideBySide(parts, func(i int) { grouped[i] = groupRows(p.Of, i*rows/parts, (i+1)*rows/parts, key) })
	// Patterns of the parts in turn: the numbers by first appearance.
	seen := map[K]int32{}
	to := make([][]int32, parts)
	for i, g := range grouped {
		for local, k := range g.keys {
			code, ok := seen[k]
			if !ok {
				code = int32(len(p.First))
				seen[k] = code
				p.First, p.Times = append(p.First, g.first[local]), append(p.Times, 0)
			}
			p.Times[code] += g.times[local]
			to[i] = append(to[i], code)
		}
	}
	sideBySide(parts, func(i int) {
		if i == 0 {
			return // the numbers of the first part are the final ones
		}
		of := p.Of[i*rows/parts : (i+1)*rows/parts]
		for row, local := range of {
			of[row] = to[i][local]
		}
	})
	return p
}

// group is the patterns of some rows, by first appearance.
type group[K comparable] struct {
	keys  []K
	first []int32
	times []int
}

// groupRows groups the rows from one to before another, and notes in of which
// pattern each row shows.
func groupRows[K comparable](of []int32, from, to int, key func(row int) K) (g group[K]) {
	seen := map[K]int32{}
	for row := from; row < to; row++ {
		k := key(row)
		code, ok := seen[k]
		if !ok {
			code = int32(len(g.keys))
			seen[k] = code
			g.keys, g.first, g.times = append(g.keys, k), append(g.first, int32(row)), append(g.times, 0)
		}
		of[row] = code
		g.times[code]++
	}
	return g
}
