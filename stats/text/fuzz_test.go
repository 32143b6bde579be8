package text

import (
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"
)

func addSeeds(f *testing.F) {
	for _, h := range hostile {
		f.Add(strings.Repeat(h.unit, 3))
	}
	for _, s := range []string{"", `"`, "'", "T:", "T: “", "Mr.", "@", "a@b.c", "1.", "x4", "4/", "-", "\x00", "ſ'ſ", "ǅemal"} {
		f.Add(s)
	}
}

func FuzzClassify(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		c := English().Classify(s)
		if c.Class != Evidence && c.Class != Opinion && c.Class != Mixed && c.Class != Empty && c.Class != Unread {
			t.Fatalf("class %q", c.Class)
		}
		at, clean := 0, strings.ToValidUTF8(s, "\uFFFD")
		for _, st := range c.Statements {
			k := strings.Index(clean[at:], st.Text)
			if k < 0 {
				t.Fatalf("statement %q is not in the text", st.Text)
			}
			at += k + len(st.Text)
			for _, w := range st.Words {
				if !strings.Contains(st.Text, w) {
					t.Fatalf("word %q is not in %q", w, st.Text)
				}
			}
		}
	})
}

func FuzzSimilarity(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		half := s[:len(s)/2]
		c := NewCorpus(English(), []Entry{{Text: s, Item: 0}, {Text: half, Item: 1}, {Text: s, Item: 1}, {Text: "T asks why", Item: 0}})
		for i := range 4 {
			for j := range 4 {
				if v := c.Similarity(i, j); !(v >= 0 && v <= 1) || v != c.Similarity(j, i) {
					t.Fatalf("similarity %v", v)
				}
			}
		}
		if v := c.Similarity(0, 2); v != 0 && v != 1 {
			t.Fatalf("the same text is like itself by %v", v)
		}
	})
}

func FuzzSweep(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		swept := NewSweeper(English(), []string{s, "Ana Ortiz"}, []string{s}).Sweep(s)
		if !utf8.ValidString(swept.Text) || swept.Names < 0 || swept.Emails < 0 {
			t.Fatalf("%+v", swept)
		}
		if swept.Names+swept.Emails+swept.Numbers == 0 && swept.Text != strings.ToValidUTF8(invisible.Replace(s), "\uFFFD") {
			t.Fatalf("%q became %q with nothing swept", s, swept.Text)
		}
	})
}

func FuzzWords(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		texts := []string{s, s, s, s, s + " timer", s}
		for _, m := range LogOdds(English(), texts, texts[:5], []string{s}).First {
			if !(m.Z >= leastZ) {
				t.Fatalf("%+v", m)
			}
		}
		r := NewRubric(English(), []Indicator{{ID: "a", Name: s}, {ID: "b", Name: "timer"}})
		r.Elsewhere("a", s)
		r.Copied(s)
	})
}

func FuzzLoad(f *testing.F) {
	f.Add("run: runs, ran; running\n# note\na b c, d", "four=4", "c: a, b c")
	f.Fuzz(func(t *testing.T, words, numbers, concepts string) {
		lang, err := Load(fstest.MapFS{
			"observed.txt": {Data: []byte(words)}, "neutral.txt": {Data: []byte(words)},
			"number.txt": {Data: []byte(numbers)}, "common.txt": {Data: []byte(numbers)},
			"time.txt": {Data: []byte(numbers)}, "concept.txt": {Data: []byte(concepts)},
			"ending.txt": {Data: []byte(concepts)}, "name.txt": {Data: []byte(words)},
		}, "fuzz", nil)
		if err != nil {
			return
		}
		lang.Classify(words + concepts)
		NewCorpus(lang, []Entry{{Text: words, Item: 0}, {Text: concepts, Item: 1}}).Similarity(0, 1)
		NewSweeper(lang, nil, []string{words}).Sweep(concepts)
	})
}
