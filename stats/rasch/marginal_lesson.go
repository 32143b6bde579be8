package rasch

import (
	"math"
)

// lessonWork is what a lesson's integration needs.
type lessonWork struct {
	categories []category
	chance     []float64
	log, share []float64   // of each node
	places     []int       // positions that this lesson touches
	position   []int       // of a position in places, or −1
	score      [][]float64 // by node and place
	mean       []float64
}

func (m *marginal) newLessonWork() *lessonWork {
	w := &lessonWork{
		categories: m.newCategories(), chance: make([]float64, m.stride),
		log: make([]float64, nodes), share: make([]float64, nodes),
		position: make([]int, m.b.size+2), score: make([][]float64, nodes),
	}
	for i := range w.position {
		w.position[i] = -1
	}
	return w
}

// place returns where a position of the border stands among the lesson's.
func (w *lessonWork) place(at int) int {
	if at < 0 {
		return -1
	}
	if w.position[at] < 0 {
		w.position[at] = len(w.places)
		w.places = append(w.places, at)
	}
	return w.position[at]
}

// lesson adds one lesson and returns its log likelihood.
func (m *marginal) lesson(l int, w *lessonWork) float64 {
	from, to := m.o.start[l], m.o.start[l+1]
	for _, at := range w.places {
		w.position[at] = -1
	}
	w.places = w.places[:0]
	for n := from; n < to; n++ {
		for f := 1; f < len(m.o.codes); f++ {
			w.place(m.b.index[m.offset[f]+int(m.o.codes[f][n])])
		}
		for _, i := range m.groups[m.o.group[n]].at {
			if i >= 0 {
				w.place(m.b.index[i])
			}
		}
	}
	w.place(m.b.size)
	w.place(m.b.size + 1)
	total := m.weighNodes(l, w)
	m.scores(l, w)
	m.scatter(w)
	m.complete(l, w)
	return total
}

// theta returns where a node of a lesson is.
func (m *marginal) theta(l, q int) float64 {
	return m.center[l] + math.Sqrt2*m.sdl[l]*m.node[q]
}

// weighNodes computes the share of each node in the posterior.
func (m *marginal) weighNodes(l int, w *lessonWork) float64 {
	top := math.Inf(-1)
	sd := m.sd()
	for q := range nodes {
		theta := m.theta(l, q)
		z := (theta - m.mean) / sd
		log := -z*z/2 - m.logSD - math.Log(2*math.Pi)/2 + m.node[q]*m.node[q] + math.Log(m.weigh[q]*math.Sqrt2*m.sdl[l])
		for n := m.o.start[l]; n < m.o.start[l+1]; n++ {
			g, c := &m.groups[m.o.group[n]], &w.categories[m.o.group[n]]
			eta := theta - m.others(n)
			k := g.point(m.o.level[n])
			log += float64(k)*eta - c.t[k] - c.chances(eta, w.chance[:len(c.t)])
		}
		w.log[q] = log
		top = max(top, log)
	}
	sum := 0.0
	for q, log := range w.log {
		w.share[q] = math.Exp(log - top)
		sum += w.share[q]
	}
	for q := range w.share {
		w.share[q] /= sum
	}
	return top + math.Log(sum)
}

// others returns what the facets besides the lessons take from a location.
func (m *marginal) others(n int) float64 {
	sum := 0.0
	for f := 1; f < len(m.o.codes); f++ {
		sum += m.x[m.offset[f]+int(m.o.codes[f][n])]
	}
	return sum
}

