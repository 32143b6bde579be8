package input

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/entries"
	"github.com/cb401426/calibrate/calibrate/input/large"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/recognize"
	"github.com/cb401426/calibrate/calibrate/input/scan"
	"github.com/cb401426/calibrate/calibrate/input/settings"
	"github.com/cb401426/calibrate/calibrate/input/sheets"
	"github.com/cb401426/calibrate/calibrate/input/source"
)

// Large clean files of the long layout are read by package scan, which codes
// the distinct texts of each column: here each distinct text is then read the
// way that every cell is. Whatever is not plainly regular, or would be worth
// a word with its row, leaves the file to the careful reading.

// longID is the layout that is read in one pass.
const longID = "long"

// readFast reads one large long file, or returns errCareful.
func readFast(ctx context.Context, paths []string, o *Options) (reading *Reading, err error) {
	switch {
	case !o.WithoutReasons && !o.InBlocks:
		return nil, large.ErrCareful
	case len(paths) != 1:
		return nil, large.Odd{Why: "there are several files"}
	case slices.ContainsFunc(o.Same, func(pair string) bool { return cell.Fold(pair) != settings.NoneSame }):
		return nil, large.Odd{Why: "names are to be joined (--same)"}
	case o.Encoding != "" || len(o.Sheets) > 0 || o.Layout != "" && recognize.Key(o.Layout) != longID:
		return nil, large.Odd{Why: "the encoding, the sheet or the layout was named"}
	}
	in, err := large.Open(paths[0], o)
	if err != nil {
		return nil, err
	}
	defer func() {
		if reading == nil || reading.reasons == nil { // else they are read again
			in.Close()
		}
	}()
	head, err := in.Peek(large.HeadSize)
	if err != nil && err != io.EOF {
		return nil, in.Broken(err)
	}
	f, err := planFast(in.Name, head, o)
	if err != nil {
		return nil, err
	}
	if _, err := in.Discard(f.skip); err != nil {
		return nil, in.Broken(err)
	}
	bounded, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	charged := int64(0)
	f.options.Progress = func(rows int64) {
		if err := o.Budget.Spend(source.Codes, rows-charged); err != nil {
			stop(err)
		}
		charged = rows
		o.Tell(Progress{Rows: rows, Share: in.Share()})
	}
	shards, err := scan.Read(bounded, in, f.options)
	if err == nil {
		f.options.Progress(int64(rowsOf(shards)))
	}
	if exceeded := new(source.Exceeded); errors.As(context.Cause(bounded), &exceeded) {
		return nil, large.Odd{Why: "it has too many rows"} // and the careful reading finds nothing left to spend
	}
	var irregular *scan.Irregular
	if errors.As(err, &irregular) {
		return nil, large.Odd{Why: fmt.Sprintf("%s, in the MiB after byte %d", irregular.Why, int64(f.skip)+irregular.At)}
	}
	if err != nil {
		return nil, in.Broken(err)
	}
	o.Tell(Progress{Rows: int64(rowsOf(shards)), Read: true})
	if f.options.KeepReasons {
		f.texts = in.Reasons()
	}
	return f.finish(o, shards)
}

// A fast reading knows from the beginning of a file how all of it is read.
type fast struct {
	reader  *reader // of the beginning
	sheet   *sheets.Sheet
	options scan.Options
	texts   *large.Reasons // nil where reasons are left out
	skip    int            // bytes up to the first record
	groups  []string       // headers of the further columns
	round   int            // position of the round among the other columns, -1 without
	dates   []int          // columns of dates, in the order of the other columns' dates
	first   int            // position of the first column among the coded ones
}

