package variance

// A system computes what REML needs of the model's covariance
//
//	V = Σ θ_t Z_t Z_t' + θ_e I,  P = V⁻¹ − V⁻¹X(X'V⁻¹X)⁻¹X'V⁻¹
//
// without ever forming V. Components may be zero; the residual may not.
type system interface {
	// factor prepares the other methods for the components of the terms,
	// then of the residual. It reports whether V is positive definite.
	factor(theta []float64) bool
	// logDet returns log|V| + log|X'V⁻¹X|.
	logDet() float64
	// project returns Pv.
	project(v []float64) []float64
	// traces returns tr(P V_t) for the terms, then for the residual.
	traces() []float64
	// leverage returns the diagonal of Z_t'P Z_t.
	leverage(t int) []float64
}

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

func cube(n int) float64 { return float64(n) * float64(n) * float64(n) }
