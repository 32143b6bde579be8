package source

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats/rating"
)

// openPath reads one path. The first error is one that ends the reading, the
// second what the operating system says of the path.
func (r *reader) openPath(path string) (ends, failed error) {
	if path == "-" {
		r.input++
		if r.options.Stdin == nil {
			return nil, errors.New("-: no standard input")
		}
		return r.load("standard input", r.options.Stdin, 0)
	}
	info, err := os.Stat(path)
	if err != nil {
		if matches := expand(path); len(matches) > 0 {
			return r.openAll(matches)
		}
		return nil, cannotOpen(path, err)
	}
	if info.IsDir() {
		return openDirectory(r, path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, cannotOpen(path, err)
	}
	defer f.Close()
	r.input++
	return r.load(filepath.Base(path), f, info.Size())
}

// An openError says in plain words why a file cannot be opened.
type openError struct {
	says string
	err  error
}

func (e openError) Error() string { return e.says }
func (e openError) Unwrap() error { return e.err }

func cannotOpen(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return openError{"there is no file " + path, err}
	case errors.Is(err, fs.ErrPermission):
		return openError{"you may not read " + path, err}
	}
	return fmt.Errorf("cannot read %s: %w", path, wording.Plain(err))
}

// expand returns the files that a pattern names, in natural order, where the
// shell has left it as it is.
func expand(path string) []string {
	if !strings.ContainsAny(path, "*?[") {
		return nil
	}
	matches, _ := filepath.Glob(path)
	slices.SortFunc(matches, rating.CompareNatural)
	return matches
}

// Files lists the files of paths as they are read: those of a pattern that the
// shell has left as it is, and of a directory those that can hold tables.
func Files(paths []string) []string {
	var files []string
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case err != nil && len(expand(path)) > 0:
			files = append(files, Files(expand(path))...)
		case err == nil && info.IsDir():
			inside, _ := tablesIn(path)
			files = append(files, inside...)
		default:
			files = append(files, path)
		}
	}
	return files
}

// openAll reads several paths.
func (r *reader) openAll(paths []string) (ends, failed error) {
	var all []error
	for _, path := range paths {
		ends, failed := r.openPath(path)
		if ends != nil {
			return ends, nil
		}
		all = append(all, failed)
	}
	return nil, errors.Join(all...)
}

// load reads a stream to its end.
func (r *reader) load(name string, in io.Reader, said int64) (ends, failed error) {
	r.name = name
	var data []byte
	whole, err := beginsAsText(in)
	if errors.Is(err, errBlank) {
		r.report(r.nowhere(name), "nul_bytes", "", "", "%v", err)
		return nil, nil
	}
	if err == nil {
		data, err = r.budget.readAll(whole, said)
	}
	if r.ends(err) {
		return err, nil
	}
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", name, wording.Plain(err))
	}
	return r.loadBytes(file{name, data}, 0), nil
}

// openDirectory reads the tables in a directory, in natural order.
func openDirectory(r *reader, dir string) (ends, failed error) {
	paths, err := tablesIn(dir)
	if err != nil {
		return nil, cannotOpen(dir, err)
	}
	if len(paths) == 0 {
		r.report(r.nowhere(filepath.Base(dir)), "empty_file", "", "the .csv and .xlsx files of a directory are read", "a directory without a table in it")
		return nil, nil
	}
	return r.openAll(paths)
}

// tablesIn lists the files of a directory that can hold tables, in natural
// order.
func tablesIn(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var paths []string
	for _, e := range entries {
		if !e.IsDir() && readable(e.Name()) {
			paths = append(paths, filepath.Join(dir, e.Name()))
		}
	}
	slices.SortFunc(paths, rating.CompareNatural)
	return paths, nil
}
