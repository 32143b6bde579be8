package format

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"maps"
	"regexp"
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
		content := z.parts[name].Bytes()
		if name == contentTypes {
			content = withoutPictures(content)
		}
		if _, err := w.Write(content); err != nil {
			return err
		}
	}
	return z.w.Close()
}

// contentTypes is the part that lists the types of the others. With a chart it
// lists those of pictures too, in no order, and a workbook has none.
const contentTypes = "[Content_Types].xml"

var pictureType = regexp.MustCompile(`<Default [^>]*ContentType="image/[^>]*></Default>`)

func withoutPictures(types []byte) []byte { return pictureType.ReplaceAll(types, nil) }
