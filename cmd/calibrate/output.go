package main

import (
	"errors"
	"io/fs"

	"github.com/cb401426/calibrate/cmd/calibrate/internal/outfile"
)

// file is an output that waits to be written.
type file struct {
	path    string
	content []byte
	mode    fs.FileMode
}

// writeFiles writes every file whole, or none.
func writeFiles(files []file) error {
	list := make([]outfile.File, len(files))
	for i, f := range files {
		list[i] = outfile.File{Path: f.path, Content: f.content, Mode: f.mode}
	}
	err := outfile.Write(list)
	var clash *outfile.Clash
	if errors.As(err, &clash) {
		return usageError{err, "give each a name of its own"}
	}
	return err
}

// plainError drops the operation and path that the message already names.
func plainError(err error) error { return outfile.Plain(err) }
