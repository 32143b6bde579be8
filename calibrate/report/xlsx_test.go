package report_test

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/format"
)

// The parts of a workbook as the standard has them (ECMA-376, part 1), read
// without the library that wrote them.
type (
	xmlWorkbook struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"id,attr"`
		} `xml:"sheets>sheet"`
	}
	xmlRelationships struct {
		List []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	xmlSheet struct {
		Pane struct {
			State string `xml:"state,attr"`
		} `xml:"sheetViews>sheetView>pane"`
		Rows []struct {
			Cells []struct {
				Ref    string `xml:"r,attr"`
				Type   string `xml:"t,attr"`
				Value  string `xml:"v"`
				Inline string `xml:"is>t"`
			} `xml:"c"`
		} `xml:"sheetData>row"`
		Conditions []struct {
			Area string `xml:"sqref,attr"`
		} `xml:"conditionalFormatting"`
	}
)

// workbook reads the sheets of a workbook by name.
func workbook(t testing.TB, r *calibrate.Report) map[string]xmlSheet {
	t.Helper()
	content := write(t, "xlsx", r, format.Options{})
	parts := map[string]*zip.File{}
	for _, f := range must(zip.NewReader(strings.NewReader(content), int64(len(content))))(t).File {
		parts[f.Name] = f
	}
	decode := func(name string, into any) {
		f, ok := parts[strings.TrimPrefix(name, "/")]
		if !ok {
			t.Fatalf("no part %s", name)
		}
		part := must(f.Open())(t)
		defer part.Close()
		if err := xml.Unmarshal(must(io.ReadAll(part))(t), into); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	var book xmlWorkbook
	var relations xmlRelationships
	decode("xl/workbook.xml", &book)
	decode("xl/_rels/workbook.xml.rels", &relations)
	targets := map[string]string{}
	for _, x := range relations.List {
		targets[x.ID] = x.Target
		if !strings.HasPrefix(x.Target, "/") {
			targets[x.ID] = "xl/" + x.Target
		}
	}
	sheets := map[string]xmlSheet{}
	for _, s := range book.Sheets {
		var sheet xmlSheet
		decode(targets[s.ID], &sheet)
		sheets[s.Name] = sheet
	}
	return sheets
}

func TestWorkbook(t *testing.T) {
	r := walkthrough(t, false)
	sheets := workbook(t, r)
	for _, name := range []string{"Summary", "indicators", "raters", "rater_indicators", "pairs", "coefficients"} {
		if _, ok := sheets[name]; !ok {
			t.Errorf("no sheet %s", name)
		}
	}
	indicators := sheets["indicators"]
	if indicators.Pane.State != "frozen" {
		t.Error("the header is not frozen")
	}
	if len(indicators.Conditions) == 0 {
		t.Error("no conditional color")
	}
	exact := map[string]string{}
	column := -1
	for i, row := range indicators.Rows {
		for k, c := range row.Cells {
			if i == 0 && c.Inline == "exact" {
				column = k
			}
		}
		if i > 0 && column >= 0 {
			exact[row.Cells[0].Inline] = row.Cells[column].Value
		}
	}
	for _, p := range r.Indicators {
		if exact[p.ID] != p.Exact.Value.String() {
			t.Errorf("%s: exact %q, want %s", p.ID, exact[p.ID], p.Exact.Value)
		}
	}
}

func TestWorkbooksAreWhole(t *testing.T) {
	for name, r := range samples(t) {
		if len(workbook(t, r)) < 2 {
			t.Errorf("%s: a workbook without sheets", name)
		}
	}
}

// The same report gives the same bytes, with the pictures of the room's
// workbook too.
func TestWorkbookIsTheSameAgain(t *testing.T) {
	r := walkthrough(t, false)
	first := room(t, "xlsx", r, format.Options{})
	for range 5 {
		if room(t, "xlsx", r, format.Options{}) != first {
			t.Fatal("another workbook")
		}
	}
}
