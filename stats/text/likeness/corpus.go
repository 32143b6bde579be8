package likeness

import (
	"cmp"
	"math"
	"slices"

	"github.com/cb401426/calibrate/stats/text/language"
)

// A Corpus holds the reasons of a file, weighted so that any two of them can
// be compared. What is common in the file, over its items, or in any file,
// weighs little. It does not change after it is made, and many goroutines may
// use it. Its memory is linear in the text, and the order of the entries
// changes no bit of a similarity.
type Corpus struct {
	vectors []vector
	claims  []claim
}

// An Entry is a reason to compare, and the item it is about. Raters of one
// item share words because they saw the same, so how common a word is is
// counted in items, not in reasons.
type Entry struct {
	Text string
	Item int
	// Topic is what the item is about: the indicator's name, and the rubric's
	// words where they are known. That reasons share these words says nothing.
	Topic string
}

// A vector is a reason: its features by number, ascending, with their weights.
type vector struct {
	ids     []int32
	weights []float64
	square  float64 // sum of squared weights
	sum     float64
}

// widest is the largest number of features kept of a reason: the heaviest. It
// bounds what comparing two reasons costs.
const widest = 512

// NewCorpus weighs the reasons of a file.
func NewCorpus(lang *language.Language, entries []Entry) *Corpus {
	texts := make([][]feature, len(entries))
	for i, e := range entries {
		texts[i] = featuresOf(lang, e.Text)
	}
	counted := countItems(texts, entries)
	names := make([]string, 0, len(counted.of))
	for name := range counted.of {
		names = append(names, name)
	}
	slices.Sort(names)
	ids := make(map[string]int32, len(names))
	weights := make([]float64, len(names))
	for i, name := range names {
		ids[name] = int32(i)
		weights[i] = weightOf(lang, name, counted.of[name], counted.items)
	}
	topics := map[string]map[int32]bool{}
	c := &Corpus{vectors: make([]vector, len(entries)), claims: make([]claim, len(entries))}
	for i, features := range texts {
		topic := entries[i].Topic
		if topics[topic] == nil {
			topics[topic] = topicOf(lang, topic, ids)
		}
		c.claims[i] = claimOf(lang, entries[i].Text)
		c.vectors[i] = newVector(features, ids, weights, topics[topic])
		texts[i] = nil
	}
	return c
}

// topicFactor is what a feature counts that the topic has too.
const topicFactor = 0.15

// topicOf returns the features of a topic, by number.
func topicOf(lang *language.Language, s string, ids map[string]int32) map[int32]bool {
	of := map[int32]bool{}
	for _, f := range featuresOf(lang, s) {
		if id, ok := ids[f.name]; ok && f.name[0] != ofNumber {
			of[id] = true
		}
	}
	return of
}

// Len returns the number of reasons.
func (c *Corpus) Len() int { return len(c.vectors) }

// counted says in how many of a file's items each feature occurs.
type counted struct {
	of    map[string]int
	items int
}

func countItems(texts [][]feature, entries []Entry) counted {
	order := make([]int, len(entries))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(entries[a].Item, entries[b].Item)
	})
	c := counted{of: map[string]int{}}
	last := map[string]int{} // the item, from 1, that a feature was last counted for
	for k, i := range order {
		if k == 0 || entries[i].Item != entries[order[k-1]].Item {
			c.items++
		}
		for _, f := range texts[i] {
			if last[f.name] != c.items {
				last[f.name] = c.items
				c.of[f.name]++
			}
		}
	}
	return c
}

// newVector weighs the features of a reason. A feature that occurs n times
// counts 1 + log n times.
func newVector(features []feature, ids map[string]int32, weights []float64, topic map[int32]bool) vector {
	type part struct {
		id     int32
		weight float64
	}
	parts := make([]part, 0, len(features))
	for _, f := range features {
		id := ids[f.name]
		w := weights[id] * (1 + math.Log(f.count))
		if topic[id] {
			w *= topicFactor
		}
		if w > 0 {
			parts = append(parts, part{id, w})
		}
	}
	if len(parts) > widest {
		slices.SortFunc(parts, func(a, b part) int {
			return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.id, b.id))
		})
		parts = parts[:widest]
		slices.SortFunc(parts, func(a, b part) int { return cmp.Compare(a.id, b.id) })
	}
	v := vector{ids: make([]int32, len(parts)), weights: make([]float64, len(parts))}
	for i, p := range parts {
		v.ids[i], v.weights[i] = p.id, p.weight
		v.square += float64(p.weight * p.weight)
		v.sum += p.weight
	}
	return v
}
