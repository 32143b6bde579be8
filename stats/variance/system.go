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
