package scan

// A Column holds one code a record, in as many bytes as the highest code
// needs: a plane of the lowest bytes, and one of each next where any code has
// one.
type Column struct{ planes [4][]uint8 }

// newColumn returns a Column of so many zeros.
func newColumn(records int) Column { return Column{[4][]uint8{make([]uint8, records)}} }

// At returns the code of a record.
func (c *Column) At(record int) uint32 {
	if c.planes[1] != nil {
		return c.wide(record)
	}
	return uint32(c.planes[0][record])
}

func (c *Column) wide(record int) (code uint32) {
	for i, plane := range c.planes {
		if plane != nil {
			code |= uint32(plane[record]) << (8 * i)
		}
	}
	return code
}

// set sets the code of a record.
func (c *Column) set(record int, code uint32) {
	c.planes[0][record] = uint8(code)
	if code >= 1<<8 {
		c.setWide(record, code)
	}
}

func (c *Column) setWide(record int, code uint32) {
	for i := 1; i < len(c.planes) && code>>(8*i) != 0; i++ {
		if c.planes[i] == nil {
			c.planes[i] = make([]uint8, len(c.planes[0]))
		}
		c.planes[i][record] = uint8(code >> (8 * i))
	}
}
