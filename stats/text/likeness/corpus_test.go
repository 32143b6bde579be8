package likeness

import (
	"context"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/cb401426/calibrate/stats/text/language"
)

func TestSimilarity(t *testing.T) {
	c := NewCorpus(language.English(), []Entry{
		{Text: "4 of 22 hands after the question", Item: 0},
		{Text: "hands: 4 of 22, after the question", Item: 0},
		{Text: "Carpet to desks 50 sec.", Item: 1},
		{Text: "from the carpet to desks 0:50", Item: 1},
		{Text: "moved to desks in 51 seconds", Item: 1},
		{Text: "", Item: 2},
		{Text: "the of and", Item: 2},
		{Text: "Great!", Item: 3},
		{Text: "Take your time, we'll wait for you, she says, and the class waits for him to finish", Item: 4},
		{Text: "we'll wait for you", Item: 4},
		{Text: "Long pause before anyone is called on", Item: 5},
		{Text: "wait time of 8 seconds", Item: 5},
	})
	for _, test := range []struct {
		name      string
		i, j      int
		low, high float64
	}{
		{"the same, moved", 0, 1, 0.9, 1},
		{"itself", 2, 2, 1, 1},
		{"50 sec is 0:50", 2, 3, 0.8, 1},
		{"51 is not 50", 3, 4, 0, 0.8},
		{"different events", 0, 2, 0, 0.1},
		{"empty with itself", 5, 5, 0, 0},
		{"no content with itself", 6, 6, 0, 0},
		{"verdict with itself", 7, 7, 1, 1},
		{"long holds short", 8, 9, 0.4, 1},
		{"no word shared, one idea", 10, 11, 0.1, 1},
	} {
		if got := c.Similarity(test.i, test.j); got < test.low || got > test.high {
			t.Errorf("%s: %v, want %v to %v", test.name, got, test.low, test.high)
		}
	}
	if c.Len() != 12 {
		t.Errorf("Len is %d", c.Len())
	}
}

// TestBackground: what the file says of every item separates nothing.
func TestBackground(t *testing.T) {
	entries := []Entry{{Text: "the otters project was long", Item: 0}, {Text: "the otters project was loud", Item: 0}}
	alone := NewCorpus(language.English(), entries).Similarity(0, 1)
	for item := 1; item < 100; item++ {
		entries = append(entries, Entry{Text: "the otters project", Item: item})
	}
	if among := NewCorpus(language.English(), entries).Similarity(0, 1); among >= alone {
		t.Errorf("a background word weighs %v, no less than %v", among, alone)
	}
}

// words makes texts of a few words that are likely to be shared.
func texts(t *rapid.T) []Entry {
	word := rapid.SampledFrom(strings.Fields(`T S asks waits 7 sec 0:07 4/22 hands "why" great
		pause partner exit ticket the a Bea 😊 שלום 你好 .`))
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Entry {
		return Entry{
			Text: strings.Join(rapid.SliceOfN(word, 0, 12).Draw(t, "words"), " "),
			Item: rapid.IntRange(0, 3).Draw(t, "item"),
		}
	}), 2, 12).Draw(t, "entries")
}

func TestSimilarityLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := texts(t)
		order := rapid.Permutation(indices(len(entries))).Draw(t, "order")
		moved := make([]Entry, len(entries))
		for to, from := range order {
			moved[to] = entries[from]
		}
		c, m := NewCorpus(language.English(), entries), NewCorpus(language.English(), moved)
		for x, i := range order {
			for y, j := range order {
				s := c.Similarity(i, j)
				switch {
				case s != c.Similarity(j, i):
					t.Fatal("not symmetric")
				case s != m.Similarity(x, y):
					t.Fatal("the order of the corpus matters")
				case s < 0 || s > 1:
					t.Fatalf("%v is out of range", s)
				case entries[i].Text == entries[j].Text && s != 0 && s != 1:
					t.Fatalf("%q is like itself by %v", entries[i].Text, s)
				}
			}
		}
	})
}

func indices(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}

