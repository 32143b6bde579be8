package dispersion

import "math"

// freedom is ν1.
func freedom(clusters []Cluster, d [][]float64) float64 {
	total := 0.0
	mean := make([]float64, len(d))
	for _, c := range clusters {
		total += c.Ratings
		for k, n := range c.Counts {
			mean[k] += n
		}
	}
	s2, s3 := 0.0, 0.0
	weights := make([]float64, len(clusters))
	apart := make([][]float64, len(clusters)) // p_c − p̄
	for i, c := range clusters {
		w := c.Ratings / total
		weights[i] = w
		s2 += w * w
		s3 += w * w * w
		apart[i] = make([]float64, len(mean))
		for k := range mean {
			apart[i][k] = c.Counts[k]/c.Ratings - mean[k]/total
		}
	}
	trace, traceSquare := traces(weights, apart, centered(d))
	return (1 - s2) * (1 - s2) / (s2 - 2*s3 + s2*s2) * trace * trace / traceSquare
}

// centered is −½JDJ.
func centered(d [][]float64) [][]float64 {
	q := float64(len(d))
	rows, all := make([]float64, len(d)), 0.0
	for k := range d {
		for l := range d {
			rows[k] += d[k][l] / q
			all += d[k][l] / (q * q)
		}
	}
	g := square(len(d))
	for k := range d {
		for l := range d {
			g[k][l] = -(d[k][l] - rows[k] - rows[l] + all) / 2
		}
	}
	return g
}

// traces are tr(SG) and tr(SGSG) of S = Σ w_c a_c a_c', by the smaller of two
// matrices that have the same: SG, or w_c a_c'G a_d of the clusters.
func traces(w []float64, a, g [][]float64) (trace, traceSquare float64) {
	var m [][]float64
	if len(a) < len(g) {
		m = product(product(a, g), transposed(a))
		for c := range m {
			for d := range m {
				m[c][d] *= w[c]
			}
		}
	} else {
		s := square(len(g))
		for c := range a {
			for k, x := range a[c] {
				for l, y := range a[c] {
					s[k][l] += w[c] * x * y
				}
			}
		}
		m = product(s, g)
	}
	for k := range m {
		trace += m[k][k]
		for l := range m {
			traceSquare += m[k][l] * m[l][k]
		}
	}
	return trace, traceSquare
}

// product is AB.
func product(a, b [][]float64) [][]float64 {
	m := make([][]float64, len(a))
	for i := range a {
		m[i] = make([]float64, len(b[0]))
		for k, x := range a[i] {
			for l, y := range b[k] {
				m[i][l] += x * y
			}
		}
	}
	return m
}

func transposed(a [][]float64) [][]float64 {
	m := make([][]float64, len(a[0]))
	for k := range m {
		for _, row := range a {
			m[k] = append(m[k], row[k])
		}
	}
	return m
}

func square(n int) [][]float64 {
	m := make([][]float64, n)
	for k := range m {
		m[k] = make([]float64, n)
	}
	return m
}

// quadratic reports whether D is a squared distance on a line, so that what
// lies between clusters has one dimension: −½JDJ has rank 1.
func quadratic(d [][]float64) bool {
	g := centered(d)
	trace, traceSquare := 0.0, 0.0
	for k := range g {
		trace += g[k][k]
		for l := range g {
			traceSquare += g[k][l] * g[l][k]
		}
	}
	return math.Abs(trace*trace-traceSquare) <= 1e-9*trace*trace
}
