package rasch

import (
	"context"
	"math"

	"gonum.org/v1/gonum/integrate/quad"
	"gonum.org/v1/gonum/mat"
)

// nodes is the number of points of the quadrature over each lesson, adapted to
// where its ratings put it (Naylor & Smith 1982).
const nodes = 21

// marginal is marginal maximum likelihood: the lessons are a sample from a
// normal distribution, and Newton's method runs on the likelihood from which
// they are integrated out. Its information is that of the complete data less
// what the missing lessons take from it (Louis 1982).
type marginal struct {
	*joint
	mean, logSD float64
	center, sdl []float64 // of each lesson, where it is
	b           *border   // and after it the mean and logSD
	gradient    []float64
	info        *mat.SymDense
	node, weigh []float64
	likelihood  float64
}

// newMarginal starts from a joint estimate.
func newMarginal(j *joint) *marginal {
	m := &marginal{joint: j, b: newBorder(j.parameters)}
	m.node, m.weigh = make([]float64, nodes), make([]float64, nodes)
	quad.Hermite{}.FixedLocations(m.node, m.weigh, math.Inf(-1), math.Inf(1))
	lessons := float64(j.offset[1])
	// A lesson at an end has run away under joint likelihood: begin nearer.
	m.center, m.sdl = make([]float64, j.offset[1]), make([]float64, j.offset[1])
	for l := range m.center {
		m.center[l] = max(-5, min(5, j.x[l]))
		m.mean += m.center[l] / lessons
	}
	sum := 0.0
	for l, v := range m.center {
		sum += (v - m.mean) * (v - m.mean) / lessons
		m.sdl[l] = 1 / math.Sqrt(j.diagonal[l]+1)
	}
	m.logSD = math.Log(math.Sqrt(sum) + 0.2)
	for l := range m.center {
		j.free[l] = false
	}
	return m
}

func (m *marginal) sd() float64 { return math.Exp(m.logSD) }

// worst returns the largest element of the gradient.
func (m *marginal) worst() float64 {
	worst := 0.0
	for _, g := range m.gradient {
		worst = max(worst, math.Abs(g))
	}
	return worst
}

// fit takes Newton steps until the gradient vanishes.
func (m *marginal) fit(ctx context.Context) (iterations int, converged bool, err error) {
	m.pass()
	for ; iterations < mostIterations; iterations++ {
		if err := ctx.Err(); err != nil {
			return iterations, false, err
		}
		if m.worst() < Tolerance || m.logSD < -7 {
			break
		}
		step, ok := m.step()
		if !ok {
			return iterations, false, nil
		}
		m.advance(step)
	}
	m.settle()
	return iterations, m.worst() < Tolerance, nil
}

// step solves for the Newton step; where the information is not positive it is
// made so by more of its diagonal.
func (m *marginal) step() (*mat.VecDense, bool) {
	size := m.b.size + 2
	gradient := mat.NewVecDense(size, m.gradient)
	for ridge := 0.0; ridge < 1e6; ridge = max(1e-3, 10*ridge) {
		info := mat.NewSymDense(size, nil)
		info.CopySym(m.info)
		for i := range size {
			info.SetSym(i, i, info.At(i, i)+ridge*math.Abs(info.At(i, i))+1e-12)
		}
		m.fix(info, 1)
		var factor mat.Cholesky
		if !factor.Factorize(info) {
			continue
		}
		step := mat.NewVecDense(size, nil)
		if factor.SolveVecTo(step, gradient) == nil {
			return step, true
		}
	}
	return nil, false
}

// fix adds the shifts of whole facets, which the mean takes up, to the
// information.
func (m *marginal) fix(info *mat.SymDense, sign float64) {
	for _, shift := range m.b.shifts(m.joint) {
		full := append(shift, 0, 0)
		info.SymRankOne(info, sign, mat.NewVecDense(len(full), full))
	}
}

// advance takes a step, halved until the likelihood rises.
func (m *marginal) advance(step *mat.VecDense) {
	longest := 0.0
	for i := range step.Len() {
		longest = max(longest, math.Abs(step.AtVec(i)))
	}
	scale := min(1, 1.5/longest)
	before := append([]float64(nil), m.x...)
	mean, logSD, likelihood := m.mean, m.logSD, m.likelihood
	for range 20 {
		for i, at := range m.b.index {
			if at >= 0 {
				m.x[i] = before[i] + scale*step.AtVec(at)
			}
		}
		m.mean = mean + scale*step.AtVec(m.b.size)
		m.logSD = logSD + scale*step.AtVec(m.b.size+1)
		if m.pass(); m.likelihood >= likelihood-1e-7*math.Abs(likelihood) {
			return
		}
		scale /= 2
	}
}

// settle centers the facets, and puts the lessons at their expectation.
func (m *marginal) settle() {
	for f := 1; f < len(m.o.codes); f++ {
		sum, n := 0.0, 0.0
		anchored := false
		for i := m.offset[f]; i < m.offset[f+1]; i++ {
			if m.b.index[i] >= 0 {
				sum += m.x[i]
				n++
			} else if m.residual != nil && m.x[i] != 0 {
				anchored = true
			}
		}
		if n == 0 || anchored {
			continue
		}
		for i := m.offset[f]; i < m.offset[f+1]; i++ {
			if m.b.index[i] >= 0 {
				m.x[i] -= sum / n
			}
		}
		m.mean -= sum / n
		for l := range m.center {
			m.center[l] -= sum / n
		}
	}
	m.pass()
	copy(m.x, m.center)
}

// pass computes likelihood, gradient and information, and moves each lesson's
// quadrature to where its ratings put it.
func (m *marginal) pass() {
	size := m.b.size + 2
	m.gradient, m.info, m.likelihood = make([]float64, size), mat.NewSymDense(size, nil), 0
	w := m.newLessonWork()
	for l := range m.center {
		if m.o.start[l+1] > m.o.start[l] {
			m.likelihood += m.lesson(l, w)
		}
	}
}

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

// precision inverts the information; a lesson's error is the standard deviation
// of where its ratings put it.
func (m *marginal) precision() *precision {
	p := &precision{se: make([]float64, len(m.x)), index: m.b.index}
	m.fix(m.info, 1)
	var factor mat.Cholesky
	covariance := mat.NewSymDense(m.b.size+2, nil)
	if !factor.Factorize(m.info) || factor.InverseTo(covariance) != nil {
		p.known = true
		return p
	}
	for _, shift := range m.b.shifts(m.joint) {
		full := append(shift, 0, 0)
		covariance.SymRankOne(covariance, -1, mat.NewVecDense(len(full), full))
	}
	p.covariance = covariance
	for i, at := range m.b.index {
		if at >= 0 {
			p.se[i] = math.Sqrt(max(covariance.At(at, at), 0))
		}
	}
	copy(p.se, m.sdl)
	return p
}