func TestPairs(t *testing.T) {
	entries := make([]Entry, 101)
	for i := range entries {
		entries[i] = Entry{Text: "T asks question " + strings.Repeat("x", i+1), Item: 0}
	}
	entries[7].Text = ""
	c := NewCorpus(language.English(), entries)
	collect := func(limit int, seed uint64) []Pair {
		return slices.Collect(c.Pairs(context.Background(), indices(101), limit, seed))
	}
	all := collect(0, 1)
	if len(all) != 100*99/2 {
		t.Fatalf("%d pairs of 100 reasons", len(all))
	}
	seen := map[[2]int]bool{}
	for _, p := range all {
		if p.A >= p.B || p.A == 7 || p.B == 7 || seen[[2]int{p.A, p.B}] {
			t.Fatalf("pair %v", p)
		}
		seen[[2]int{p.A, p.B}] = true
		if p.Similarity != c.Similarity(p.A, p.B) || p.Alike() != (p.Similarity >= Cut) {
			t.Fatalf("pair %v has another similarity", p)
		}
	}
	some := collect(500, 1)
	distinct := map[Pair]bool{}
	for _, p := range some {
		distinct[p] = true
	}
	if len(some) != 500 || len(distinct) != 500 {
		t.Errorf("%d pairs, %d distinct, want 500", len(some), len(distinct))
	}
	if !slices.Equal(some, collect(500, 1)) {
		t.Error("the same seed draws other pairs")
	}
	if slices.Equal(some, collect(500, 2)) {
		t.Error("another seed draws the same pairs")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for range c.Pairs(ctx, indices(101), 0, 1) {
		t.Fatal("pairs after the context is done")
	}
	for range c.Pairs(context.Background(), indices(101), 0, 1) {
		break
	}
}

func TestUnrank(t *testing.T) {
	k := 0
	for y := 1; y < 60; y++ {
		for x := range y {
			if a, b := unrank(k); a != x || b != y {
				t.Fatalf("pair %d is (%d,%d), want (%d,%d)", k, a, b, x, y)
			}
			k++
		}
	}
}

func TestWidest(t *testing.T) {
	var b strings.Builder
	for i := range 3000 {
		b.WriteString("w")
		b.WriteString(strings.Repeat("a", i%7+1))
		b.WriteString(string(rune('b' + i%19)))
		b.WriteString(string(rune('b' + i/19%19)))
		b.WriteString(string(rune('b' + i/361)))
		b.WriteString(" ")
	}
	c := NewCorpus(language.English(), []Entry{{Text: b.String(), Item: 0}, {Text: b.String(), Item: 0}})
	if n := len(c.vectors[0].ids); n != widest {
		t.Errorf("%d features are kept, want %d", n, widest)
	}
	if s := c.Similarity(0, 1); s != 1 {
		t.Errorf("the same long text is like itself by %v", s)
	}
}

// TestShorthand: what is written short, in numbers or in words, is the same;
// and what all of a team write of, the indicator's own words, is not.
func TestShorthand(t *testing.T) {
	const topic = "Engaging students in activities and groups"
	pairs := []struct {
		a, b  string
		alike bool
	}{
		{"T circulates to each table", "Tchr circ'd to ea tbl", true},
		{"26 Qs, all y/n", "twenty six questions, each answered yes or no", true},
		{"Ss wkd w/ ptnrs on the graph", "Students worked with partners on the graph", true},
		{"Obj on bd, read aloud", "The objective was on the board and read aloud", true},
		{"3 of 22 Ss raised hands", "3/22 hands", true},
		{"#'d heads, T called 4s", "Numbered heads: teacher calls on the fours", true},
		{"SW copied defs b/c T said so", "Students copied the definitions because the teacher told them to", true},
		{"T asks S to explain, says why do you think so", `Teacher has a student explain: "why do you think so?"`, true},
		{"Students in groups did the activity with string", "Students in groups did the activity with clay", false},
		{"Student groups share their activity at the board", "The groups of students clean up the activity at the sink", false},
		{"grp of 4 argues over the scale", "grp of 4 colors the map", false},
	}
	var entries []Entry
	for k, p := range pairs {
		entries = append(entries, Entry{Text: p.a, Item: k, Topic: topic}, Entry{Text: p.b, Item: k, Topic: topic})
	}
	c := NewCorpus(language.English(), entries)
	for k, p := range pairs {
		if got := c.Similarity(2*k, 2*k+1); (got >= Cut) != p.alike {
			t.Errorf("%q and %q: %.2f", p.a, p.b, got)
		}
	}
}
