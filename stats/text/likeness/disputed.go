package likeness

// What makes facts disputed: so many reasons on a side, and so large a share
// of the pairs across that say the contrary, and so small a one within.
const (
	leastDisputing = 2
	mostAcross     = 0.5
	mostWithin     = 0.25
	leastAbout     = 0.4  // of the pairs across are about one thing
	oneSubject     = 0.06 // similarity from which two reasons are
)

// Disputed reports whether the facts are disputed between two sides of an
// item: the reasons are about one thing, those of one side say the contrary of
// those of the other, and neither side contradicts itself. It returns the pair
// that says it most plainly. It is read from words: a hint to watch again.
func (c *Corpus) Disputed(low, high []int) (i, j int, ok bool) {
	for _, contrary := range []func(a, b claim, similar float64) bool{claim.contrary, claim.unequal} {
		if i, j, ok = c.disputed(low, high, contrary); ok {
			return i, j, ok
		}
	}
	return -1, -1, false
}

func (c *Corpus) disputed(low, high []int, contrary func(a, b claim, similar float64) bool) (i, j int, ok bool) {
	across, pairs, best := 0, 0, -1.0
	lows, highs := map[int]bool{}, map[int]bool{}
	i, j = -1, -1
	for _, a := range low {
		for _, b := range high {
			similar := c.Similarity(a, b)
			if similar < oneSubject {
				continue
			}
			pairs++
			if !contrary(c.claims[a], c.claims[b], similar) {
				continue
			}
			across++
			lows[a], highs[b] = true, true
			if similar > best {
				best, i, j = similar, a, b
			}
		}
	}
	if len(lows) < leastDisputing || len(highs) < leastDisputing ||
		float64(pairs) < leastAbout*float64(len(low)*len(high)) || float64(across) < mostAcross*float64(pairs) {
		return -1, -1, false
	}
	within, same := 0, 0
	for _, side := range [][]int{low, high} {
		for k, a := range side {
			for _, b := range side[:k] {
				if similar := c.Similarity(a, b); similar >= oneSubject {
					same++
					if contrary(c.claims[a], c.claims[b], similar) {
						within++
					}
				}
			}
		}
	}
	return i, j, float64(within) <= mostWithin*float64(max(1, same))
}
