package scan

import "math"

// A Column holds one code a record: in 16 bits, and the upper halves only
// where a code needs them.
type Column struct{ low, high []uint16 }

// newColumn returns a Column of so many zeros.
func newColumn(records int) Column { return Column{low: make([]uint16, records)} }

// At returns the code of a record.
func (c *Column) At(record int) uint32 {
	if c.high != nil {
		return uint32(c.low[record]) | uint32(c.high[record])<<16
	}
	return uint32(c.low[record])
}

// set sets the code of a record.
func (c *Column) set(record int, code uint32) {
	c.low[record] = uint16(code)
	if code > math.MaxUint16 {
		c.setHigh(record, uint16(code>>16))
	}
}

func (c *Column) setHigh(record int, half uint16) {
	if c.high == nil {
		c.high = make([]uint16, len(c.low))
	}
	c.high[record] = half
}
