package privacy

import (
	"bytes"
	"cmp"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"slices"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// Pseudonyms returns R1, R2, … for each rater who gave a rating, and "" for
// the others. The order is that of hashes of the ratings that each gave, keyed
// by all of them and the seed, where 0 stands for 1: it follows neither alphabet
// nor severity nor the order of the rows. No reason and no name is in it, so that a roster can neither give it
// back nor confirm a guess. Raters who gave the very same are in the order of
// their names. A report by another column has other pseudonyms: two of them
// laid side by side join nobody's groups.
func Pseudonyms(t *rating.Table, seed uint64, by string) []string {
	sheets := sheetHashes(t)
	key := sha256.New()
	fmt.Fprintf(key, "calibrate pseudonyms %d\n", cmp.Or(seed, stats.DefaultSeed))
	if by != "" {
		fmt.Fprintf(key, "by %q\n", strings.ToLower(by))
	}
	sorted := slices.Clone(sheets)
	slices.SortFunc(sorted, bytes.Compare)
	for _, sheet := range sorted {
		key.Write(sheet)
	}
	place := make([][]byte, len(sheets))
	var who []int
	for g, sheet := range sheets {
		if sheet != nil {
			place[g] = hashUnder(key.Sum(nil), sheet)
			who = append(who, g)
		}
	}
	slices.SortStableFunc(who, func(a, b int) int { return bytes.Compare(place[a], place[b]) })
	names := make([]string, len(sheets))
	for i, g := range who {
		names[g] = "R" + strconv.Itoa(i+1)
	}
	return names
}

// hashUnder returns the hash of b under a key.
func hashUnder(key, b []byte) []byte {
	h := hmac.New(sha256.New, key)
	h.Write(b)
	return h.Sum(nil)
}

// sheetHashes returns a hash of the ratings and marks that each rater gave, in
// the Table's order of items, and nil for those who gave no rating.
func sheetHashes(t *rating.Table) [][]byte {
	sheets := make([]hash.Hash, len(t.Raters()))
	rated := make([]bool, len(sheets))
	on := func(rater, item int32) hash.Hash {
		if sheets[rater] == nil {
			sheets[rater] = sha256.New()
		}
		it := t.Items()[item]
		fmt.Fprintf(sheets[rater], "%q %q %q ", t.Rounds()[it.Round], t.Lessons()[it.Lesson], t.Indicators()[it.Indicator])
		return sheets[rater]
	}
	for _, r := range t.All() {
		rated[r.Rater] = true
		fmt.Fprintf(on(r.Rater, r.Item), "%v\n", t.Value(int(r.Item), r.Level))
	}
	for _, mark := range t.Marks() {
		fmt.Fprintf(on(mark.Rater, mark.Item), "%s\n", mark.State)
	}
	sums := make([][]byte, len(sheets))
	for g, h := range sheets {
		if rated[g] {
			sums[g] = h.Sum(nil)
		}
	}
	return sums
}

// HashRatings returns the hash of the ratings under pseudonyms. Names are not
// in it: with them it would confirm a guess of who is who.
func HashRatings(t *rating.Table, names []string) string {
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

// SortByPseudonym sorts a list by its pseudonyms, R2 before R10.
func SortByPseudonym[T any](list []T, id func(T) string) {
	slices.SortFunc(list, func(a, b T) int { return rating.CompareNatural(id(a), id(b)) })
}

// SmallTeam reports whether in a team of so many no pseudonym protects: each
// knows who the others are.
func SmallTeam(raters int) bool { return raters == 2 || raters == 3 }

// A KeyEntry says which rater stands under a pseudonym.
type KeyEntry struct {
	ID   string `json:"id" csv:"id"`
	Name string `json:"name" csv:"name"`
}

// KeySchema names the shape of who is who as JSON.
const KeySchema = "calibrate.key/v1"

// A KeyFile is who is who as JSON, in the report with this hash of its ratings.
type KeyFile struct {
	Schema string     `json:"schema"`
	Report string     `json:"report"`
	Raters []KeyEntry `json:"raters"`
}

// IDs returns what each rater who gave a rating is called: the keyed id that
// follows the person, where the options have a key, or else the pseudonym.
func IDs(t *rating.Table, o calibrate.Options) []string {
	ids := Pseudonyms(t, o.Seed, o.By)
	if o.IDs == nil {
		return ids
	}
	for g := range ids {
		if ids[g] != "" {
			ids[g] = o.IDs(t.Raters()[g])
		}
	}
	return ids
}

// A KeyRow is a line of who is who as CSV.
type KeyRow struct {
	KeyEntry
	Report string `csv:"report"`
}

// Key returns who is who in the report of a study, by pseudonym.
func Key(study calibrate.Study, o calibrate.Options) []KeyEntry {
	var key []KeyEntry
	for g, id := range IDs(study.Table, o) {
		if id != "" {
			key = append(key, KeyEntry{id, study.Table.Raters()[g]})
		}
	}
	SortByPseudonym(key, func(e KeyEntry) string { return e.ID })
	return key
}
