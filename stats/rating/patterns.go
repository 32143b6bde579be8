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

// patterns groups the rows whose keys are equal.
func patterns[K comparable](rows int, key func(row int) K) Patterns {
	p := Patterns{Of: make([]int32, rows)}
	groups := inParts(rows, func(from, to int) group[K] { return groupRows(p.Of[from:to], from, key) })
	// Patterns of the parts in turn: the numbers by first appearance.
	seen := map[K]int32{}
	to := make([][]int32, len(groups))
	for i, g := range groups {
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
	sideBySide(len(groups)-1, func(i int) { // the numbers of the first part are the final ones
		of := groups[i+1].of
		for row, local := range of {
			of[row] = to[i+1][local]
		}
	})
	return p
}

// group is the patterns of some rows, by first appearance.
type group[K comparable] struct {
	of    []int32 // pattern of each row
	keys  []K
	first []int32
	times []int
}

// groupRows groups the rows from a first one on, and notes in of which pattern
// each shows.
func groupRows[K comparable](of []int32, first int, key func(row int) K) group[K] {
	g := group[K]{of: of}
	seen := map[K]int32{}
	for i := range of {
		k := key(first + i)
		code, ok := seen[k]
		if !ok {
			code = int32(len(g.keys))
			seen[k] = code
			g.keys, g.first, g.times = append(g.keys, k), append(g.first, int32(first+i)), append(g.times, 0)
		}
		of[i] = code
		g.times[code]++
	}
	return g
}
