package privacy

import (
	"bufio"
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
	sheets := make([]sheet, len(t.Raters()))
	rated := make([]bool, len(sheets))
	items, values := newItemNames(t, ' '), valuesOf(t)
	for i, item := range t.Items() {
		name := items.of(item)
		row, levels := t.Row(i)
		for k, g := range row {
			rated[g] = true
			sheets[g].add(name, values[t.ScaleOf(item.Indicator)][levels[k]])
		}
	}
	for _, mark := range t.Marks() {
		sheets[mark.Rater].add(items.of(t.Items()[mark.Item]), []byte(mark.State.String()+"\n"))
	}
	sums := make([][]byte, len(sheets))
	for g := range sheets {
		if rated[g] {
			sums[g] = sheets[g].sum()
		}
	}
	return sums
}

// A sheet hashes what one rater gave, many lines at once.
type sheet struct {
	hash  hash.Hash
	lines *bufio.Writer
}

// sheetLines is how many bytes of a sheet wait to be hashed.
const sheetLines = 1 << 10

func (s *sheet) add(parts ...[]byte) {
	if s.hash == nil {
		s.hash = sha256.New()
		s.lines = bufio.NewWriterSize(s.hash, sheetLines)
	}
	for _, part := range parts {
		s.lines.Write(part)
	}
}

func (s *sheet) sum() []byte {
	_ = s.lines.Flush() // a hash takes everything
	return s.hash.Sum(nil)
}

// itemNames writes the names of items, each quoted once, and an end.
type itemNames struct {
	rounds, lessons, indicators [][]byte
	end                         byte
	line                        []byte
}

func newItemNames(t *rating.Table, end byte) *itemNames {
	return &itemNames{rounds: quoted(t.Rounds()), lessons: quoted(t.Lessons()), indicators: quoted(t.Indicators()), end: end}
}

// of returns the names of an item, until the next one is asked for.
func (n *itemNames) of(item rating.Item) []byte {
	n.line = append(append(n.line[:0], n.rounds[item.Round]...), ' ')
	n.line = append(append(n.line, n.lessons[item.Lesson]...), ' ')
	n.line = append(append(n.line, n.indicators[item.Indicator]...), n.end)
	return n.line
}

func quoted(names []string) [][]byte {
	list := make([][]byte, len(names))
	for i, name := range names {
		list[i] = strconv.AppendQuote(nil, name)
	}
	return list
}

// valuesOf returns the value of each level of each scale as a text, and a line
// end.
func valuesOf(t *rating.Table) [][][]byte {
	values := make([][][]byte, len(t.Scales()))
	for s, scale := range t.Scales() {
		for _, level := range scale.Levels {
			values[s] = append(values[s], fmt.Appendf(nil, "%v\n", level.Value))
		}
	}
	return values
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
	w := bufio.NewWriterSize(h, 1<<16)
	items, values, raters := newItemNames(t, '\n'), valuesOf(t), quoted(names)
	// A quoted name ends where another goes on, so that lines are in the order
	// of names, and of values under one name.
	order, place := slices.SortedFunc(slices.Values(raters), bytes.Compare), make([]int, len(raters))
	for g, name := range raters {
		place[g], _ = slices.BinarySearchFunc(order, name, bytes.Compare)
	}
	type line struct {
		place        int
		rater, value []byte
	}
	var lines []line
	for i, item := range t.Items() {
		w.Write(items.of(item))
		row, levels := t.Row(i)
		lines = lines[:0]
		for k, g := range row {
			lines = append(lines, line{place[g], raters[g], values[t.ScaleOf(item.Indicator)][levels[k]]})
		}
		slices.SortFunc(lines, func(a, b line) int {
			return cmp.Or(cmp.Compare(a.place, b.place), bytes.Compare(a.value, b.value))
		})
		for _, one := range lines {
			w.Write(one.rater)
			w.WriteByte(' ')
			w.Write(one.value)
		}
	}
	for _, mark := range t.Marks() {
		fmt.Fprintf(w, "%d %d\n", mark.Item, mark.State)
	}
	_ = w.Flush() // a hash takes everything
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
