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
	trust      float64
	statements [][]int32
}

// A fitting turns reasons into samples and fits the layer to them.
type fitting struct {
	ids   map[string]int32
	names []string
	held  []float64 // how firmly the weight of each is held near 0
}

func newFitting() *fitting { return &fitting{ids: map[string]int32{}} }

func (f *fitting) id(name string) int32 {
	i, ok := f.ids[name]
	if !ok {
		i = int32(len(f.names))
		f.ids[name] = i
		f.names = append(f.names, name)
		f.held = append(f.held, holdOf(name))
	}
	return i
}

func (f *fitting) sample(lang *language.Language, x labelled) sample {
	s := sample{labelled: x, trust: trust(x)}
	list, _ := statementsOf(lang, x.text)
	for _, st := range list {
		ids := []int32{f.id(bias)}
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

// holdOf is the ridge of a trait.
func holdOf(name string) float64 {
	switch {
	case strings.HasPrefix(name, ofStem):
		return ridgeWords
	case name == bias:
		return 0
	}
	return ridge
}

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

// An aim is what the fit asks of a reason: of each head its answer, 0 or 1, and
// how much that counts.
type aim struct {
	statements     [][]int32
	answer, counts scores
}

// fit returns the layer that samples give: every head's weights by the same
// steps, side by side.
func (f *fitting) fit(samples []sample) layer {
	uses := make([]int, len(f.names))
	aims := make([]aim, 0, len(samples))
	for _, s := range samples {
		a := aim{statements: s.statements}
		for head, of := range heads {
			positive, counts := of(s.label)
			a.answer[head], a.counts[head] = float64(oneIf(positive)), s.trust*float64(oneIf(counts))
		}
		if len(s.statements) > 0 {
			aims = append(aims, a)
		}
		for _, st := range s.statements {
			for _, id := range st {
				uses[id]++
			}
		}
	}
	seen := func(id int32) bool { return uses[id] >= leastSeen }
	w := make([]scores, len(f.names))
	gradient, mean, square := slices.Clone(w), slices.Clone(w), slices.Clone(w)
	for step := 1; step <= steps; step++ {
		clear(gradient)
		for i := range aims {
			aims[i].pull(w, gradient)
		}
		rate := 0.05
		if step > lateStep {
			rate = 0.01
		}
		ofMean, ofSquare := 1-math.Pow(0.9, float64(step)), 1-math.Pow(0.999, float64(step))
		for id := range w {
			if !seen(int32(id)) {
				continue
			}
			for head, g := range gradient[id] {
				g += f.held[id] * w[id][head]
				m, v := &mean[id][head], &square[id][head]
				*m = 0.9**m + 0.1*g
				*v = 0.999**v + 0.001*g*g
				w[id][head] -= rate * (*m / ofMean) / (math.Sqrt(*v/ofSquare) + 1e-8)
			}
		}
	}
	l := layer{map[string]scores{}, map[string]scores{}}
	for id, of := range w {
		if seen(int32(id)) {
			l.set(f.names[id], of)
		}
	}
	return l
}

// pull adds to the gradient how far each head's best statement is from the
// answer.
func (a *aim) pull(w, gradient []scores) {
	best, at := scores{math.Inf(-1), math.Inf(-1), math.Inf(-1)}, [3]int{}
	for k, st := range a.statements {
		var fact, judgement, some float64
		for _, id := range st {
			of := &w[id]
			fact, judgement, some = fact+of[0], judgement+of[1], some+of[2]
		}
		for head, sum := range (scores{fact, judgement, some}) {
			if sum > best[head] {
				best[head], at[head] = sum, k
			}
		}
	}
	for head, z := range best {
		if a.counts[head] == 0 {
			continue
		}
		d := a.counts[head] * (chanceOf(z) - a.answer[head])
		for _, id := range a.statements[at[head]] {
			gradient[id][head] += d
		}
	}
}

// grid is how many chances are kept for each unit of a score, up to farthest.
const grid, farthest = 256, 40

var chances = func() (list [2*grid*farthest + 1]float64) {
	for i := range list {
		list[i] = 1 / (1 + math.Exp(farthest-float64(i)/grid))
	}
	return list
}()

// chanceOf is 1/(1 + exp(−z)) to ten decimals, by Taylor's series at the nearest
// chance that is kept: most of a fit is this.
func chanceOf(z float64) float64 {
	if math.Abs(z) >= farthest {
		return 1 / (1 + math.Exp(-z))
	}
	i := int((z+farthest)*grid + 0.5)
	p, r := chances[i], z+farthest-float64(i)/grid
	return p + p*(1-p)*r*(1+r*(0.5-p))
}

// set sets what a trait weighs, to a thousandth.
func (l layer) set(trait string, w scores) {
	for head := range w {
		w[head] = math.Round(w[head]*1000) / 1000
	}
	if strings.HasPrefix(trait, ofStem) {
		l.words[trait] = w
	} else {
		l.shared[trait] = w
	}
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
