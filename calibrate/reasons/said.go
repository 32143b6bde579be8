package reasons

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/parallel"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/text/class"
	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/likeness"
	"github.com/cb401426/calibrate/stats/text/sweep"
)

// said is a reason as it was given, and what it is.
type said struct {
	item, rater int32
	level       uint16
	state       rating.State
	score       float64 // where the state is Scored
	raw         string
	text        string // without names and addresses
	is          class.Classified
}

// scored is the score of a reason, or none.
func (s *said) scored() stats.Number {
	if s.state != rating.Scored {
		return stats.None(calibrate.NoScore)
	}
	return stats.Of(s.score)
}

// evident reports whether a reason names something that was seen or heard.
func (s *said) evident() bool { return s.is.Class == class.Evidence || s.is.Class == class.Mixed }

// Sayings are the reasons of a file, ready to be compared.
type Sayings struct {
	lang    *language.Language
	said    []said
	byItem  map[int32][]int // reasons of ratings that say something, in order
	unrated map[int32][]int // such reasons of blank ratings
	unseen  map[int32][]int // and of what could not be observed
	items   []int32         // those with either, in order
	shown   map[int32]int   // place of an item in the report
	corpus  *likeness.Corpus
	swept   int
}

// mostReasons is the number of reasons that a report reads: those of the items
// furthest apart.
const mostReasons = 20_000

// everySaid collects the reasons, by item and pseudonym; of more than most it
// cuts those of the last items.
func (a *Reader) everySaid(items []int, most int) (list []said, cut bool) {
	t := a.Study.Table
	marks := map[int][]rating.Mark{}
	for _, m := range t.Marks() {
		if reasonOf(m.Reason) != "" {
			marks[int(m.Item)] = append(marks[int(m.Item)], m)
		}
	}
	for _, item := range items {
		from := len(list)
		raters, levels := t.Row(item)
		for k := range raters {
			if raw := reasonOf(t.Reason(t.Offset(item) + k)); raw != "" {
				list = append(list, said{
					item: int32(item), rater: raters[k], level: levels[k], state: rating.Scored,
					score: t.Value(item, levels[k]), raw: raw,
				})
			}
		}
		for _, m := range marks[item] {
			list = append(list, said{item: m.Item, rater: m.Rater, state: m.State, raw: reasonOf(m.Reason)})
		}
		if len(list) > most {
			sortSaid(a, list[from:])
			list, cut = list[:most], true
			break
		}
	}
	sortSaid(a, list)
	return list, cut
}

// reasonOf is a reason without blanks around it.
func reasonOf(s string) string { return strings.TrimSpace(s) }

// sortSaid sorts reasons by item, pseudonym and text: raters without a rating
// have no pseudonym.
func sortSaid(a *Reader, list []said) {
	slices.SortStableFunc(list, func(x, y said) int {
		return cmp.Or(cmp.Compare(x.item, y.item),
			rating.CompareNatural(a.Names[x.rater], a.Names[y.rater]), strings.Compare(x.raw, y.raw))
	})
}

// sweepAndClassify takes the names of people out of reasons and says what each
// is. It classifies what is left, so that no name leads to a class.
func sweepAndClassify(ctx context.Context, lang *language.Language, people []string, list []said, topic func(item int32) string) (*Sayings, error) {
	raws, entries := make([]string, len(list)), make([]likeness.Entry, len(list))
	for i := range list {
		raws[i] = list[i].raw
		entries[i] = likeness.Entry{Text: list[i].raw, Item: int(list[i].item), Topic: topic(list[i].item)}
	}
	lang = lang.Remembering()
	s := &Sayings{lang: lang, said: list}
	if err := inBlocks(ctx, len(list), func(i int) { lang.Passage(raws[i]) }); err != nil {
		return nil, err
	}
	var weighing parallel.Group
	weighing.Go(func() { s.corpus = likeness.NewCorpus(lang, entries) })
	defer weighing.Wait()
	sweeper := sweep.NewSweeper(lang, people, raws)
	found := make([]int, len(list))
	err := inBlocks(ctx, len(list), func(i int) {
		swept := sweeper.Sweep(list[i].raw)
		list[i].text = swept.Text
		list[i].is = class.Classify(lang, swept.Text)
		found[i] = swept.Names + swept.Emails + swept.Numbers
	})
	if err != nil {
		return nil, err
	}
	for _, n := range found {
		s.swept += n
	}
	s.sort()
	return s, nil
}

// topics returns what each item is about: the words of its indicator and of
// the rubric's levels, where they are known.
func (a *Reader) topics() func(item int32) string {
	t := a.Study.Table
	of := make([]string, len(t.Indicators()))
	for in, id := range t.Indicators() {
		words := []string{id, a.Study.Names[id]}
		for _, l := range t.Scales()[t.ScaleOf(int32(in))].Levels {
			words = append(words, a.Study.WordsOf(id, l.Value))
		}
		of[in] = strings.Join(words, " ")
	}
	return func(item int32) string { return of[t.Items()[item].Indicator] }
}

// sort puts the reasons that make pairs to their items. "Not observed" is no
// rating, and what says nothing is no reason.
func (s *Sayings) sort() {
	s.byItem, s.shown = map[int32][]int{}, map[int32]int{}
	s.unrated, s.unseen = map[int32][]int{}, map[int32][]int{}
	for i := range s.said {
		x := &s.said[i]
		if x.is.Class == class.Empty {
			continue
		}
		if x.state == rating.NotObserved {
			s.unseen[x.item] = append(s.unseen[x.item], i)
			continue
		}
		if n := len(s.items); n == 0 || s.items[n-1] != x.item {
			s.items = append(s.items, x.item)
		}
		if x.state == rating.Scored {
			s.byItem[x.item] = append(s.byItem[x.item], i)
		} else {
			s.unrated[x.item] = append(s.unrated[x.item], i)
		}
	}
}

// block is the number of reasons that a worker takes at a time.
const block = 64

// inBlocks calls f for 0 to n-1 on all processors.
func inBlocks(ctx context.Context, n int, f func(i int)) error {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	for from := 0; from < n; from += block {
		g.Go(parallel.Safely(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			for i := from; i < min(from+block, n); i++ {
				f(i)
			}
			return nil
		}))
	}
	return g.Wait()
}

// statementsOf are the texts of a reason's statements of the given classes.
func (s *said) statementsOf(classes ...class.Class) []class.Statement {
	var list []class.Statement
	for _, st := range s.is.Statements {
		if slices.Contains(classes, st.Class) {
			list = append(list, st)
		}
	}
	return list
}
