package class

import (
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/cb401426/calibrate/stats/text/language"
)

var (
	train   = flag.Bool("train", false, "fit the weights of the layer anew and write them")
	figures = flag.Bool("figures", false, "print the cross-validated figures of docs/reasons.md")
)

// A sample is a reason as the fit sees it: the traits of each statement, by
// number.
type sample struct {
	labelled
	statements [][]int
}

// A fitting turns reasons into samples and fits the layer to them.
type fitting struct {
	ids   map[string]int
	names []string
}

func newFitting() *fitting { return &fitting{ids: map[string]int{}} }

func (f *fitting) id(name string) int {
	i, ok := f.ids[name]
	if !ok {
		i = len(f.names)
		f.ids[name] = i
		f.names = append(f.names, name)
	}
	return i
}

func (f *fitting) sample(lang *language.Language, x labelled) sample {
	s := sample{labelled: x}
	list, _ := statementsOf(lang, x.text)
	for _, st := range list {
		ids := []int{f.id(bias)}
		for _, t := range traitsOf(st, cuesOf(st)) {
			ids = append(ids, f.id(t.name))
		}
		for i := st.from; i < st.to; i++ {
			if stem, ok := stemAt(st, i); ok {
				ids = append(ids, f.id(stem))
			}
		}
		slices.Sort(ids)
		s.statements = append(s.statements, slices.Compact(ids))
	}
	return s
}

// The fit: logistic regression of each head on the best statement of a reason
// (the others may hold anything), by gradient descent with Adam's steps
// (Kingma & Ba 2015), so many of them. A ridge holds weights near 0; how firmly
// was chosen by leaving out one set at a time.
const (
	steps      = 400
	lateStep   = 250
	ridge      = 1.0
	ridgeWords = 1.5
	leastSeen  = 2    // statements that have a trait which is weighed
	leastKept  = 0.05 // weight of a trait that is kept
)

// trust is what a labeled set counts in the fit. On those that the rules were
// made with, the rules look better than they are.
func trust(x labelled) float64 {
	switch {
	case x.unread:
		return 1
	case x.set == "own":
		return 0.4
	}
	return 0.7
}

// The heads, by what makes a reason a positive one of each.
var heads = [3]func(Class) (positive, counts bool){
	fact:      func(c Class) (bool, bool) { return c == Evidence || c == Mixed, c != Empty },
	judgement: func(c Class) (bool, bool) { return c == Opinion || c == Mixed, c != Empty },
	something: func(c Class) (bool, bool) { return c != Empty, true },
}

// fit returns the layer that samples give.
func (f *fitting) fit(samples []sample) layer {
	uses := make([]int, len(f.names))
	for _, s := range samples {
		for _, st := range s.statements {
			for _, id := range st {
				uses[id]++
			}
		}
	}
	l := layer{map[string]scores{}, map[string]scores{}}
	for head := range heads {
		for id, w := range f.fitHead(samples, head, uses) {
			if uses[id] >= leastSeen {
				l.set(f.names[id], head, math.Round(w*1000)/1000)
			}
		}
	}
	return l
}

func (f *fitting) fitHead(samples []sample, head int, uses []int) []float64 {
	n := len(f.names)
	w, gradient, mean, square := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	for step := 1; step <= steps; step++ {
		clear(gradient)
		for _, s := range samples {
			positive, counts := heads[head](s.label)
			if !counts || len(s.statements) == 0 {
				continue
			}
			z, at := best(s, w)
			d := trust(s.labelled) * (1/(1+math.Exp(-z)) - float64(oneIf(positive)))
			for _, id := range s.statements[at] {
				gradient[id] += d
			}
		}
		rate := 0.05
		if step > lateStep {
			rate = 0.01
		}
		for id := range w {
			if uses[id] < leastSeen {
				continue
			}
			switch name := f.names[id]; {
			case strings.HasPrefix(name, ofStem):
				gradient[id] += ridgeWords * w[id]
			case name != bias:
				gradient[id] += ridge * w[id]
			}
			mean[id] = 0.9*mean[id] + 0.1*gradient[id]
			square[id] = 0.999*square[id] + 0.001*gradient[id]*gradient[id]
			m := mean[id] / (1 - math.Pow(0.9, float64(step)))
			v := square[id] / (1 - math.Pow(0.999, float64(step)))
			w[id] -= rate * m / (math.Sqrt(v) + 1e-8)
		}
	}
	return w
}

