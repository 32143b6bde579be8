package text

import (
	"context"
	"fmt"
	"testing"

	"github.com/cb401426/calibrate/stats/text/class"
	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/likeness"
	"github.com/cb401426/calibrate/stats/text/sweep"
	"github.com/cb401426/calibrate/stats/text/texttest"
)

func BenchmarkHostile(b *testing.B) {
	for _, h := range texttest.Hostile {
		text := h.Text()
		b.Run(h.Name+"/classify", func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				class.Classify(language.English(), text)
			}
		})
		b.Run(h.Name+"/corpus", func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				likeness.NewCorpus(language.English(), []likeness.Entry{{Text: text}})
			}
		})
		b.Run(h.Name+"/sweep", func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				sweep.NewSweeper(language.English(), []string{"Mateo Ortiz"}, []string{text}).Sweep(text)
			}
		})
	}
}

func BenchmarkManyReasons(b *testing.B) {
	rows := texttest.Rows(b, "lesson.csv")
	entries := make([]likeness.Entry, 5000)
	members := make([]int, len(entries))
	for i := range entries {
		r := rows[i%len(rows)]["reason"]
		entries[i] = likeness.Entry{Text: fmt.Sprint(r, " ", i%97, " ", rows[(i*7)%len(rows)]["indicator"])}
		members[i] = i
	}
	b.Run("build", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			likeness.NewCorpus(language.English(), entries)
		}
	})
	c := likeness.NewCorpus(language.English(), entries)
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
				class.Classify(language.English(), e.Text)
			}
		}
	})
}
