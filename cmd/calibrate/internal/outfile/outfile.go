// Package outfile writes files whole or not at all, several together.
package outfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/cb401426/calibrate/calibrate/wording"
)

// A File is an output that waits to be written. Its mode is that of a new file
// before the umask; one that is there keeps its own where that is stricter.
type File struct {
	Path    string
	Content []byte
	Mode    fs.FileMode
}

// Clash is an error for two outputs that are one file.
type Clash struct{ First, Second string }

func (c *Clash) Error() string {
	if c.First == c.Second {
		return fmt.Sprintf("two outputs are to be written to %s", c.First)
	}
	return fmt.Sprintf("two outputs are to be written to one file: %s and %s", c.First, c.Second)
}

// Write writes every file, or none: each to a temporary file beside it first,
// and only when all are on disk are they given their names. What is no file,
// such as a pipe, is written to when the files stand. Two files of one path,
// also by links, are a *Clash.
func Write(files []File) (err error) {
	targets, err := resolve(files)
	if err != nil {
		return err
	}
	defer func() {
		for _, t := range targets {
			pending.remove(t.temporary)
		}
	}()
	swept := map[string]bool{}
	for i := range targets {
		t := &targets[i]
		if t.stream {
			continue
		}
		if dir := filepath.Dir(t.path); !swept[dir] {
			swept[dir] = true
			sweep(dir)
		}
		if err := t.writeBeside(files[i].Content); err != nil {
			return cannot(files[i].Path, err)
		}
	}
	if failed, err := pending.commit(targets); err != nil {
		return cannot(files[failed].Path, err)
	}
	for i, t := range targets {
		if t.stream {
			if err := writeStream(t.path, files[i].Content); err != nil {
				return cannot(files[i].Path, err)
			}
		}
	}
	return nil
}

// cannot names the file that could not be written.
func cannot(path string, err error) error {
	dir := filepath.Dir(path)
	if _, missing := os.Stat(dir); errors.Is(missing, fs.ErrNotExist) {
		return fmt.Errorf("cannot write %s: there is no folder %s", path, dir)
	}
	return fmt.Errorf("cannot write %s: %w", path, wording.Plain(err))
}

// target is where a file goes.
type target struct {
	path      string // with no link in it
	mode      fs.FileMode
	stream    bool // a pipe or a device
	temporary string
}

// resolve follows the paths of the files to where they lead.
func resolve(files []File) ([]target, error) {
	targets := make([]target, len(files))
	first := map[string]string{}
	for i, f := range files {
		t, err := f.target()
		if err != nil {
			return nil, cannot(f.Path, err)
		}
		targets[i] = t
		key, err := filepath.Abs(t.path)
		if err != nil {
			key = t.path
		}
		if dir, err := filepath.EvalSymlinks(filepath.Dir(key)); err == nil {
			key = filepath.Join(dir, filepath.Base(key))
		}
		if before, ok := first[key]; ok {
			return nil, &Clash{before, f.Path}
		}
		first[key] = f.Path
	}
	return targets, sameFiles(files, targets)
}

// sameFiles finds two names of one file that stands already, as hard links and
// file systems without case give them.
func sameFiles(files []File, targets []target) error {
	var infos []fs.FileInfo
	var paths []string
	for i, t := range targets {
		info, err := os.Stat(t.path)
		if err != nil || t.stream {
			continue
		}
		for k, other := range infos {
			if os.SameFile(info, other) {
				return &Clash{paths[k], files[i].Path}
			}
		}
		infos, paths = append(infos, info), append(paths, files[i].Path)
	}
	return nil
}

// mostLinks is how many links are followed to a file that is not there yet.
const mostLinks = 40

// target follows links, and keeps the mode of a file that is there where it is
// the stricter. Links in a circle stay as they are.
func (f File) target() (target, error) {
	t := target{path: f.Path, mode: f.Mode}
	for range mostLinks {
		info, err := os.Stat(t.path)
		switch {
		case err == nil && info.IsDir():
			return t, errors.New("it is a folder")
		case err == nil && !info.Mode().IsRegular():
			t.stream = true
			return t, nil
		case err == nil:
			t.mode &= info.Mode().Perm()
			t.path, err = filepath.EvalSymlinks(t.path)
			return t, err
		case !errors.Is(err, fs.ErrNotExist):
			return t, err
		}
		to, err := os.Readlink(t.path)
		if err != nil {
			return t, nil // there is none yet
		}
		if !filepath.IsAbs(to) {
			to = filepath.Join(filepath.Dir(t.path), to)
		}
		t.path = to
	}
	return t, errors.New("links lead in a circle")
}

// writeBeside writes a file's content to a new file beside its path, and sees
// it to the disk.
func (t *target) writeBeside(content []byte) error {
	f, err := pending.create(filepath.Dir(t.path), t.mode)
	if err != nil {
		return err
	}
	t.temporary = f.Name()
	_, err = f.Write(content)
	return errors.Join(err, f.Sync(), f.Close())
}

// writeStream writes to a pipe or a device, as long as it is read.
func writeStream(path string, content []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	if _, err = f.Write(content); ReaderGone(err) {
		err = nil
	}
	return errors.Join(err, f.Close())
}