// best returns the highest score of a statement, and which it is.
func best(s sample, w []float64) (z float64, at int) {
	z = math.Inf(-1)
	for k, st := range s.statements {
		sum := 0.0
		for _, id := range st {
			sum += w[id]
		}
		if sum > z {
			z, at = sum, k
		}
	}
	return z, at
}

// set sets what a trait weighs for one head.
func (l layer) set(trait string, head int, w float64) {
	of := l.shared
	if strings.HasPrefix(trait, ofStem) {
		of = l.words
	}
	v := of[trait]
	v[head] = w
	of[trait] = v
}

// TestWeights: the weights that ship are those that the labeled reasons give.
// With -train they are written anew.
func TestWeights(t *testing.T) {
	lang := language.English()
	f := newFitting()
	var all []sample
	for _, x := range labelledReasons(t) {
		all = append(all, f.sample(lang, x))
	}
	fitted := f.fit(all)
	if *train {
		writeWeights(t, "weight.txt", fitted.shared)
		writeWeights(t, filepath.Join("..", "language", "english", "weight.txt"), fitted.words)
		return
	}
	ships := layerOf(lang)
	for _, weights := range []map[string]scores{fitted.shared, fitted.words} {
		for name, w := range weights {
			for k := range w {
				if kept(w) && math.Abs(w[k]-ships.of(name)[k]) > 0.02 {
					t.Fatalf("%q weighs %v, fitted anew %v: run make weights", name, ships.of(name), w)
				}
			}
		}
	}
}

// kept reports whether a weight is worth keeping.
func kept(w scores) bool { return max(math.Abs(w[0]), math.Abs(w[1]), math.Abs(w[2])) >= leastKept }

// writeWeights writes the weights of traits.
func writeWeights(t *testing.T, file string, l map[string]scores) {
	t.Helper()
	var b strings.Builder
	b.WriteString("# The layer, fitted by make weights: a trait, and its weight for a fact, for a\n" +
		"# judgement, and for saying anything of the lesson. Do not edit.\n")
	names := make([]string, 0, len(l))
	for name, w := range l {
		if kept(w) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		w := l[name]
		fmt.Fprintf(&b, "%s\t%.3f\t%.3f\t%.3f\n", name, w[0], w[1], w[2])
	}
	if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// folds is the number of parts that a baseline is cross-validated in.
const folds = 5

// crossValidated calls f with every reason and the class that a layer gives
// it which was fitted to the other sets: the voices of its own set, and who
// wrote them, are as new to it as those of a file. The ordinary sets are left
// out as one.
func crossValidated(t *testing.T, list []labelled, f func(labelled, Class)) {
	t.Helper()
	lang := language.English()
	fitting := newFitting()
	var samples []sample
	var sets []string
	leftOut := func(x labelled) string {
		if isOrdinary(x.set) {
			return "ordinary"
		}
		return x.set
	}
	for _, x := range list {
		samples = append(samples, fitting.sample(lang, x))
		if set := leftOut(x); !slices.Contains(sets, set) {
			sets = append(sets, set)
		}
	}
	layers := make([]layer, len(sets))
	var fits sync.WaitGroup
	for i, set := range sets {
		fits.Go(func() {
			layers[i] = fitting.fit(slices.DeleteFunc(slices.Clone(samples), func(s sample) bool { return leftOut(s.labelled) == set }))
		})
	}
	fits.Wait()
	for _, s := range samples {
		f(s.labelled, classifyWith(lang, layers[slices.Index(sets, leftOut(s.labelled))], s.text).Class)
	}
}
