package calibrate

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// A Sheet is one rater's own page: private, for that person alone.
type Sheet struct {
	ID          string        `json:"id"`             // the pseudonym in the group's report
	Name        string        `json:"name,omitempty"` // only where names may be shown
	Ratings     int           `json:"ratings"`
	Raters      int           `json:"raters"` // of the whole team
	Lessons     int           `json:"lessons"`
	Difference  stats.Number  `json:"difference"` // above (positive) or below the group on the same items
	Lower       stats.Number  `json:"lower"`
	Upper       stats.Number  `json:"upper"`
	Above       int           `json:"above"` // items above, at and below the group's median
	At          int           `json:"at"`
	Below       int           `json:"below"`
	Exact       Figure        `json:"exact"` // with the others
	Lines       []SheetLine   `json:"lines"`
	Strengths   []string      `json:"strengths"`
	Suggestions []string      `json:"suggestions"` // two at most
	Findings    []Finding     `json:"findings"`
	Master      *SheetMaster  `json:"master,omitempty"`
	Scale       *rating.Scale `json:"-"` // nil where there are several
}

// SheetLine is one rating beside the group's.
type SheetLine struct {
	Lesson     string       `json:"lesson"`
	Round      string       `json:"round,omitempty"`
	Indicator  string       `json:"indicator"`
	Name       string       `json:"name,omitempty"`
	Score      float64      `json:"score"`
	Levels     []LevelCount `json:"levels"` // what the group gave, this rater with them
	Median     stats.Number `json:"median"`
	FromMedian stats.Number `json:"from_median"` // in levels, above is positive
	Agreed     stats.Number `json:"agreed"`      // the master's score
}

// SheetMaster compares a rater with the answer key.
type SheetMaster struct {
	Items      int          `json:"items"`
	Exact      stats.Number `json:"exact"`
	WithinOne  stats.Number `json:"within_one"`
	TwoApart   stats.Number `json:"two_apart"`
	Difference stats.Number `json:"difference"` // mean of rating minus agreed score, in levels
	Team       stats.Number `json:"team"`       // exact agreement of the whole team with it
	// Standard is the rule that was asked for where it compares with a master,
	// and Meets whether this rater meets it.
	Standard string `json:"standard,omitempty"`
	Meets    Answer `json:"meets"`
}

