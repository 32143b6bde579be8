package rounds

import (
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
)

// stages splits rounds into those of independent votes, in their order, and the
// second votes that belong to them. A second vote without a first is left out.
func (s *series) stages() (order []int32, revotes map[int32]int32, alone []string) {
	revotes = map[int32]int32{}
	first := map[string]int32{}
	for _, code := range s.order {
		if base, revote := header.SecondVote(s.table.Rounds()[code]); !revote {
			first[base] = code
			order = append(order, code)
		}
	}
	for _, code := range s.order {
		base, revote := header.SecondVote(s.table.Rounds()[code])
		if !revote {
			continue
		}
		if of, ok := first[base]; ok {
			revotes[of] = code
		} else {
			alone = append(alone, s.table.Rounds()[code])
		}
	}
	return order, revotes, alone
}
