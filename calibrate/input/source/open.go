package source

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/cb401426/calibrate/stats/rating"
)

// A file is the bytes of one.
type file struct {
	name string // as messages show it
	data []byte
}

// openPath reads one path.
func (r *reader) openPath(path string) error {
	if path == "-" {
		if r.options.Stdin == nil {
			return errors.New("-: no standard input")
		}
		return r.load("standard input", r.options.Stdin)
	}
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if info.IsDir() {
		return r.openDirectory(path)
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	return r.load(filepath.Base(path), f)
}

// load reads a stream to its end.
func (r *reader) load(name string, in io.Reader) error {
	data, err := io.ReadAll(io.LimitReader(in, r.limits.Bytes+1))
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if int64(len(data)) > r.limits.Bytes {
		r.tooLarge(name)
		return nil
	}
	r.loadBytes(file{name, data}, 0)
	return nil
}

// tooLarge reports a file that only the reading in one pass could read.
func (r *reader) tooLarge(name string) {
	text := fmt.Sprintf("more than %d MiB", r.limits.Bytes>>20)
	hint := "split it by lesson or round; calibrate stats and archive read clean long files of any size"
	if why := r.options.WhyCareful; why != "" {
		text += ", and not clean enough to be read in one pass: " + why
		hint = "mend that, or split it by lesson or round"
	}
	r.report(r.nowhere(name), "too_large", "", hint, "%s", text)
}

// openDirectory reads the tables in a directory, in natural order.
func (r *reader) openDirectory(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() && readable(e.Name()) {
			names = append(names, e.Name())
		}
	}
	slices.SortFunc(names, rating.CompareNatural)
	if len(names) == 0 {
		r.report(r.nowhere(filepath.Base(dir)), "empty_file", "", "the .csv and .xlsx files of a directory are read", "a directory without a table in it")
		return nil
	}
	var failed []error
	for _, name := range names {
		failed = append(failed, r.openPath(filepath.Join(dir, name)))
	}
	return errors.Join(failed...)
}