// scores computes the complete data's score at each node.
func (m *marginal) scores(l int, w *lessonWork) {
	sd := m.sd()
	for q := range nodes {
		w.score[q] = append(w.score[q][:0], make([]float64, len(w.places))...)
		s := w.score[q]
		theta := m.theta(l, q)
		for n := m.o.start[l]; n < m.o.start[l+1]; n++ {
			g, c := &m.groups[m.o.group[n]], &w.categories[m.o.group[n]]
			chance := w.chance[:len(c.t)]
			c.chances(theta-m.others(n), chance)
			point := g.point(m.o.level[n])
			mean := 0.0
			for k, p := range chance {
				mean += float64(k) * p
				if i := g.at[k]; i >= 0 && m.b.index[i] >= 0 {
					at := w.position[m.b.index[i]]
					s[at] += p
					if k == point {
						s[at]--
					}
				}
			}
			for f := 1; f < len(m.o.codes); f++ {
				if at := m.b.index[m.offset[f]+int(m.o.codes[f][n])]; at >= 0 {
					s[w.position[at]] -= float64(point) - mean
				}
			}
		}
		z := (theta - m.mean) / sd
		s[w.position[m.b.size]] = z / sd
		s[w.position[m.b.size+1]] = z*z - 1
	}
}

// scatter adds the expected score to the gradient, and takes its variance from
// the information.
func (m *marginal) scatter(w *lessonWork) {
	w.mean = append(w.mean[:0], make([]float64, len(w.places))...)
	for q, s := range w.score {
		for i, v := range s {
			w.mean[i] += w.share[q] * v
		}
	}
	for i, at := range w.places {
		m.gradient[at] += w.mean[i]
		for k, other := range w.places[:i+1] {
			sum := 0.0
			for q, s := range w.score {
				sum += w.share[q] * (s[i] - w.mean[i]) * (s[k] - w.mean[k])
			}
			addSym(m.info, at, other, -sum)
		}
	}
}

// complete adds the information of the complete data, and moves the lesson's
// nodes.
func (m *marginal) complete(l int, w *lessonWork) {
	sd := m.sd()
	mean, square := 0.0, 0.0
	for q, share := range w.share {
		theta := m.theta(l, q)
		mean += share * theta
		square += share * theta * theta
		z := (theta - m.mean) / sd
		addSym(m.info, m.b.size, m.b.size, share/(sd*sd))
		addSym(m.info, m.b.size, m.b.size+1, share*2*z/sd)
		addSym(m.info, m.b.size+1, m.b.size+1, share*2*z*z)
	}
	for n := m.o.start[l]; n < m.o.start[l+1]; n++ {
		m.completeRating(l, n, w)
	}
	m.center[l], m.sdl[l] = mean, math.Sqrt(max(square-mean*mean, 1e-12))
}

func (m *marginal) completeRating(l, n int, w *lessonWork) {
	g, c := &m.groups[m.o.group[n]], &w.categories[m.o.group[n]]
	chance := w.chance[:len(c.t)]
	others := m.others(n)
	variance := 0.0
	cross := make([]float64, len(g.at))
	both := make([]float64, len(g.at)*len(g.at))
	for q, share := range w.share {
		if share < 1e-16 {
			continue
		}
		c.chances(m.theta(l, q)-others, chance)
		mean, v, _ := moments(chance)
		variance += share * v
		for k, p := range chance {
			cross[k] += share * p * (float64(k) - mean)
			for i, p2 := range chance[:k+1] {
				both[k*len(chance)+i] -= share * p * p2
			}
			both[k*len(chance)+k] += share * p
		}
	}
	var places [8]int
	used := places[:0]
	for f := 1; f < len(m.o.codes); f++ {
		if at := m.b.index[m.offset[f]+int(m.o.codes[f][n])]; at >= 0 {
			used = append(used, at)
		}
	}
	for x, i := range used {
		for _, k := range used[:x+1] {
			addSym(m.info, i, k, variance)
		}
	}
	for k, x := range g.at {
		if x < 0 || m.b.index[x] < 0 {
			continue
		}
		for _, at := range used {
			addSym(m.info, m.b.index[x], at, cross[k])
		}
		for i, y := range g.at[:k+1] {
			if y >= 0 && m.b.index[y] >= 0 {
				addSym(m.info, m.b.index[x], m.b.index[y], both[k*len(chance)+i])
			}
		}
	}
}
