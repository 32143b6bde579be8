package input

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
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
func readFast(ctx context.Context, paths []string, o *Options) (*Reading, error) {
	if !o.WithoutReasons || len(paths) != 1 || o.Encoding != "" || o.Round != "" && fold(o.Round) != allRounds || o.Sheet != "" ||
		o.Layout != "" && layoutKey(o.Layout) != longLayout.ID {
		return nil, errCareful
	}
	in, err := openLarge(paths[0], o)
	if err != nil {
		return nil, err
	}
	defer in.Close()
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
	return f.finish(shards)
}

// fastSize is the size from which on a file is worth the fast way.
func (o *Options) fastSize() int64 {
	if o.limits != nil {
		return o.limits.fast
	}
	return defaultLimits.fast
}

// large is an open file with what was read of it before its turn.
type large struct {
	*bufio.Reader
	name string
	file *counted // nil for standard input
}

// counted is a file of which it is known how far it was read.
type counted struct {
	*os.File
	read, size int64
}

func (c *counted) Read(b []byte) (int, error) {
	n, err := c.File.Read(b)
	c.read += int64(n)
	return n, err
}

// share returns how much of the file was read, 0 where that is not known.
func (l *large) share() float64 {
	if l.file == nil || l.file.size == 0 {
		return 0
	}
	return min(1, float64(l.file.read)/float64(l.file.size))
}

func (l *large) Close() error {
	if l.file == nil {
		return nil
	}
	return l.file.Close()
}

// openLarge opens a file that is worth the fast way, unpacked. Of standard
// input a careful reading would need the beginning again: what does not fit
// into a buffer is kept in a temporary file.
func openLarge(path string, o *Options) (*large, error) {
	if path == "-" {
		return openLargeStdin(o)
	}
	info, err := os.Stat(path)
	if err != nil || info.IsDir() || info.Mode().IsRegular() && info.Size() < o.fastSize()/4 {
		return nil, errCareful
	}
	opened, err := os.Open(path)
	if err != nil {
		return nil, errCareful
	}
	f := &counted{File: opened, size: info.Size()}
	in := &large{bufio.NewReaderSize(f, headSize), filepath.Base(path), f}
	if magic, _ := in.Peek(2); bytes.Equal(magic, []byte("\x1f\x8b")) {
		unpacked, err := gzip.NewReader(in.Reader)
		if err != nil {
			f.Close()
			return nil, errCareful
		}
		in.Reader = bufio.NewReaderSize(unpacked, headSize)
		return in, nil
	}
	if !info.Mode().IsRegular() || info.Size() < o.fastSize() {
		f.Close()
		return nil, errCareful
	}
	return in, nil
}

// openLargeStdin reads standard input up to the size that is worth the fast
// way. Where it ends before, it is given back to be read with care.
func openLargeStdin(o *Options) (*large, error) {
	if o.Stdin == nil {
		return nil, errCareful
	}
	start, err := io.ReadAll(io.LimitReader(o.Stdin, o.fastSize()))
	if err != nil {
		return nil, err
	}
	if int64(len(start)) < o.fastSize() || bytes.HasPrefix(start, []byte("\x1f\x8b")) {
		o.Stdin = io.MultiReader(bytes.NewReader(start), o.Stdin)
		return nil, errCareful
	}
	spool, err := os.CreateTemp("", "calibrate-*")
	if err != nil {
		return nil, err
	}
	os.Remove(spool.Name()) // the open file stays until it is closed
	rest := io.TeeReader(io.MultiReader(bytes.NewReader(start), o.Stdin), spool)
	o.Stdin = &spooled{spool: spool, rest: rest}
	return &large{bufio.NewReaderSize(rest, headSize), "standard input", nil}, nil
}

// spooled is standard input from its beginning: what was read of it before,
// then the rest.
type spooled struct {
	spool   *os.File
	rest    io.Reader
	started bool
}

func (s *spooled) Read(b []byte) (int, error) {
	if !s.started {
		s.started = true
		if _, err := io.Copy(io.Discard, s.rest); err != nil {
			return 0, err
		}
		if _, err := s.spool.Seek(0, io.SeekStart); err != nil {
			return 0, err
		}
	}
	return s.spool.Read(b)
}

// A fast reading knows from the beginning of a file how all of it is read.
type fast struct {
	reader  *reader // of the beginning
	sheet   *reading
	options scan.Options
	skip    int      // bytes up to the first record
	groups  []string // headers of the further columns
	round   int      // position of the round among the other columns, -1 without
	first   int      // position of the first column among the coded ones
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
	o.Rater, o.Lesson, o.Indicator, o.Score = scan.Absent, scan.Absent, scan.Absent, scan.Absent
	place := map[field]*int{fieldRater: &o.Rater, fieldLesson: &o.Lesson, fieldIndicator: &o.Indicator, fieldScore: &o.Score}
	for _, c := range f.sheet.plan.blocks[0].columns {
		switch p := place[c.field]; {
		case p != nil:
			*p = c.index
		case c.field == fieldGroup:
			o.Others = append(o.Others, c.index)
			f.groups = append(f.groups, groupName(c.header))
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
