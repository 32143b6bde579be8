package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/term"

	"github.com/cb401426/calibrate/calibrate/report"
)

// file is an output that waits to be written.
type file struct {
	path    string
	content []byte
	mode    fs.FileMode
}

// writeFiles writes every file whole or not at all: each to a temporary file
// beside it first, and only when all are on disk are they given their names.
func writeFiles(files []file) error {
	var temporary []string
	defer func() {
		for _, name := range temporary {
			os.Remove(name)
		}
	}()
	for _, f := range files {
		name, err := writeTemporary(f)
		if name != "" {
			temporary = append(temporary, name)
		}
		if err != nil {
			return fmt.Errorf("cannot write %s: %w", f.path, plainError(err))
		}
	}
	for i, f := range files {
		if err := os.Rename(temporary[i], f.path); err != nil {
			return fmt.Errorf("cannot write %s: %w", f.path, plainError(err))
		}
	}
	return nil
}

// writeTemporary writes a file's content beside its path.
func writeTemporary(f file) (name string, err error) {
	if info, err := os.Stat(f.path); err == nil && info.IsDir() {
		return "", errors.New("it is a directory")
	}
	t, err := os.CreateTemp(filepath.Dir(f.path), ".calibrate-*")
	if err != nil {
		return "", err
	}
	_, err = t.Write(f.content)
	return t.Name(), errors.Join(err, t.Chmod(f.mode), t.Close())
}

// plainError drops the operation and path that the message already names.
func plainError(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// put writes a result to a file, or to standard output in its looks.
func (a *app) put(output, table string, write func(io.Writer, report.Options) error) error {
	looks := report.Options{}
	if output == "" {
		looks = a.looks()
	}
	looks.Table = table
	var content bytes.Buffer
	if err := write(&content, looks); err != nil {
		return err
	}
	if output != "" {
		return writeFiles([]file{{output, content.Bytes(), 0o644}})
	}
	return a.print(&content)
}

// print writes a result to standard output.
func (a *app) print(content *bytes.Buffer) error {
	a.stderr.stop()
	if _, err := content.WriteTo(a.stdout); err != nil {
		return fmt.Errorf("cannot write to standard output: %w", err)
	}
	return nil
}

// looks returns how a report is shown on standard output: in the width and
// colour of a terminal, else plain.
func (a *app) looks() report.Options {
	f, ok := a.stdout.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return report.Options{}
	}
	o := report.Options{Colour: os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"}
	if width, _, err := term.GetSize(int(f.Fd())); err == nil {
		o.Width = width
	}
	return o
}
