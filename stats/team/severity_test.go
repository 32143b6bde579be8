package team

import (
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"
	"pgregory.net/rapid"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team/teamtest"
)

// denseFit is score = item + rater by least squares on the whole design, one
// dummy a column, with the generalised inverse of its normal equations.
type denseFit struct {
	items, raters int
	beta          *mat.VecDense
	inverse       *mat.Dense
	variance, df  float64
}

func dense(m *Stats) denseFit {
	f := denseFit{items: len(m.Table.Items()), raters: len(m.Table.Raters())}
	var x, y []float64
	rows := 0
	for i := range m.Table.Items() {
		raters, levels := m.Table.Row(i)
		if len(raters) < 2 {
			continue
		}
		for k, g := range raters {
			line := make([]float64, f.items+f.raters)
			line[i], line[f.items+int(g)] = 1, 1
			x = append(x, line...)
			y = append(y, m.Table.Value(i, levels[k]))
			rows++
		}
	}
	design := mat.NewDense(rows, f.items+f.raters, x)
	var normal mat.Dense
	normal.Mul(design.T(), design)
	inverse, rank := pseudoInverse(&normal)
	f.inverse = inverse
	var right, fitted, residual mat.VecDense
	right.MulVec(design.T(), mat.NewVecDense(rows, y))
	f.beta = new(mat.VecDense)
	f.beta.MulVec(inverse, &right)
	fitted.MulVec(design, f.beta)
	residual.SubVec(mat.NewVecDense(rows, y), &fitted)
	f.df = float64(rows - rank)
	f.variance = mat.Dot(&residual, &residual) / f.df
	return f
}

// pseudoInverse is Moore and Penrose's, by singular values.
func pseudoInverse(a mat.Matrix) (*mat.Dense, int) {
	var svd mat.SVD
	svd.Factorize(a, mat.SVDFull)
	var u, v mat.Dense
	svd.UTo(&u)
	svd.VTo(&v)
	rank := 0
	for j, s := range svd.Values(nil) {
		for i := range v.RawMatrix().Rows {
			if s > 1e-9 {
				v.Set(i, j, v.At(i, j)/s)
			} else {
				v.Set(i, j, 0)
			}
		}
		if s > 1e-9 {
			rank++
		}
	}
	var inverse mat.Dense
	inverse.Mul(&v, u.T())
	return &inverse, rank
}

// severity is minus the contrast of a rater with the mean of its part.
func (f denseFit) severity(part []int, g int) (value, se float64) {
	contrast := mat.NewVecDense(f.items+f.raters, nil)
	n := 0.0
	for h, p := range part {
		if p == part[g] {
			n++
			contrast.SetVec(f.items+h, 1)
		}
	}
	contrast.ScaleVec(1/n, contrast)
	contrast.SetVec(f.items+g, contrast.AtVec(f.items+g)-1)
	return mat.Dot(contrast, f.beta), math.Sqrt(f.variance * mat.Inner(contrast, f.inverse, contrast))
}

// Severities and their errors against dense least squares, on sparse tables in
// one part or several.
func TestSeverityIsLeastSquares(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := teamtest.SparseTable(t)
		m := New(table, Options{Unit: stats.ByItem, Confidence: 0.95})
		if len(table.Scales()) > 1 || m.Pairable == 0 {
			return
		}
		fit, want := m.Fit(), dense(m)
		if fit.Df != want.df {
			t.Fatalf("%v degrees of freedom, want %v", fit.Df, want.df)
		}
		severities, _ := Severities(m)
		for g, s := range severities {
			if fit.Part[g] < 0 {
				if s.Value.OK() {
					t.Errorf("rater %d shares no item and has severity %v", g, s.Value)
				}
				continue
			}
			value, se := want.severity(fit.Part, g)
			if math.Abs(s.Value.Or(9)-value) > 1e-9 {
				t.Errorf("rater %d: severity %v, want %v", g, s.Value, value)
			}
			if want.df > 0 && math.Abs(s.Se.Or(9)-se) > 1e-7 {
				t.Errorf("rater %d: error %v, want %v", g, s.Se, se)
			}
		}
	})
}

// On complete data the error over lessons is the standard error of the mean of
// the lessons' differences from the group.
func TestClusteredErrorOnCompleteData(t *testing.T) {
	m := Measured(teamtest.Reference(t, "six-lessons"))
	if m.Unit != stats.ByLesson {
		t.Fatal("six lessons are not the unit")
	}
	severities, _ := Severities(m)
	for g, s := range severities {
		difference := make([]float64, len(m.Table.Lessons()))
		n := make([]float64, len(difference))
		for i, it := range m.Table.Items() {
			raters, levels := m.Table.Row(i)
			sum := 0.0
			for k := range raters {
				sum += m.Table.Value(i, levels[k])
			}
			for k, h := range raters {
				if int(h) == g {
					difference[it.Lesson] += sum/float64(len(raters)) - m.Table.Value(i, levels[k])
					n[it.Lesson]++
				}
			}
		}
		for l := range difference {
			difference[l] /= n[l]
		}
		teamtest.Near(t, "severity", s.Value, stats.Of(stat.Mean(difference, nil)))
		want := stat.StdDev(difference, nil) / math.Sqrt(float64(len(difference)))
		if math.Abs(s.Se.Or(9)-want) > 1e-12 || s.Df != 5 {
			t.Errorf("rater %d: error %v with %v degrees of freedom, want %v with 5", g, s.Se, s.Df, want)
		}
	}
}

