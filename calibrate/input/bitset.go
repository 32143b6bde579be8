package input

import (
	"iter"
	"math/bits"
)

// A bitset is a set of small numbers that can tell which of its members, in
// order, a number is.
type bitset struct {
	words  []uint64
	before []uint32 // members before each word
}

// newBitset returns an empty set of numbers below size.
func newBitset(size int) *bitset { return &bitset{words: make([]uint64, size/64+1)} }

// add adds a number.
func (b *bitset) add(i int) { b.words[i>>6] |= 1 << (i & 63) }

// or adds the members of another set of the same size.
func (b *bitset) or(other *bitset) {
	for i, w := range other.words {
		b.words[i] |= w
	}
}

// rank counts the members, so that at and count can tell.
func (b *bitset) rank() {
	b.before = make([]uint32, len(b.words)+1)
	for i, w := range b.words {
		b.before[i+1] = b.before[i] + uint32(bits.OnesCount64(w))
	}
}

// count returns the number of members.
func (b *bitset) count() int { return int(b.before[len(b.words)]) }

// at returns how many members are below a member.
func (b *bitset) at(i int) int {
	return int(b.before[i>>6]) + bits.OnesCount64(b.words[i>>6]&(1<<(i&63)-1))
}

// all yields the members in order.
func (b *bitset) all() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, w := range b.words {
			for ; w != 0; w &= w - 1 {
				if !yield(i<<6 + bits.TrailingZeros64(w)) {
					return
				}
			}
		}
	}
}
