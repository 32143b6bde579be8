package text

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// hostile are texts of about a megabyte that have broken other programs.
var hostile = []struct{ name, unit string }{
	{"prose", "T asked four students why the ice melted, and two of them said \"it got warm\". Great lesson! "},
	{"no spaces", "abcdefghij"},
	{"spaces", "a.                    "},
	{"one sentence", "says that she asks if they know how "},
	{"open quotations", "\"a "},
	{"single quotations", "'a b' "},
	{"full stops", "a. "},
	{"initials", "A. "},
	{"semicolons", "a; "},
	{"digits", "1234567890"},
	{"numbers", "4 of 22, 9:38 and 50% "},
	{"emoji", "😊👩‍👩‍👧‍👦🇩🇪"},
	{"right to left", "שלום עליכם, \u202eמורה\u202c "},
	{"combining", "e\u0301\u0301\u0301\u0301"},
	{"invalid", "\xff\xfe a "},
	{"at signs", "a@b@c.d "},
	{"addresses", "aaa@bbb.example "},
	{"capitals", "Mateo Ortiz "},
	{"line ends", "\n\n- a\n"},
	{"speakers", "T: I S: you "},
	{"parentheses", "( "},
	{"should", "should could would "},
}

func (h nuisance) text() string { return strings.Repeat(h.unit, (1<<20)/len(h.unit)) }

type nuisance struct{ name, unit string }

func BenchmarkHostile(b *testing.B) {
	for _, h := range hostile {
		text := nuisance(h).text()
		b.Run(h.name+"/classify", func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				English().Classify(text)
			}
		})
		b.Run(h.name+"/corpus", func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				NewCorpus(English(), []Entry{{Text: text}})
			}
		})
		b.Run(h.name+"/sweep", func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				NewSweeper(English(), []string{"Mateo Ortiz"}, []string{text}).Sweep(text)
			}
		})
	}
}

func BenchmarkManyReasons(b *testing.B) {
	rows := readRows(b, "lesson.csv")
	entries := make([]Entry, 5000)
	members := make([]int, len(entries))
	for i := range entries {
		r := rows[i%len(rows)]["reason"]
		entries[i] = Entry{Text: fmt.Sprint(r, " ", i%97, " ", rows[(i*7)%len(rows)]["indicator"])}
		members[i] = i
	}
	b.Run("build", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			NewCorpus(English(), entries)
		}
	})
	c := NewCorpus(English(), entries)
	b.Run("all pairs", func(b *testing.B) {
		for b.Loop() {
			n := 0
			for range c.Pairs(context.Background(), members, 0, 1) {
				n++
			}
		}
	})
	b.Run("classify", func(b *testing.B) {
		for b.Loop() {
			for _, e := range entries {
				English().Classify(e.Text)
			}
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		readEnglish()
	}
}