// Who rated what does not matter: a rater of the two good lessons alone is as
// severe as on all four.
func TestSeverityIsOfTheSameItems(t *testing.T) {
	b := rating.NewBuilder()
	for lesson, base := range []float64{1, 1, 3, 3} {
		for indicator := range 3 {
			for g, severity := range []float64{0, 0, 1} {
				if g == 2 && base == 1 {
					continue
				}
				b.Add(rating.Record{
					Rater: string(rune('a' + g)), Lesson: string(rune('k' + lesson)), Indicator: string(rune('p' + indicator)),
					Score: base + 1 - severity,
				})
			}
		}
	}
	severities, _ := Severities(Measured(b.Build(nil, nil)))
	teamtest.Near(t, "severity", severities[2].Value, stats.Of(2.0/3))
	teamtest.Near(t, "the others'", severities[0].Value, stats.Of(-1.0/3))
}

// Where there are too many raters for an inverse, the severities are the same
// and the errors of the draws are near the exact ones, over lessons and over
// items, in teams that all meet and in pairs that hardly do.
func TestDrawnErrors(t *testing.T) {
	for name, design := range map[string]struct{ raters, lessons, seen int }{
		"all meet": {40, 60, 8}, "few meet": {60, 90, 3}, "everyone sees all": {25, 12, 25},
	} {
		for _, unit := range []stats.Unit{stats.ByLesson, stats.ByItem} {
			m := New(crossed(design.raters, design.lessons, design.seen), Options{Unit: unit, Confidence: 0.95, Seed: 1})
			exact, drawn := fitUpTo(m, mostForInverse, 0), fitUpTo(m, 0, -1)
			if exact.Drawn() || !drawn.Drawn() {
				t.Fatal("the bound does not decide")
			}
			off := 0.0
			for g := range exact.Effect {
				want, got := exact.severity(g, unit), drawn.severity(g, unit)
				if math.Abs(want.Value.Or(9)-got.Value.Or(-9)) > 1e-7 || want.Df != got.Df || want.Se.Reason() != got.Se.Reason() {
					t.Fatalf("%s %s: rater %d: %v with %v, want %v with %v", name, unit, g, got.Value, got.Df, want.Value, want.Df)
				}
				off += math.Pow(got.Se.Or(1)/want.Se.Or(1)-1, 2) / float64(len(exact.Effect))
			}
			if off = math.Sqrt(off); off > 0.06 {
				t.Errorf("%s %s: the errors are off by %.3f", name, unit, off)
			}
			t.Logf("%s %s: %.4f", name, unit, off)
		}
	}
}

// In a band the severities are those of the inverse, raters in one part, in
// several, or with nobody.
func TestBandedSeverity(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := New(teamtest.SparseTable(t), Options{Unit: stats.ByItem, Confidence: 0.95})
		exact, banded := fitUpTo(m, mostForInverse, 0), fitUpTo(m, 0, widestBand)
		for g, want := range exact.Effect {
			if math.Abs(banded.Effect[g]-want) > 1e-9 {
				t.Fatalf("rater %d: %v, want %v", g, banded.Effect[g], want)
			}
		}
	})
}

// Raters in a row who meet their neighbors alone make a narrow band, however
// they are numbered, and those who meet at random a wide one.
func TestBandWidth(t *testing.T) {
	for name, want := range map[string]bool{"row": true, "at random": false} {
		rng := rand.New(rand.NewPCG(4, 4))
		number := rng.Perm(600)
		e := &equations{diagonal: make([]float64, len(number)), right: make([]float64, len(number))}
		for k := range number {
			row := equationRow{items: 1}
			for j := range 3 {
				g := number[(k+j)%len(number)]
				if name != "row" {
					g = rng.IntN(len(number))
				}
				row.raters = append(row.raters, int32(g))
				e.diagonal[g] += 2. / 3
			}
			e.rows = append(e.rows, row)
		}
		if got := e.newBand(make([]int, len(number)), 8) != nil; got != want {
			t.Errorf("%s: a band %v, want %v", name, got, want)
		}
	}
}

// BenchmarkNeighbors is the severity of raters who meet their neighbors alone.
func BenchmarkNeighbors(b *testing.B) {
	for _, raters := range []int{1500, 6000} {
		builder := rating.NewBuilder()
		for l := range raters {
			for seat := range 5 {
				for i := range 2 {
					builder.Add(rating.Record{
						Rater: strconv.Itoa((l + seat*(1+l%3)) % raters), Lesson: strconv.Itoa(l), Indicator: strconv.Itoa(i),
						Score: float64(1 + (l*7+seat*3+i)%4),
					})
				}
			}
		}
		m := New(builder.Build(nil, nil), Options{Unit: stats.ByLesson, Confidence: 0.95, Seed: 1})
		b.Run(strconv.Itoa(raters), func(b *testing.B) {
			for b.Loop() {
				fitRaters(m)
			}
		})
	}
}

// crossed returns ratings of four indicators, each lesson rated by some of the
// raters.
func crossed(raters, lessons, seen int) *rating.Table {
	rng := rand.New(rand.NewPCG(3, 5))
	b := rating.NewBuilder()
	severity := make([]float64, raters)
	for g := range severity {
		severity[g] = rng.NormFloat64() / 2
	}
	for l := range lessons {
		base := rng.NormFloat64()
		for _, g := range rng.Perm(raters)[:seen] {
			for i := range 4 {
				score := math.Round(2.5 + base - severity[g] + rng.NormFloat64()/2)
				b.Add(rating.Record{
					Rater: strconv.Itoa(g), Lesson: strconv.Itoa(l), Indicator: strconv.Itoa(i), Score: min(4, max(1, score)),
				})
			}
		}
	}
	return b.Build(nil, nil)
}
