package main

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"errors"
	"os"
	"slices"
	"strings"
	"time"
)

// An entry is a file of an archive.
type entry struct {
	name    string
	content []byte
	mode    int64
}

// sorted puts entries in the order of their names, so that the same files make
// the same archive.
func sorted(entries []entry) []entry {
	return slices.SortedFunc(slices.Values(entries), func(a, b entry) int { return strings.Compare(a.name, b.name) })
}

// writeTar writes entries below a folder of the archive's name.
func writeTar(path, folder string, entries []entry) (string, error) {
	f, err := os.Create(path)
	if err != nil {
		return "", err
	}
	z := gzip.NewWriter(f)
	t := tar.NewWriter(z)
	for _, e := range sorted(entries) {
		header := &tar.Header{Name: folder + "/" + e.name, Mode: e.mode, Size: int64(len(e.content)), ModTime: time.Unix(0, 0)}
		err = errors.Join(err, t.WriteHeader(header))
		_, failed := t.Write(e.content)
		err = errors.Join(err, failed)
	}
	return path, errors.Join(err, t.Close(), z.Close(), f.Close())
}

// writeZip writes entries at the top of the archive, as Windows unpacks them
// into a folder of its name.
func writeZip(path string, entries []entry) (string, error) {
	f, err := os.Create(path)
	if err != nil {
		return "", err
	}
	z := zip.NewWriter(f)
	for _, e := range sorted(entries) {
		w, failed := z.Create(e.name)
		if err = errors.Join(err, failed); failed == nil {
			_, failed = w.Write(e.content)
			err = errors.Join(err, failed)
		}
	}
	return path, errors.Join(err, z.Close(), f.Close())
}