// planFast reads the beginning of a file. It has to be plainly long; else the
// error says why not.
func planFast(name string, head []byte, o *Options) (*fast, error) {
	end := bytes.LastIndexByte(head, '\n') + 1
	careful := *o
	careful.Budget = nil // the beginning is read again
	careful.Strict = false
	r := newReader(&careful)
	r.Sheets = sheets.Plan(sheets.Take(source.Parse(name, head[:end], sourceOptions(&careful, large.Odd{})), &careful, &r.journal), &careful, &r.journal, true)
	odd := large.Odd{Why: "its first rows are not plainly those of a long file"}
	if len(r.Sheets) != 1 || !r.journal.OnlyNotes() {
		return nil, odd
	}
	x := r.Sheets[0]
	if r.journal.Has("reshaped") {
		return nil, large.Odd{Why: "its columns are rewritten first"}
	}
	if x.Plan == nil || x.Plan.Layout != longID || len(x.Plan.Blocks) != 1 ||
		len(x.Plan.Dropped)+len(x.Plan.Missing)+len(x.Plan.Doubts) > 0 || x.About.Encoding != "utf-8" || x.About.Delimiter == "space" {
		return nil, odd
	}
	f := &fast{reader: r, sheet: x, skip: bytes.IndexByte(head, '\n') + 1}
	if bytes.Count(head[:f.skip], []byte{'"'})%2 != 0 || len(x.Rows) < 2 || x.Rows[1].Line != 2 || len(x.Plan.Blocks[0].ReasonRows)+len(x.Plan.Blocks[0].MasterRows) > 0 {
		return nil, odd
	}
	if why := f.columns(); why != "" {
		return nil, large.Odd{Why: why}
	}
	return f, nil
}

// notCoded are the fields that the ratings alone do not need.
var notCoded = []layout.Field{layout.Ignored, layout.LeftOut, layout.Computed, layout.Respond}

// columns sets which columns are coded. A time or a date says on which day all rated; it also
// decides between two answers of one person, and where there are two the careful
// reading is asked anyway. What it returns keeps the file from being read in
// blocks.
func (f *fast) columns() (why string) {
	f.round = -1
	round := -1
	o := &f.options
	o.Delimiter = ','
	if d := f.sheet.About.Delimiter; d == "tab" {
		o.Delimiter = '\t'
	} else if len(d) == 1 {
		o.Delimiter = d[0]
	}
	o.Width = len(f.sheet.Rows[0].Cells)
	o.Rater, o.Lesson, o.Indicator, o.Score, o.Reason = scan.Absent, scan.Absent, scan.Absent, scan.Absent, scan.Absent
	o.Blank = func(reason []byte) bool { return len(bytes.TrimFunc(reason, cell.IsSpace)) == 0 }
	place := map[layout.Field]*int{layout.Rater: &o.Rater, layout.Lesson: &o.Lesson, layout.Indicator: &o.Indicator, layout.Score: &o.Score}
	for _, c := range f.sheet.Plan.Blocks[0].Columns {
		switch p := place[c.Field]; {
		case p != nil:
			if *p != scan.Absent {
				return "several columns together are the " + string(c.Field)
			}
			*p = c.Index
		case c.Field == layout.Group:
			o.Others = append(o.Others, c.Index)
			f.groups = append(f.groups, entries.GroupName(c.Header))
		case c.Field == layout.Reason:
			if o.Reason >= 0 {
				return "it has several columns of reasons"
			}
			o.Reason, o.KeepReasons = c.Index, !f.reader.options.WithoutReasons
		case c.Field == layout.Round:
			if round >= 0 {
				return "several columns together are the round"
			}
			round = c.Index
		case slices.Contains(dateFields, c.Field):
			f.dates = append(f.dates, c.Index)
		case !slices.Contains(notCoded, c.Field):
			return "it has a column of the kind " + string(c.Field)
		}
	}
	o.CountBy = scan.Absent
	if round >= 0 {
		f.round, o.CountBy = len(o.Others), len(o.Others)
		o.Others = append(o.Others, round)
	}
	for _, column := range f.dates {
		o.Dates = append(o.Dates, len(o.Others))
		o.Others = append(o.Others, column)
	}
	// A row whose first cell is "Average" is left out: that column is looked at.
	f.first = slices.Index(append([]int{o.Rater, o.Lesson, o.Indicator, o.Score}, o.Others...), 0)
	if f.first < 0 {
		f.first = 4 + len(o.Others)
		o.Others = append(o.Others, 0)
	}
	keys := map[string]bool{}
	for _, g := range f.groups {
		keys[cell.Fold(g)] = true
	}
	if o.Rater < 0 || o.Score < 0 || len(keys) != len(f.groups) {
		return "its columns are not plainly those of a long file"
	}
	return ""
}
