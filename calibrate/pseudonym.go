package calibrate

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash"
	"math/rand/v2"
	"slices"
	"strconv"

	"github.com/cb401426/calibrate/stats/rating"
)

// pseudonyms returns R1, R2, … for each rater who gave a rating, and "" for
// the others. The order is a permutation keyed by a hash of all that was read
// and the seed: it follows neither alphabet nor severity nor the order of the
// rows, and a roster alone does not give it back.
func pseudonyms(t *rating.Table, seed uint64) []string {
	h := sha256.New()
	fmt.Fprintf(h, "calibrate pseudonyms %d\n", seed)
	writeRatings(h, t, t.Raters())
	for k := range t.Ratings() {
		fmt.Fprintf(h, "%q", t.Reason(k))
		for c := range t.Columns() {
			fmt.Fprintf(h, " %d", t.Columns()[c].Code(k))
		}
	}
	key := h.Sum(nil)
	rng := rand.New(rand.NewPCG(binary.LittleEndian.Uint64(key), binary.LittleEndian.Uint64(key[8:])))
	rated := make([]bool, len(t.Raters()))
	for _, r := range t.All() {
		rated[r.Rater] = true
	}
	var who []int
	for g, ok := range rated {
		if ok {
			who = append(who, g)
		}
	}
	rng.Shuffle(len(who), func(i, j int) { who[i], who[j] = who[j], who[i] })
	names := make([]string, len(rated))
	for i, g := range who {
		names[g] = "R" + strconv.Itoa(i+1)
	}
	return names
}

// hashRatings returns the hash of the ratings under pseudonyms. Names are not
// in it: with them it would confirm a guess of who is who.
func hashRatings(t *rating.Table, names []string) string {
	h := sha256.New()
	writeRatings(h, t, names)
	return hex.EncodeToString(h.Sum(nil))
}

// writeRatings writes the ratings and marks in the Table's order of items,
// with raters by name.
func writeRatings(h hash.Hash, t *rating.Table, names []string) {
	for i, item := range t.Items() {
		fmt.Fprintf(h, "%q %q %q\n", t.Rounds()[item.Round], t.Lessons()[item.Lesson], t.Indicators()[item.Indicator])
		row, levels := t.Row(i)
		lines := make([]string, len(row))
		for k, g := range row {
			lines[k] = fmt.Sprintf("%q %v\n", names[g], t.Value(i, levels[k]))
		}
		slices.Sort(lines)
		for _, line := range lines {
			h.Write([]byte(line))
		}
	}
	for _, mark := range t.Marks() {
		fmt.Fprintf(h, "%d %d\n", mark.Item, mark.State)
	}
}

// sortByPseudonym sorts a list by its pseudonyms, R2 before R10.
func sortByPseudonym[T any](list []T, id func(T) string) {
	slices.SortFunc(list, func(a, b T) int { return rating.CompareNatural(id(a), id(b)) })
}

// A KeyEntry says which rater stands under a pseudonym.
type KeyEntry struct {
	ID   string `json:"id" csv:"id"`
	Name string `json:"name" csv:"name"`
}

// Key returns who is who in the report of a study, by pseudonym.
func Key(study Study, o Options) []KeyEntry {
	var key []KeyEntry
	for g, id := range pseudonyms(study.Table, o.Seed) {
		if id != "" {
			key = append(key, KeyEntry{id, study.Table.Raters()[g]})
		}
	}
	sortByPseudonym(key, func(e KeyEntry) string { return e.ID })
	return key
}
