package report_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/report/format"
)

// roomBook opens the workbook of the page for the room.
func roomBook(t testing.TB, r *calibrate.Report) *excelize.File {
	t.Helper()
	var b bytes.Buffer
	if err := report.Room.Write(&b, "xlsx", r, format.Options{}); err != nil {
		t.Fatal(err)
	}
	f := must(excelize.OpenReader(&b))(t)
	t.Cleanup(func() { f.Close() })
	return f
}

// The room's workbook is the page with a chart, the indicators with what
// people said as numbers, and an agenda of three printed pages at most.
func TestRoomWorkbook(t *testing.T) {
	r := walkthrough(t, false)
	f := roomBook(t, r)
	if got := fmt.Sprint(f.GetSheetList()); got != "[Summary indicators Agenda]" {
		t.Errorf("sheets %s", got)
	}
	rows := must(f.GetRows("indicators"))(t)
	at := map[string]int{}
	for i, title := range rows[0] {
		at[title] = i
	}
	said := map[string][]string{}
	for _, row := range rows[1:] {
		said[row[0]] = row
	}
	for _, p := range r.Indicators {
		for level, n := range p.Distribution {
			if got := said[p.ID][at[fmt.Sprint(level+1)]]; got != fmt.Sprint(n) {
				t.Errorf("%s: %s said %d, want %d", p.ID, got, level+1, n)
			}
		}
		if got := said[p.ID][at["not observed"]]; got != fmt.Sprint(p.NotObserved) {
			t.Errorf("%s: %s did not observe it, want %d", p.ID, got, p.NotObserved)
		}
	}
	layout := must(f.GetPageLayout("Agenda"))(t)
	if *layout.FitToHeight != 3 || *layout.FitToWidth != 1 {
		t.Errorf("the agenda prints on %d × %d pages", *layout.FitToWidth, *layout.FitToHeight)
	}
	if !*must(f.GetSheetProps("Agenda"))(t).FitToPage {
		t.Error("the agenda is not fitted to its pages")
	}
}

// The chart draws the numbers of the sheet of indicators: every level and what
// is none, of every indicator.
func TestRoomChart(t *testing.T) {
	parts := room(t, "xlsx", walkthrough(t, false), format.Options{})
	for _, want := range []string{"'indicators'!$A$2:$A$11", "'indicators'!$B$2:$B$11", "'indicators'!$H$2:$H$11"} {
		if !strings.Contains(strings.ReplaceAll(parts, "&#39;", "'"), want) {
			t.Errorf("no chart of %s", want)
		}
	}
}

// Every link of a workbook leads to a sheet that there is.
func TestWorkbookLinks(t *testing.T) {
	for name, r := range samples(t) {
		f := roomBook(t, r)
		sheets, links := f.GetSheetList(), 0
		for _, sheet := range sheets {
			for _, cell := range must(f.GetHyperLinkCells(sheet, ""))(t) {
				_, target, err := f.GetCellHyperLink(sheet, cell)
				if err != nil {
					t.Fatal(err)
				}
				links++
				to, _, _ := strings.Cut(target, "!")
				if i := must(f.GetSheetIndex(strings.Trim(to, "'")))(t); i < 0 {
					t.Errorf("%s: %s!%s leads to %s", name, sheet, cell, target)
				}
			}
		}
		if links == 0 && len(sheets) > 1 {
			t.Errorf("%s: no link between the sheets %v", name, sheets)
		}
	}
}

// No table of Markdown has a column without a word.
func TestMarkdownHasNoEmptyColumn(t *testing.T) {
	for name, r := range samples(t) {
		if name == "hostile" {
			continue // cells with bars
		}
		for _, page := range []string{room(t, "markdown", r, format.Options{}), write(t, "markdown", r, format.Options{}), agenda(t, "markdown", r)} {
			for _, table := range markdownTables(page) {
				for column := range table[0] {
					empty := true
					for _, row := range table[2:] {
						empty = empty && strings.TrimSpace(row[column]) == ""
					}
					if empty {
						t.Errorf("%s: nothing under %q", name, strings.TrimSpace(table[0][column]))
					}
				}
			}
		}
	}
}

// markdownTables returns the cells of the tables of a page.
func markdownTables(page string) (tables [][][]string) {
	inside := false
	for line := range strings.Lines(page) {
		line = strings.TrimSpace(line)
		if !strings.HasPrefix(line, "|") {
			inside = false
			continue
		}
		if !inside {
			tables = append(tables, nil)
			inside = true
		}
		last := len(tables) - 1
		tables[last] = append(tables[last], strings.Split(strings.Trim(line, "|"), "|"))
	}
	return tables
}

// The same report is the same workbook, byte for byte.
func TestRoomWorkbookIsTheSame(t *testing.T) {
	r := walkthrough(t, false)
	write := func() string {
		var b bytes.Buffer
		if err := report.Room.Write(&b, "xlsx", r, format.Options{}); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	first := write()
	for range 5 {
		if write() != first {
			t.Fatal("two workbooks of one report differ")
		}
	}
}
