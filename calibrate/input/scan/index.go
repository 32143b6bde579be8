package scan

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"slices"
)

// marks are one bit a byte of 64 bytes of input.
type marks struct{ quote, delimiter, newline, odd uint64 }

// repeated is a byte in every byte of a word.
func repeated(c byte) uint64 { return 0x0101010101010101 * uint64(c) }

const (
	low7 = 0x7f7f7f7f7f7f7f7f
	high = 0x8080808080808080
	// gather moves the high bit of each byte, shifted to the lowest, into the
	// top byte of the product, the first byte's bit lowest.
	gather = 0x0102040810204080
)

// equal returns one bit a byte of the word, set where the byte is c's. It is
// exact: no borrow runs from one byte into the next.
func equal(word, c uint64) uint64 {
	x := word ^ c
	x = ^((x&low7 + low7) | x | low7) // high bit set where the byte was zero
	return (x >> 7) * gather >> 56
}

// scan64 finds the structural bytes of 64 bytes.
func scan64(b []byte, delimiter uint64) marks {
	var m marks
	_ = b[63]
	for i := 0; i < 64; i += 8 {
		word := binary.LittleEndian.Uint64(b[i:])
		m.quote |= equal(word, repeated('"')) << i
		m.delimiter |= equal(word, delimiter) << i
		m.newline |= equal(word, repeated('\n')) << i
		// Carriage returns and NUL bytes are rare: one test for both, as bytes
		// below 16 that are no newline and no tab, looked at one by one.
		if low := below16(word); low != 0 {
			m.odd |= oddBytes(word) << i
		}
	}
	return m
}

// ends64 finds the bytes of 64 that are one of two: where fields end.
func ends64(b []byte, delimiter, newline uint64) uint64 {
	var m uint64
	_ = b[63]
	for i := 0; i < 64; i += 8 {
		word := binary.LittleEndian.Uint64(b[i:])
		x, y := word^delimiter, word^newline
		x, y = x&low7+low7|x, y&low7+low7|y // high bit clear where the byte was zero
		m |= (^(x & y) & high >> 7) * gather >> 56 << i
	}
	return m
}

// asciiEnds64 is ends64 for ASCII; false where a byte is none.
func asciiEnds64(b []byte, delimiter, newline uint64) (uint64, bool) {
	var m, all uint64
	_ = b[63]
	for i := 0; i < 64; i += 8 {
		word := binary.LittleEndian.Uint64(b[i:])
		all |= word
		// No byte is over 127, so none borrows: the high bit stays where the byte
		// was zero.
		x, y := high-(word^delimiter), high-(word^newline)
		m |= ((x | y) & high >> 7) * gather >> 56 << i
	}
	return m, all&high == 0
}

// isPlain reports whether a block holds no quote, carriage return or NUL.
func isPlain(b []byte) bool {
	return bytes.IndexByte(b, '"') < 0 && bytes.IndexByte(b, '\r') < 0 && bytes.IndexByte(b, 0) < 0
}

// below16 is not zero where a byte of the word is under 16 and none of \t, \n.
func below16(word uint64) uint64 {
	x := word & 0xf0f0f0f0f0f0f0f0
	return ^((x&low7 + low7) | x | low7)
}

// oddBytes marks carriage returns and NUL bytes.
func oddBytes(word uint64) uint64 {
	return equal(word, repeated('\r')) | equal(word, 0)
}

// inside turns quote marks into the bytes that lie between an opening quote
// and its closing one: the prefix sum of the bits modulo 2. carry is all ones
// where the bytes before ended inside quotes.
func inside(quotes, carry uint64) uint64 {
	quotes ^= quotes << 1
	quotes ^= quotes << 2
	quotes ^= quotes << 4
	quotes ^= quotes << 8
	quotes ^= quotes << 16
	quotes ^= quotes << 32
	return quotes ^ carry
}

// lowest returns the position of the lowest bit and the mask without it.
func lowest(mask uint64) (int, uint64) { return bits.TrailingZeros64(mask), mask & (mask - 1) }

// appendBits appends the positions of a mask's bits, counted from at. It
// writes eight at a time, whether there are eight or not: no branch hangs on
// their number.
func appendBits(list []uint32, mask uint64, at int) []uint32 {
	n, have := bits.OnesCount64(mask), len(list)
	if cap(list) < have+64 {
		list = slices.Grow(list, max(have, 64))
	}
	room := list[have : have+64]
	for k := 0; k < n; k += 8 {
		eight := room[k : k+8 : k+8]
		for j := range eight {
			eight[j] = uint32(at + bits.TrailingZeros64(mask))
			mask &= mask - 1
		}
	}
	return list[:have+n]
}
