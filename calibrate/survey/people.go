package survey

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/naming"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/gap"
)

// A matching pairs the people of two rounds by name.
type matching struct {
	both    [][2]int
	unknown bool // the answers carry no names
	alike   [][2]string
}

// matchPeople pairs people by name, case and spaces aside, and lists names that
// may be one person.
func matchPeople(first, last []string) matching {
	var m matching
	at := map[string]int{}
	named := [2]int{}
	for p, name := range first {
		if key := folded(name); key != "" {
			at[key] = p
			named[0]++
		}
	}
	var came []string
	for p, name := range last {
		key := folded(name)
		if key == "" {
			continue
		}
		named[1]++
		if k, ok := at[key]; ok {
			m.both = append(m.both, [2]int{k, p})
			delete(at, key)
		} else {
			came = append(came, name)
		}
	}
	m.unknown = named[0] == 0 || named[1] == 0
	for _, p := range at {
		for _, name := range came {
			if naming.Like(first[p], name) {
				m.alike = append(m.alike, [2]string{first[p], name})
			}
		}
	}
	slices.SortFunc(m.alike, func(a, b [2]string) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return m
}

func folded(name string) string { return strings.ToLower(strings.Join(strings.Fields(name), " ")) }

// pick returns a dimension of the people in both: side 0 of the first round, 1
// of the last.
func (m *matching) pick(d gap.Dimension, side int) gap.Dimension {
	out := d
	out.Is, out.Should = make([]stats.Number, len(m.both)), make([]stats.Number, len(m.both))
	for k, pair := range m.both {
		out.Is[k], out.Should[k] = d.Is[pair[side]], d.Should[pair[side]]
	}
	return out
}
