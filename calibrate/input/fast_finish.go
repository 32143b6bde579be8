package input

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/entries"
	"github.com/cb401426/calibrate/calibrate/input/large"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/naming"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/scales"
	"github.com/cb401426/calibrate/calibrate/input/scan"
	"github.com/cb401426/calibrate/calibrate/input/sheets"
	"github.com/cb401426/calibrate/stats/rating"
)

// finish reads the distinct texts of the shards as the careful reading reads
// cells, and makes the Table of the codes.
func (f *fast) finish(o *Options, shards []scan.Shard) (*Reading, error) {
	r := newReader(o)
	r.Sheets, r.journal = []*sheets.Sheet{f.sheet}, f.reader.journal
	for i := range shards {
		if !f.plain(&shards[i]) {
			return nil, large.Odd{Why: "a row without a name, a row of sums, or a cell that is too long"}
		}
	}
	c := &coder{f: f, r: r, shards: shards, cells: map[cellKey]int32{}}
	c.names()
	c.entries()
	c.learnDates()
	r.result.IndicatorNames = r.SplitIndicators(r.options.Rubric)
	c.final = c.finalIndicators()
	found := r.scales() // of the whole input, whichever round is read
	rows := rowsOf(shards)
	c.chooseRound()
	r.result.Day = dayOf(r.Entries, c.written, slices.Values([]string{cell.DayIn(f.sheet.Stem)}))
	values := read(r.Entries, found.Meters, &r.journal)
	verdicts := make([]*scales.Verdict, len(r.All))
	for _, v := range values {
		if v.verdict.Code != "" {
			return nil, large.Odd{Why: fmt.Sprintf("the cell %q", layout.Shorten(r.Cell(&r.All[v.entry])))}
		}
		verdicts[v.entry] = v.verdict
	}
	if r.journal.Fatal() || slices.Contains(verdicts, nil) {
		return nil, r.odd()
	}
	scales, scaleOf := r.finalScales(values, found)
	if r.journal.Fatal() || len(scales) == 0 {
		return nil, r.odd()
	}
	if rows > math.MaxUint32 {
		return nil, large.Odd{Why: fmt.Sprintf("%d ratings, more than %d", rows, uint32(math.MaxUint32))}
	}
	codes, ok := c.codes(verdicts, scales, scaleOf)
	if !ok {
		return nil, large.Odd{Why: "too many levels, or lessons times indicators"}
	}
	if f.texts != nil {
		codes.Texts, r.result.reasons = f.texts, f.texts
	} else {
		codes.ReasonsLeftOut = c.reasons()
	}
	return f.table(r, codes, rows)
}

// table makes the Table, and the rest of the Reading.
func (f *fast) table(r *reader, codes *rating.Codes, rows int) (*Reading, error) {
	t, ok := rating.FromCodes(codes)
	if !ok {
		return nil, large.Odd{Why: "two ratings of one rater and item"}
	}
	if len(naming.NearPairs(r.Lessons.Names()))+len(naming.NearPairs(r.Indicators.Names())) > 0 && len(r.options.Same) == 0 {
		return nil, large.Odd{Why: "names of lessons or indicators nearly agree"}
	}
	r.setTable(t)
	r.checkPairs(t)
	r.fastNotes(t)
	r.reportNames()
	r.warnUnrated(t.Raters(), slices.Repeat([]bool{true}, len(t.Raters())), t.Rated())
	if r.journal.Fatal() || r.journal.Has("no_shared_items") {
		return nil, r.odd()
	}
	f.sheet.Plan.Blocks[0].Rows = make([]int, 0)
	reading, err := r.conclude()
	if len(reading.Files) > 0 {
		reading.Files[0].Rows = rows
	}
	return reading, err
}

// odd says which of the fatal problems leaves a file to the careful reading.
func (r *reader) odd() error {
	return large.Odd{Why: cmp.Or(r.journal.FirstFatal(), "there is not one score")}
}

// fastNotes says who the raters are and what was left out.
func (r *reader) fastNotes(t *rating.Table) {
	rated := 0
	for _, yes := range t.Rated() {
		if yes {
			rated++
		}
	}
	r.result.RatersAre = sheets.RatersAre(r.Sheets, rated)
	r.journal.Add(problem.Place{}, "raters_are", "", "", "%s", r.result.RatersAre.Named)
	r.result.LeftOut = sheets.ReportLeftOut(r.Sheets, &r.journal)
}

// plain reports whether the texts are such that no row is left out and no
// name is missing.
func (f *fast) plain(s *scan.Shard) bool {
	columns := append([][]string{s.Raters, s.Lessons, s.Indicators, s.Scores}, s.Others...)
	if s.LongestReason > entries.MaxCell {
		return false
	}
	for _, text := range columns[f.first] {
		if cell.Clean(text) == "" || header.IsSummary(text) {
			return false
		}
	}
	named := []bool{true, f.options.Lesson >= 0, f.options.Indicator >= 0}
	if f.round >= 0 {
		columns = append(columns[:3:3], s.Others[f.round])
		named = append(named, true)
	}
	for k, ok := range named {
		for _, text := range columns[k] {
			if ok && cell.Clean(text) == "" || len(text) > entries.MaxName {
				return false
			}
		}
	}
	for _, text := range s.Scores {
		if len(text) > cell.MaxScore {
			return false
		}
	}
	return true
}

// rowsOf counts the records.
func rowsOf(shards []scan.Shard) int {
	n := 0
	for _, s := range shards {
		for _, p := range s.Parts {
			n += len(p.Score)
		}
	}
	return n
}
