package weight

import (
	"fmt"
	"math"
)

// A Matrix holds the weight of each two of its levels, in [0, 1], with 1 on
// the diagonal.
type Matrix struct {
	levels  int
	weights []float64 // row by row
}

// newMatrix returns the symmetric Matrix of the weights of k < l.
func newMatrix(levels int, weight func(k, l int) float64) Matrix {
	m := Matrix{levels, make([]float64, levels*levels)}
	for k := range levels {
		m.weights[k*levels+k] = 1
		for l := k + 1; l < levels; l++ {
			w := weight(k, l)
			m.weights[k*levels+l], m.weights[l*levels+k] = w, w
		}
	}
	return m
}

// fromDistance returns the Matrix 1 − d/max d. Where no distance is above 0,
// all weights are 1.
func fromDistance(levels int, d func(k, l int) float64) Matrix {
	highest := 0.0
	for k := range levels {
		for l := k + 1; l < levels; l++ {
			highest = max(highest, d(k, l))
		}
	}
	if highest == 0 {
		highest = 1
	}
	return newMatrix(levels, func(k, l int) float64 { return 1 - d(k, l)/highest })
}

// Levels returns the number of levels, q.
func (m Matrix) Levels() int { return m.levels }

// At returns the weight of levels k and l.
func (m Matrix) At(k, l int) float64 { return m.weights[k*m.levels+l] }

// Row returns the weights of level k with each level. Read it only.
func (m Matrix) Row(k int) []float64 { return m.weights[k*m.levels : (k+1)*m.levels] }

// Total returns the sum of all weights, T_w.
func (m Matrix) Total() float64 {
	var sum float64
	for _, w := range m.weights {
		sum += w
	}
	return sum
}

// Form returns Σ_kl w_kl x_k y_l.
func (m Matrix) Form(x, y []float64) float64 {
	var sum float64
	for k, xk := range x {
		if xk == 0 {
			continue
		}
		var row float64
		for l, w := range m.Row(k) {
			row += w * y[l]
		}
		sum += xk * row
	}
	return sum
}

// Symmetric reports whether the weight of two levels is the same whichever
// rater gave which.
func (m Matrix) Symmetric() bool {
	for k := range m.levels {
		for l := range k {
			if m.At(k, l) != m.At(l, k) {
				return false
			}
		}
	}
	return true
}

// check reports what keeps rows from being a matrix of weights.
func check(rows [][]float64) error {
	q := len(rows)
	if q == 0 {
		return fmt.Errorf("weights: the matrix is empty")
	}
	for k, row := range rows {
		if len(row) != q {
			return fmt.Errorf("weights: row %d has %d columns, want %d as there are rows", k+1, len(row), q)
		}
	}
	for k, row := range rows {
		for l, w := range row {
			switch {
			case math.IsNaN(w) || w < 0 || w > 1:
				return fmt.Errorf("weights: row %d, column %d: %v is not between 0 and 1", k+1, l+1, w)
			case k == l && w != 1:
				return fmt.Errorf("weights: row %d, column %d: %v on the diagonal, want 1", k+1, l+1, w)
			}
		}
	}
	return nil
}
