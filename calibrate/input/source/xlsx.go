package source

import (
	"archive/zip"
	"errors"
	"path"
	"slices"
	"strings"
)

// An xlsxBook is an Office Open XML workbook (ISO/IEC 29500-1, part 18). Its
// sheets are read from their parts alone: no formula is computed and no link
// followed.
type xlsxBook struct {
	zip    *zipArchive
	sheets []bookSheet
	texts  []string // the shared strings
	dates  []bool   // by cell format: whether it shows a number as a date
	from04 bool     // days are counted from 1904
}

// A bookSheet is a sheet that a workbook lists.
type bookSheet struct {
	name   string
	part   string
	hidden bool
}

// openXLSX reads what the sheets of a workbook share.
func openXLSX(z *zipArchive) (*xlsxBook, error) {
	b := &xlsxBook{zip: z}
	main := "xl/workbook.xml"
	if rels, err := b.relations("_rels/.rels", ""); err != nil {
		return nil, err
	} else if i := slices.IndexFunc(rels, func(r relation) bool { return r.kind == "officeDocument" }); i >= 0 {
		main = rels[i].target
	}
	if err := b.readWorkbook(main); err != nil {
		return nil, err
	}
	if len(b.sheets) == 0 {
		return nil, errors.New("it lists no sheet")
	}
	return b, nil
}

// readWorkbook reads the list of sheets and the parts that go with it.
func (b *xlsxBook) readWorkbook(main string) error {
	dir, base := path.Split(main)
	rels, err := b.relations(dir+"_rels/"+base+".rels", dir)
	if err != nil {
		return err
	}
	text, err := b.zip.part(main)
	if err != nil {
		return err
	}
	x := xmlScanner{text: text}
	for {
		more, err := x.next()
		switch {
		case err != nil || !more:
			if err == nil {
				err = b.readShared(rels)
			}
			return err
		case x.name == "workbookPr" && !x.closing:
			b.from04 = x.flag("date1904")
		case x.name == "sheet" && !x.closing:
			s := bookSheet{name: x.attr("name"), hidden: strings.Contains(strings.ToLower(x.attr("state")), "hidden")}
			id := x.attr("id")
			if i := slices.IndexFunc(rels, func(r relation) bool { return r.id == id && r.kind == "worksheet" }); i >= 0 {
				s.part = rels[i].target
				b.sheets = append(b.sheets, s)
			}
		}
	}
}

// readShared reads the shared strings and the formats.
func (b *xlsxBook) readShared(rels []relation) error {
	for _, r := range rels {
		read := map[string]func(string) error{"sharedStrings": b.readTexts, "styles": b.readFormats}[r.kind]
		if read == nil || !b.zip.has(r.target) {
			continue
		}
		text, err := b.zip.part(r.target)
		if err != nil {
			return err
		}
		if err := read(text); err != nil {
			return err
		}
	}
	return nil
}

// A relation says what a part of a workbook is to another.
type relation struct{ id, kind, target string }

// relations reads a list of relations; there is none where the part is not.
func (b *xlsxBook) relations(part, dir string) ([]relation, error) {
	if !b.zip.has(part) {
		return nil, nil
	}
	text, err := b.zip.part(part)
	if err != nil {
		return nil, err
	}
	var all []relation
	x := xmlScanner{text: text}
	for {
		more, err := x.next()
		if err != nil || !more {
			return all, err
		}
		if x.name != "Relationship" || x.closing || len(all) == maxRelations {
			continue
		}
		target := x.attr("Target")
		if strings.HasPrefix(target, "/") {
			target = target[1:]
		} else {
			target = path.Join(dir, target)
		}
		all = append(all, relation{x.attr("Id"), path.Base(x.attr("Type")), target})
	}
}

// maxRelations is beyond the sheets that any workbook has.
const maxRelations = 10_000

// readTexts reads the shared strings.
func (b *xlsxBook) readTexts(part string) error {
	x := xmlScanner{text: part}
	for {
		more, err := x.next()
		if err != nil || !more {
			return err
		}
		if x.name != "si" || x.closing {
			continue
		}
		text, err := richText(&x, "si")
		if err == nil {
			err = b.zip.budget.Spend(Texts, 1)
		}
		if err != nil {
			return err
		}
		b.texts = append(b.texts, text)
	}
}

// richText joins the runs of text up to the end of an element; how a word is
// pronounced is no part of it.
func richText(x *xmlScanner, end string) (string, error) {
	if x.empty {
		return "", nil
	}
	var all joined
	for {
		more, err := x.next()
		switch {
		case err != nil:
			return "", err
		case !more:
			return "", errXML
		case x.name == end && x.closing:
			return escapes(all.String()), nil
		case x.name == "rPh":
			err = x.skip()
		case x.name == "t" && !x.closing:
			var text string
			text, err = x.inner()
			all.add(text)
		}
		if err != nil {
			return "", err
		}
	}
}

// A zipArchive finds the parts of a document.
type zipArchive struct {
	files  map[string]*zip.File // by name, without case
	budget *Budget
}

func newZipArchive(z *zip.Reader, budget *Budget) *zipArchive {
	a := &zipArchive{files: map[string]*zip.File{}, budget: budget}
	for _, f := range z.File {
		a.files[partKey(f.Name)] = f
	}
	return a
}

// partKey is a part's name as it is looked up: some programs write it with
// another slash or case than they refer to it.
func partKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

func (a *zipArchive) has(name string) bool { return a.files[partKey(name)] != nil }

// part unpacks one part as text.
func (a *zipArchive) part(name string) (string, error) {
	f := a.files[partKey(name)]
	if f == nil {
		return "", errors.New("it lacks " + name)
	}
	data, err := readEntry(f, a.budget)
	if err != nil {
		return "", err
	}
	text, _, _, err := Decode(data, "")
	return text, err
}
