package format

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"maps"
	"slices"

	"github.com/xuri/excelize/v2"
)

// zipWriter writes the parts of a workbook by name, so that the same report
// is the same bytes: excelize yields them in no order.
type zipWriter struct {
	w     *zip.Writer
	parts map[string]*bytes.Buffer
}

func sortedZip(w io.Writer) excelize.ZipWriter {
	return &zipWriter{zip.NewWriter(w), map[string]*bytes.Buffer{}}
}

// Create returns where to write a part.
func (z *zipWriter) Create(name string) (io.Writer, error) {
	z.parts[name] = &bytes.Buffer{}
	return z.parts[name], nil
}

// AddFS is never asked for.
func (z *zipWriter) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the parts.
func (z *zipWriter) Close() error {
	for _, name := range slices.Sorted(maps.Keys(z.parts)) {
		w, err := z.w.Create(name)
		if err != nil {
			return err
		}
		if _, err := w.Write(z.parts[name].Bytes()); err != nil {
			return err
		}
	}
	return z.w.Close()
}
