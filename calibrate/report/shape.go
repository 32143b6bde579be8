package report

import (
	"io"

	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/report/format"
)

// A Shape says how a result of one kind becomes a document for people, JSON
// and tables. Every format then shows it.
type Shape[T any] struct {
	Document func(T) document.Document
	JSON     func(io.Writer, T) error // nil: the result as it is
	Tables   []TableOf[T]             // what CSV can write, the first by default
	// Private says that JSON and tables hold rows of people.
	Private bool
}

// A TableOf is a list of a result that CSV can write, by the name that it has
// in JSON: a slice of structs with csv tags.
type TableOf[T any] struct {
	ID   string
	Rows func(T) any
}

// Of is a result in the forms that formats write.
func (s Shape[T]) Of(v T) format.Result {
	r := format.Result{
		Document: func() document.Document { return s.Document(v) },
		JSON:     func(w io.Writer) error { return format.WriteJSON(w, v) },
		Private:  s.Private,
	}
	if s.JSON != nil {
		r.JSON = func(w io.Writer) error { return s.JSON(w, v) }
	}
	for _, t := range s.Tables {
		r.Tables = append(r.Tables, format.Listing{ID: t.ID, Rows: func() any { return t.Rows(v) }})
	}
	return r
}

// Write writes a result in the format with a name.
func (s Shape[T]) Write(w io.Writer, id string, v T, o format.Options) error {
	f, err := format.Lookup(id)
	if err != nil {
		return err
	}
	return f.Write(w, s.Of(v), o)
}

// TableIDs lists the tables that CSV can write.
func (s Shape[T]) TableIDs() []string {
	ids := make([]string, len(s.Tables))
	for i, t := range s.Tables {
		ids[i] = t.ID
	}
	return ids
}
