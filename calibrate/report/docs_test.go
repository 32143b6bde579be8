package report_test

import (
	"os"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/report/format"
)

// The manual names every format and every table.
func TestManualNamesFormats(t *testing.T) {
	manual := string(must(os.ReadFile("../../docs/formats.md"))(t))
	for _, f := range format.Formats {
		if !strings.Contains(manual, "| `"+f.ID+"` |") || !strings.Contains(manual, "\n## "+f.ID+"\n") {
			t.Errorf("docs/formats.md lacks %s", f.ID)
		}
	}
	for _, table := range report.Full.TableIDs() {
		if !strings.Contains(manual, "`"+table+"`") {
			t.Errorf("docs/formats.md lacks the table %s", table)
		}
	}
}
