package anonymize

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input"
	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/spelling"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/sweep"
)

// A Copy is the ratings of a reading under pseudonyms, one row a rating.
type Copy struct {
	Names, Emails int      // taken out of the reasons
	Labels        int      // lessons, rounds, indicators, headers and values that named a rater
	Telling       []string // of those that stay as they are, what may name somebody else

	header []string
	rows   [][]string
}

// Kept is what a copy keeps beside the ratings.
type Kept struct {
	Columns []string // further columns, such as role; lesson, round and indicator say that their names were looked at
	Reasons bool
}

// Ratings copies ratings and puts keyed pseudonyms in the place of names, and takes out of the
// reasons the names of the raters and what else looks like names and e-mail
// addresses. Rows are in the order of pseudonyms: that of names would tell who
// is who.
func Ratings(r *input.Reading, key []byte, keep Kept) (*Copy, error) {
	a := &anonymizer{Reading: r, out: &Copy{}, reasons: keep.Reasons}
	if err := a.choose(keep.Columns); err != nil {
		return nil, err
	}
	for _, name := range r.Table.Raters() {
		a.pseudonyms = append(a.pseudonyms, Pseudonym(key, name))
	}
	a.rounds = len(r.Table.Rounds()) > 1 || slices.ContainsFunc(r.Table.Rounds(), func(s string) bool { return s != "" })
	a.gather()
	a.label()
	a.sweep()
	a.write()
	return a.out, nil
}

