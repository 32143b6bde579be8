package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// file is an output that waits to be written.
type file struct {
	path    string
	content []byte
	mode    fs.FileMode
}

// writeFiles writes every file whole or not at all: each to a temporary file
// beside it first, and only when all are on disk are they given their names.
// What is no file, such as a pipe, is written to when the files stand.
func writeFiles(files []file) error {
	var temporary []string
	defer func() {
		for _, name := range temporary {
			os.Remove(name)
		}
	}()
	targets := make([]target, len(files))
	for i, f := range files {
		t, err := f.target()
		if err == nil && !t.stream {
			var name string
			if name, err = t.writeBeside(f.content); name != "" {
				t.temporary = name
				temporary = append(temporary, name)
			}
		}
		if err != nil {
			return fmt.Errorf("cannot write %s: %w", f.path, plainError(err))
		}
		targets[i] = t
	}
	for i, t := range targets {
		if err := t.finish(files[i].content); err != nil {
			return fmt.Errorf("cannot write %s: %w", files[i].path, plainError(err))
		}
	}
	return nil
}

// target is where a file goes.
type target struct {
	path      string // with no link in it
	mode      fs.FileMode
	stream    bool // a pipe or a device
	temporary string
}

// target follows links, and keeps the mode of a file that is there where it is
// the stricter.
func (f file) target() (target, error) {
	t := target{path: f.path, mode: f.mode}
	info, err := os.Stat(f.path)
	switch {
	case err != nil: // there is none, or a link to none
		if to, err := os.Readlink(f.path); err == nil {
			t.path = to
			if !filepath.IsAbs(to) {
				t.path = filepath.Join(filepath.Dir(f.path), to)
			}
		}
		return t, nil
	case info.IsDir():
		return t, errors.New("it is a directory")
	case !info.Mode().IsRegular():
		t.stream = true
		return t, nil
	}
	t.mode &= info.Mode().Perm()
	t.path, err = filepath.EvalSymlinks(f.path)
	return t, err
}

// writeBeside writes a file's content beside its path.
func (t target) writeBeside(content []byte) (name string, err error) {
	f, err := os.CreateTemp(filepath.Dir(t.path), ".calibrate-*")
	if err != nil {
		return "", err
	}
	_, err = f.Write(content)
	return f.Name(), errors.Join(err, f.Chmod(t.mode), f.Close())
}

// finish gives the file its name, or writes to what is none.
func (t target) finish(content []byte) error {
	if !t.stream {
		return os.Rename(t.temporary, t.path)
	}
	f, err := os.OpenFile(t.path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Close())
}

// plainError drops the operation and path that the message already names.
func plainError(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
