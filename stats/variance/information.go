package variance

import (
	"context"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// information returns the expected information of the components at the end
// of an ascent, those at zero included:
//
//	I_ts = ½ tr(P V_t P V_s) = −½ ∂tr(P V_t)/∂θ_s
//
// (Searle, Casella & McCulloch 1992, 6.6), by a difference of the traces, each
// over a hundred-thousandth of the component's scale.
func information(ctx context.Context, a *ascent) (*mat.SymDense, error) {
	n := len(a.theta)
	base := a.traces
	if base == nil {
		if !a.sys.factor(a.theta) {
			return nil, nil
		}
		base = a.sys.traces()
	}
	slopes := mat.NewDense(n, n, nil)
	for s := range n {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		theta := slices.Clone(a.theta)
		h := 1e-5 * a.levels(s) / base[s]
		theta[s] += h
		if !a.sys.factor(theta) {
			return nil, nil
		}
		for t, trace := range a.sys.traces() {
			slopes.Set(t, s, (base[t]-trace)/(2*h))
		}
	}
	info := mat.NewSymDense(n, nil)
	for t := range n {
		for s := range t + 1 {
			info.SetSym(t, s, (slopes.At(t, s)+slopes.At(s, t))/2)
		}
	}
	return info, nil
}