// Stem returns the name of the sheet's file without its extension: the
// pseudonym, so that a folder's listing says nothing of who is who, and, where
// names may be shown, the name.
func (s *Sheet) Stem() string {
	words := strings.FieldsFunc(s.Name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.Join(append([]string{s.ID}, words...), "-")
}

// Sheets returns the private sheets of a study's raters, by pseudonym: those
// that Analyse gives with the same study and options.
func Sheets(ctx context.Context, study Study, o Options) ([]Sheet, error) {
	o = o.withDefaults()
	m := measure(study.Table, o.measuring())
	key := compareWithKey(m, study.Master)
	names := pseudonyms(study.Table, o.Seed)
	severities, _ := m.severities()
	figures, private := m.raterFigures(), m.findings(key)
	raters := countTrue(m.table.Rated())
	sheets := make([]Sheet, 0, raters)
	for g, id := range names {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if id == "" {
			continue // gave no rating
		}
		s := Sheet{
			ID: id, Raters: raters, Lessons: m.lessons, Exact: figures[g], Findings: private[g],
			Strengths: []string{}, Suggestions: []string{},
		}
		minus := func(v float64) float64 { return -v }
		lower, upper := severities[g].limits(o.Confidence)
		s.Difference, s.Lower, s.Upper = severities[g].value.Map(minus), upper.Map(minus), lower.Map(minus)
		if o.Names {
			s.Name = study.Table.Raters()[g]
		}
		if len(m.scales) == 1 {
			s.Scale = m.scales[0].scale
		}
		s.Lines = m.sheetLines(int32(g), study.Names, key)
		s.Ratings = len(s.Lines)
		s.count()
		s.Master = key.sheetMaster(int32(g), o.Standard)
		s.advise(m, int32(g))
		sheets = append(sheets, s)
	}
	sortByPseudonym(sheets, func(s Sheet) string { return s.ID })
	return sheets, nil
}

// sheetLines sets a rater's ratings beside the group's.
func (m *measures) sheetLines(rater int32, names map[string]string, key *keyed) []SheetLine {
	var lines []SheetLine
	for i, it := range m.table.Items() {
		row, levels := m.table.Row(i)
		k := slices.Index(row, rater)
		if k < 0 {
			continue
		}
		id := m.table.Indicators()[it.Indicator]
		line := SheetLine{
			Lesson: m.table.Lessons()[it.Lesson], Round: m.table.Rounds()[it.Round], Indicator: id, Name: names[id],
			Score: m.table.Value(i, levels[k]), Levels: m.levelCounts(i),
			Median: stats.None(stats.NoPairs), FromMedian: stats.None(stats.NoPairs), Agreed: stats.None(noMaster),
		}
		if len(row) > 1 {
			scores := make([]float64, len(row))
			for j, level := range levels {
				scores[j] = m.table.Value(i, level)
			}
			line.Median = stats.Of(median(scores))
			line.FromMedian = stats.Of((line.Score - median(scores)) / m.scaleOf(i).step)
		}
		if key != nil && key.byItem[i] != nil {
			line.Agreed = stats.Of(key.byItem[i].score)
		}
		lines = append(lines, line)
	}
	return lines
}

// count counts the items above, at and below the group's median.
func (s *Sheet) count() {
	for _, line := range s.Lines {
		switch v, ok := line.FromMedian.Value(); {
		case !ok:
		case v > 0:
			s.Above++
		case v < 0:
			s.Below++
		default:
			s.At++
		}
	}
}

// sheetMaster compares a rater with the answer key, nil without one.
func (k *keyed) sheetMaster(rater int32, standard *Standard) *SheetMaster {
	if k == nil {
		return nil
	}
	x := &SheetMaster{Meets: noAnswer(stats.NotApplicable)}
	var sum shares
	difference := 0.0
	sheets := map[[2]int32][2]float64{} // lesson and round: near, rated
	for _, c := range k.all() {
		row, _ := k.m.table.Row(c.item)
		at := slices.Index(row, rater)
		if at < 0 {
			continue
		}
		x.Items++
		sum.exact += c.near[at].exact
		sum.withinOne += c.near[at].withinOne
		sum.twoApart += c.near[at].twoApart
		difference += (c.scores[at] - c.score) / k.m.scaleOf(c.item).step
		it := k.m.table.Items()[c.item]
		s := sheets[[2]int32{it.Lesson, it.Round}]
		sheets[[2]int32{it.Lesson, it.Round}] = [2]float64{s[0] + c.near[at].withinOne, s[1] + 1}
	}
	over := func(v float64) stats.Number {
		if x.Items == 0 {
			return stats.None(noMaster)
		}
		return stats.Of(v / float64(x.Items))
	}
	x.Exact, x.WithinOne, x.TwoApart, x.Difference = over(sum.exact), over(sum.withinOne), over(sum.twoApart), over(difference)
	x.Team = k.figures(k.m.all()).exact.Value
	if standard.NeedsMaster && x.Items > 0 {
		x.Standard = standard.ID
		x.Meets = yesNo(sum.withinOne >= sheetShare*float64(x.Items)-1e-9)
		if standard.NoIndicators { // each sheet by itself
			good := true
			for _, s := range sheets {
				good = good && s[0] >= sheetShare*s[1]-1e-9
			}
			x.Meets = yesNo(good)
		}
	}
	return x
}

// furthest returns the lines by their distance from the master, where that is
// known, else from the group's median; those a level away or more.
func (s *Sheet) furthest(step func(SheetLine) float64) []SheetLine {
	distance := func(line SheetLine) float64 {
		if v, ok := line.Agreed.Value(); ok {
			return math.Abs(line.Score-v) / step(line)
		}
		return math.Abs(line.FromMedian.Or(0))
	}
	lines := slices.DeleteFunc(slices.Clone(s.Lines), func(line SheetLine) bool { return distance(line) < 1-1e-9 })
	slices.SortStableFunc(lines, func(a, b SheetLine) int { return cmp.Compare(distance(b), distance(a)) })
	return lines
}

// place names a line: the indicator, and the lesson where there are several.
func (s *Sheet) place(line SheetLine) string {
	if s.Lessons < 2 {
		return line.Indicator
	}
	return fmt.Sprintf("%s of %s", line.Indicator, line.Lesson)
}
