package command

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"github.com/spf13/pflag"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/input/settings"
	"github.com/cb401426/calibrate/calibrate/input/source"
)

// A stamped result says in its JSON how it was made.
type stamped interface{ Stamp(calibrate.Stamp) }

// runFlags name the run of a pipeline. The program has no clock: what it is
// not told, it does not say.
type runFlags struct{ id, asOf string }

func (f *runFlags) add(flags *pflag.FlagSet) {
	flags.StringVar(&f.id, "run-id", "", "of the run, for the JSON")
	flags.StringVar(&f.asOf, "as-of", "", "the date that the ratings are of, for the JSON: 2026-11-29")
}

// longestRunID is more than any scheduler gives.
const longestRunID = 200

// Parse returns what the flags say; nil for nothing.
func (f *runFlags) parse() (*calibrate.Run, error) {
	if _, err := time.Parse(time.DateOnly, f.asOf); f.asOf != "" && err != nil {
		return nil, Usage(fmt.Errorf("--as-of %q is no date", f.asOf), "write it as 2026-11-29")
	}
	if len(f.id) > longestRunID || strings.ContainsFunc(f.id, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return nil, Usage(fmt.Errorf("--run-id is longer than %d characters, or holds what cannot be printed", longestRunID), "")
	}
	if *f == (runFlags{}) {
		return nil, nil
	}
	return &calibrate.Run{ID: f.id, AsOf: f.asOf}, nil
}

// stamp says how the result was made, where its JSON does.
func (j *Job) stamp(result any) {
	s, ok := result.(stamped)
	if !ok {
		return
	}
	stamp := calibrate.Stamp{
		Program: calibrate.Program{Version: Version()},
		Made:    calibrate.Made{Run: j.run}, Read: j.readSettings(),
	}
	stamp.Made.Inputs, stamp.Notes = j.inputs()
	s.Stamp(stamp)
}

// named reports whether the result shows names.
func (j *Job) named() bool {
	names := j.flags.Lookup("names")
	return names != nil && names.Value.String() == "true"
}

// readSettings are the choices that shaped the reading, as they were given.
func (j *Job) readSettings() calibrate.ReadSettings {
	f := &j.ReadFlags
	s := calibrate.ReadSettings{
		Scale: f.scale, Rubric: f.rubric, Layout: f.Options.Layout, Missing: OrEmpty(settings.ParseList(f.missing)),
		Duplicates: f.Options.Duplicates, Strict: f.Options.Strict, Encoding: f.Options.Encoding,
		Sheets: OrEmpty(f.Options.Sheets), Hidden: f.Options.Hidden,
	}
	for _, r := range j.readings {
		if r.Rubric != nil {
			s.Rubric = r.Rubric.ID
		}
	}
	if j.named() {
		s.Columns, s.Same = f.columns, f.same
	}
	return s
}

// inputs are the files that were read, and why one has no hash.
func (j *Job) inputs() ([]calibrate.InputFile, []calibrate.Note) {
	rows := map[int]int{} // by the number of the input
	for k, r := range j.readings {
		for _, f := range r.Files {
			rows[j.before[k]+f.Input] += f.Rows
		}
	}
	var list []calibrate.InputFile
	var notes []calibrate.Note
	for i, sum := range j.sums() {
		base := filepath.Base(sum.path)
		if sum.path == "-" {
			base = "standard input"
		}
		x := calibrate.InputFile{Name: fmt.Sprint("file ", i+1), Rows: rows[i+1], SHA256: sum.sha256}
		if j.named() {
			x.Name = cmp.Or(base, x.Name)
		}
		if x.SHA256 == nil {
			notes = append(notes, calibrate.NewNote("not_hashed", fmt.Sprintf("/inputs/%d/sha256", i)))
		}
		list = append(list, x)
	}
	return list, notes
}

// A fileSum is the SHA-256 of a file; nil where it cannot be read again.
type fileSum struct {
	path   string
	sha256 *string
}

// Hashing hashes files while they are read, and standard input as it passes.
type hashing struct {
	stdin hash.Hash
	done  chan []fileSum
	list  []fileSum
}

// start begins to hash the files, each after the one before.
func (h *hashing) start(paths []string) {
	files := source.Files(paths)
	h.done = make(chan []fileSum, 1)
	go func() {
		var sums []fileSum
		for _, path := range files {
			s := fileSum{path: path}
			if path != "-" {
				s.sha256 = hashFile(path)
			}
			sums = append(sums, s)
		}
		h.done <- sums
	}()
}

// Pass returns standard input that is hashed as it passes.
func (h *hashing) Pass(stdin io.Reader) io.Reader {
	h.stdin = sha256.New()
	return io.TeeReader(stdin, h.stdin)
}

// sums waits for the hashes.
func (j *Job) sums() []fileSum {
	h := &j.Hashing
	if h.done == nil {
		return nil
	}
	if h.list == nil {
		h.list = <-h.done
		for i := range h.list {
			if h.list[i].path == "-" && h.stdin != nil {
				h.list[i].sha256 = hexOf(h.stdin)
			}
		}
	}
	return h.list
}

// hashFile is the hash of a regular file, which can be read twice.
func hashFile(path string) *string {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return nil
	}
	return hexOf(sum)
}

func hexOf(h hash.Hash) *string {
	s := hex.EncodeToString(h.Sum(nil))
	return &s
}

// OrEmpty returns an empty list for none: JSON shows [], not null.
func OrEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
