package variance

// maxDense is the order of the largest dense matrices that a fit may hold, of
// which it needs a handful: an eighth of a gigabyte each.
const maxDense = 4000

// maxWork is the most work, in multiplications for one solution of the model,
// that REML is done for: a fit takes about fifty.
const maxWork = 1e9

// newSystem returns the cheaper of the two systems for a design, or nil where
// both need a dense matrix of an order above limit, or more work than most.
func newSystem(d *design, limit int, most float64) system {
	kept := absorbedSize(d)
	g, cost := bestLayers(d, limit)
	switch {
	case g != nil && (cost < cube(kept) || kept > limit):
		if cost > most {
			return nil
		}
		return newScaled(d, newLayered(d, g))
	case kept > limit || cube(kept) > most:
		return nil
	}
	return newAbsorbed(d)
}
