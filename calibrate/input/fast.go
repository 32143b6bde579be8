package input

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/scan"
)

// Large clean files of the long layout are read by package scan, which codes
// the distinct texts of each column: here each distinct text is then read the
// way that every cell is. Whatever is not plainly regular, or would be worth
// a word with its row, leaves the file to the careful reading.

// headSize is how much of a large file decides how it is read.
const headSize = 64 << 10

// errCareful leaves a file to the careful reading.
var errCareful = errors.New("to be read with care")

// oddFile leaves a file to the careful reading for what stands in it.
type oddFile struct{ why string }

func (e oddFile) Error() string { return errCareful.Error() + ": " + e.why }
func (e oddFile) Unwrap() error { return errCareful }

// readFast reads one large long file, or returns errCareful.
func readFast(ctx context.Context, paths []string, o *Options) (reading *Reading, err error) {
	if !o.WithoutReasons && !o.InBlocks || len(paths) != 1 || o.Encoding != "" || o.Round != "" && fold(o.Round) != allRounds || o.Sheet != "" ||
		o.Layout != "" && layoutKey(o.Layout) != longLayout.ID {
		return nil, errCareful
	}
	in, err := openLarge(paths[0], o)
	if err != nil {
		return nil, err
	}
	defer func() {
		if reading == nil || reading.reasons == nil { // else they are read again
			in.Close()
		}
	}()
	head, err := in.Peek(headSize)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	f, ok := planFast(in.name, head, o)
	if !ok {
		return nil, oddFile{"its first rows are not plainly those of a long file"}
	}
	if _, err := in.Discard(f.skip); err != nil {
		return nil, err
	}
	f.options.Progress = func(rows int64) { o.tell(Progress{Rows: rows, Share: in.share()}) }
	shards, err := scan.Read(ctx, in, f.options)
	var irregular *scan.Irregular
	if errors.As(err, &irregular) {
		return nil, oddFile{fmt.Sprintf("%s, in the MiB after byte %d", irregular.Why, int64(f.skip)+irregular.At)}
	}
	if err != nil {
		return nil, err
	}
	o.tell(Progress{Rows: int64(rowsOf(shards)), Read: true})
	if f.options.Reason >= 0 {
		f.texts = &reasonTexts{from: in.again, close: in.end}
	}
	return f.finish(shards)
}

// A fast reading knows from the beginning of a file how all of it is read.
type fast struct {
	reader  *reader // of the beginning
	sheet   *reading
	options scan.Options
	texts   *reasonTexts // nil where reasons are left out
	skip    int          // bytes up to the first record
	groups  []string     // headers of the further columns
	round   int          // position of the round among the other columns, -1 without
	first   int          // position of the first column among the coded ones
}

// planFast reads the beginning of a file. It has to be plainly long.
func planFast(name string, head []byte, o *Options) (*fast, bool) {
	end := bytes.LastIndexByte(head, '\n') + 1
	careful := *o
	careful.Strict = false
	r := newReader(&careful)
	r.loadBytes(source{name, head[:end]}, 0)
	r.plan()
	if len(r.sheets) != 1 || slices.ContainsFunc(r.journal.entries, func(e journalEntry) bool { return e.Severity != Note }) {
		return nil, false
	}
	x := r.sheets[0]
	if x.plan == nil || x.plan.layout != longLayout.ID || len(x.plan.blocks) != 1 ||
		len(x.plan.dropped)+len(x.plan.missing)+len(x.plan.remarks) > 0 || x.file.Encoding != "utf-8" {
		return nil, false
	}
	f := &fast{reader: r, sheet: x, skip: bytes.IndexByte(head, '\n') + 1}
	if bytes.Count(head[:f.skip], []byte{'"'})%2 != 0 || len(x.sheet.rows) < 2 || x.sheet.rows[1].line != 2 {
		return nil, false
	}
	return f, f.columns()
}

// notCoded are the fields that the ratings alone do not need.
var notCoded = []field{fieldReason, fieldIgnored, fieldLeftOut, fieldTime, fieldDate}

// columns sets which columns are coded. One of several rounds to choose needs
// the careful reading. A time or a date decides between two answers of one
// person, and where there are two the careful reading is asked anyway.
func (f *fast) columns() bool {
	f.round = -1
	round := -1
	o := &f.options
	o.Delimiter = ','
	if d := f.sheet.file.Delimiter; d == "tab" {
		o.Delimiter = '\t'
	} else if len(d) == 1 {
		o.Delimiter = d[0]
	}
	o.Width = len(f.sheet.sheet.rows[0].cells)
	o.Rater, o.Lesson, o.Indicator, o.Score, o.Reason = scan.Absent, scan.Absent, scan.Absent, scan.Absent, scan.Absent
	o.Blank = func(reason []byte) bool { return len(bytes.TrimFunc(reason, isSpace)) == 0 }
	place := map[field]*int{fieldRater: &o.Rater, fieldLesson: &o.Lesson, fieldIndicator: &o.Indicator, fieldScore: &o.Score}
	for _, c := range f.sheet.plan.blocks[0].columns {
		switch p := place[c.field]; {
		case p != nil:
			*p = c.index
		case c.field == fieldGroup:
			o.Others = append(o.Others, c.index)
			f.groups = append(f.groups, groupName(c.header))
		case c.field == fieldReason && !f.reader.options.WithoutReasons:
			if o.Reason >= 0 {
				return false // several are joined
			}
			o.Reason = c.index
		case c.field == fieldRound:
			if round >= 0 || fold(f.reader.options.Round) != allRounds {
				return false
			}
			round = c.index
		case !slices.Contains(notCoded, c.field):
			return false
		}
	}
	if round >= 0 {
		f.round = len(o.Others)
		o.Others = append(o.Others, round)
	}
	// A row whose first cell is "Average" is left out: that column is looked at.
	f.first = slices.Index(append([]int{o.Rater, o.Lesson, o.Indicator, o.Score}, o.Others...), 0)
	if f.first < 0 {
		f.first = 4 + len(o.Others)
		o.Others = append(o.Others, 0)
	}
	keys := map[string]bool{}
	for _, g := range f.groups {
		keys[fold(g)] = true
	}
	return o.Rater >= 0 && o.Score >= 0 && len(keys) == len(f.groups)
}