// WriteCSV writes the copy. A text that a spreadsheet would run as a formula
// has an apostrophe before it.
func (a *Copy) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	for _, row := range append([][]string{a.header}, a.rows...) {
		line := make([]string, len(row))
		for i, cell := range row {
			line[i] = spelling.Harmless(cell)
		}
		if err := out.Write(line); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// An anonymizer is such a copy in the making.
type anonymizer struct {
	*input.Reading
	out        *Copy
	pseudonyms []string // by rater
	kept       []*rating.Column
	rounds     bool
	reasons    bool
	given      []anonymousRating

	looked []string // the labels whose names were looked at

	roundNames, lessonNames, indicatorNames, headers []string
}

// label takes the names of raters out of everything that is no reason.
func (a *anonymizer) label() {
	s := newLabelSweeper(a.Table.Raters(), a.pseudonyms)
	all := func(labels []string) []string {
		swept, changed := s.sweepAll(labels)
		a.out.Labels += changed
		return swept
	}
	a.roundNames, a.lessonNames = all(a.Table.Rounds()), all(a.Table.Lessons())
	for _, id := range a.Table.Indicators() {
		a.indicatorNames = append(a.indicatorNames, a.title(id))
	}
	a.indicatorNames = all(a.indicatorNames)
	for _, c := range a.kept {
		a.headers = append(a.headers, c.Name)
	}
	a.headers = all(a.headers)
	for i := range a.kept {
		values := all(a.kept[i].Levels)
		again := map[string]string{}
		for k, value := range a.kept[i].Levels {
			again[value] = values[k]
		}
		for g := range a.given {
			if value := a.given[g].columns[i]; value != "" {
				a.given[g].columns = slices.Clone(a.given[g].columns)
				a.given[g].columns[i] = again[value]
			}
		}
	}
}

// An anonymousRating is a rating or a mark.
type anonymousRating struct {
	item, rater   int32
	score, reason string
	columns       []string
}

// choose finds the columns to keep.
func (a *anonymizer) choose(keep []string) error {
	var names []string
	for _, c := range a.Table.Columns() {
		names = append(names, c.Name)
	}
	for _, want := range keep {
		if slices.Contains([]string{"lesson", "round", "indicator"}, cell.Fold(want)) {
			a.looked = append(a.looked, cell.Fold(want))
			continue
		}
		i := slices.IndexFunc(names, func(name string) bool { return cell.Fold(name) == cell.Fold(want) })
		switch {
		case i < 0 && len(names) == 0:
			return fmt.Errorf("no column %q to keep: there are no further columns", want)
		case i < 0:
			return fmt.Errorf("no column %q to keep: there are %s", want, strings.Join(names, ", "))
		}
		a.kept = append(a.kept, &a.Table.Columns()[i])
	}
	return nil
}

// gather lists what everyone gave, in the order of pseudonyms and items.
func (a *anonymizer) gather() {
	common := map[int32][]string{} // by rater: what all their ratings say
	for k, r := range a.Table.All() {
		columns := a.columns(k)
		a.give(anonymousRating{r.Item, r.Rater, a.score(r), a.Table.Reason(k), columns})
		common[r.Rater] = shareOf(common[r.Rater], columns)
	}
	for _, m := range a.Table.Marks() {
		score := ""
		if m.State == rating.NotObserved {
			score = "N/A"
		}
		columns := common[m.Rater]
		if columns == nil {
			columns = make([]string, len(a.kept))
		}
		a.give(anonymousRating{m.Item, m.Rater, score, m.Reason, columns})
	}
	slices.SortStableFunc(a.given, func(x, y anonymousRating) int {
		return cmp.Or(cmp.Compare(a.pseudonyms[x.rater], a.pseudonyms[y.rater]), cmp.Compare(x.item, y.item))
	})
}

// give adds a rating or a mark.
func (a *anonymizer) give(g anonymousRating) {
	if !a.reasons {
		g.reason = ""
	}
	a.given = append(a.given, g)
}

// columns returns what the columns that are kept say of a rating.
func (a *anonymizer) columns(k int) []string {
	values := make([]string, len(a.kept))
	for i, c := range a.kept {
		if code := c.Code(k); code >= 0 {
			values[i] = c.Levels[code]
		}
	}
	return values
}

// shareOf returns the values that two rows have in common; without a row
// before, all.
func shareOf(before, values []string) []string {
	shared := slices.Clone(values)
	for i := range before {
		if before[i] != values[i] {
			shared[i] = ""
		}
	}
	return shared
}

// score writes a score as it was given: what was turned round is turned back.
func (a *anonymizer) score(r rating.Rating) string {
	scale := a.Table.Scale(int(r.Item))
	value := a.Table.Value(int(r.Item), r.Level)
	if a.reversed(r.Item) {
		value = 2*scale.Min() + scale.Range() - value
	}
	if i, ok := scale.Index(value); ok {
		return spelling.Level(scale.Levels[i])
	}
	return strconv.FormatFloat(value, 'f', -1, 64)
}

// reversed reports whether an item's indicator runs the other way.
func (a *anonymizer) reversed(item int32) bool {
	if a.Rubric == nil {
		return false
	}
	in, _ := a.Rubric.Match(a.Table.Indicators()[a.Table.Items()[item].Indicator])
	return in.Reversed
}

// sweep takes names and addresses out of the reasons, and remarks on other
// texts that may hold some.
func (a *anonymizer) sweep() {
	reasons := make([]string, len(a.given))
	for i, g := range a.given {
		reasons[i] = g.reason
	}
	sweeper := sweep.NewSweeper(language.English(), a.Table.Raters(), reasons)
	for i := range a.given {
		swept := sweeper.Sweep(a.given[i].reason)
		a.given[i].reason = swept.Text
		a.out.Names += swept.Names
		a.out.Emails += swept.Emails + swept.Numbers
	}
	for _, s := range a.others() {
		if swept := sweeper.Sweep(s); swept.Names+swept.Emails+swept.Numbers > 0 {
			a.out.Telling = append(a.out.Telling, s)
		}
	}
}

// others returns the texts that stay as they are, once each, but for those that
// were looked at.
func (a *anonymizer) others() []string {
	var all []string
	for kind, labels := range map[string][]string{"round": a.roundNames, "lesson": a.lessonNames, "indicator": a.indicatorNames} {
		if !slices.Contains(a.looked, kind) {
			all = append(all, labels...)
		}
	}
	for i := range a.kept {
		for _, g := range a.given {
			all = append(all, g.columns[i])
		}
		slices.Sort(all)
		all = slices.Compact(all)
	}
	slices.SortFunc(all, rating.CompareNatural)
	return slices.Compact(all)
}

// write makes the header and the rows.
func (a *anonymizer) write() {
	a.out.header = []string{"rater"}
	if a.rounds {
		a.out.header = append(a.out.header, "round")
	}
	a.out.header = append(a.out.header, "lesson", "indicator", "score", "reason")
	a.out.header = append(a.out.header, a.headers...)
	for _, g := range a.given {
		item := a.Table.Items()[g.item]
		row := []string{a.pseudonyms[g.rater]}
		if a.rounds {
			row = append(row, a.roundNames[item.Round])
		}
		row = append(row, a.lessonNames[item.Lesson], a.indicatorNames[item.Indicator], g.score, g.reason)
		a.out.rows = append(a.out.rows, append(row, g.columns...))
	}
}

// title is an indicator with its long name, where the two can be told apart
// again.
func (a *anonymizer) title(id string) string {
	title := spelling.IndicatorTitle(rubric.Indicator{ID: id, Name: a.IndicatorNames[id]})
	if first, _ := header.CutID(title); first != id {
		return id
	}
	return title
}
