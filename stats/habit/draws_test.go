package habit

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// newBlock is ratings of raters by item; 9 is a gap.
func newBlock(rows ...string) *block {
	b := &block{unit: 1}
	for g, row := range rows {
		b.raters = append(b.raters, int32(g))
		levels, rated := make([]uint8, len(row)), make([]uint8, len(row))
		for i, c := range row {
			if c != '9' {
				levels[i], rated[i] = uint8(c-'0'), 255
			}
		}
		b.rows, b.rated = append(b.rows, levels), append(b.rated, rated)
	}
	return b
}

// kept is what trades must not change: each rater's total, each item's ratings
// and which are missing.
func (b *block) kept() string {
	totals, items := make([]int, len(b.rows)), make([][]uint8, len(b.rows[0]))
	for g, row := range b.rows {
		for i, x := range row {
			totals[g] += int(x)
			if b.rated[g][i] > 0 {
				items[i] = append(items[i], x)
			} else if x != 0 {
				return "a rating in a gap"
			}
		}
	}
	for _, list := range items {
		slices.Sort(list)
	}
	return fmt.Sprint(totals, items)
}

// squares are the raters' sums of squares.
func (b *block) squares() []float64 {
	list := make([]float64, len(b.rows))
	for g, row := range b.rows {
		for _, x := range row {
			list[g] += float64(x) * float64(x)
		}
	}
	return list
}

func TestTradesKeepTotalsAndItems(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	b := newBlock("0123012312", "1219312302", "3210321011", "0911102321", "2222291220")
	want, v := b.kept(), b.squares()
	for i := range 5000 {
		b.step(rng, v)
		if got := b.kept(); got != want {
			t.Fatalf("after %d steps: %s, want %s", i+1, got, want)
		}
	}
	for g, x := range b.squares() {
		if math.Abs(x-v[g]) > 1e-9 {
			t.Errorf("rater %d: the sum of squares is %v, kept as %v", g, x, v[g])
		}
	}
}

// The chain visits every table with the same totals and items alike: all of
// them, by enumeration, within five standard errors.
func TestTradesAreUniform(t *testing.T) {
	for _, rows := range [][]string{{"0112", "1201", "2021"}, {"03012", "11120", "20203"}, {"0912", "1201", "2021"}} {
		b := newBlock(rows...)
		all := map[string]int{}
		enumerate(b, 0, b.kept(), all)
		rng, v := rand.New(rand.NewPCG(3, 4)), b.squares()
		const draws = 60_000
		for range draws {
			b.step(rng, v)
			key := fmt.Sprint(b.rows)
			if _, ok := all[key]; !ok {
				t.Fatalf("%v is none of the tables", key)
			}
			all[key]++
		}
		expected := draws / float64(len(all))
		for key, n := range all {
			// Tables one after another are alike: allow twice the error.
			if math.Abs(float64(n)-expected) > 10*math.Sqrt(expected) {
				t.Errorf("%v: %d times, want %.0f (%d tables)", key, n, expected, len(all))
			}
		}
	}
}

// enumerate lists the tables that keep what trades keep.
func enumerate(b *block, item int, kept string, all map[string]int) {
	if item == len(b.rows[0]) {
		if b.kept() == kept {
			all[fmt.Sprint(b.rows)] = 0
		}
		return
	}
	var raters []int
	for g := range b.rows {
		if b.rated[g][item] > 0 {
			raters = append(raters, g)
		}
	}
	permute(raters, len(raters), func() {
		before := make([]uint8, len(b.rows))
		for g := range b.rows {
			before[g] = b.rows[g][item]
		}
		k := 0
		for g := range b.rows {
			if b.rated[g][item] > 0 {
				b.rows[g][item] = before[raters[k]]
				k++
			}
		}
		enumerate(b, item+1, kept, all)
		for g := range b.rows {
			b.rows[g][item] = before[g]
		}
	})
}

// permute calls do for each order of the list (Heap's algorithm).
func permute(list []int, n int, do func()) {
	if n <= 1 {
		do()
		return
	}
	for i := range n {
		permute(list, n-1, do)
		if n%2 == 0 {
			list[i], list[n-1] = list[n-1], list[i]
		} else {
			list[0], list[n-1] = list[n-1], list[0]
		}
	}
}

// Draws may end early only where no candidate could hold.
func TestEarlyEnd(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 5))
	for range 200 {
		far := []float64{rng.Float64(), 0.9 + 0.1*rng.Float64()}
		values := make([]float64, 199)
		for i := range values {
			values[i] = rng.Float64()
		}
		var a asked
		a.add(0, far[0])
		a.add(1, far[1])
		i := 0
		a.compare(len(values), 0.05, func() float64 { i++; return values[i-1] })
		for k, f := range far {
			reached := 1
			for _, v := range values {
				if v >= f {
					reached++
				}
			}
			p := float64(reached) / 200
			if held := a.p(k, 199) <= 0.05; held != (p <= 0.05) || held && a.p(k, 199) != p {
				t.Fatalf("p %v, drawn to the end %v", a.p(k, 199), p)
			}
		}
	}
}

func TestUnitOf(t *testing.T) {
	for _, c := range []struct {
		values []float64
		want   float64
	}{
		{[]float64{1, 2, 3, 4}, 1}, {[]float64{1, 1.5, 2, 4}, 0.5}, {[]float64{10, 20, 40}, 10},
		{[]float64{1}, 0}, {[]float64{0, 0.1234, 100}, 0}, {[]float64{1, 4}, 3},
	} {
		if got := unitOf(c.values); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%v: %v, want %v", c.values, got, c.want)
		}
	}
}
