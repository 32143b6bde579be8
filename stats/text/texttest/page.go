package texttest

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// Short is a share as the page writes it: .92.
func Short(v float64) string { return strings.TrimPrefix(fmt.Sprintf("%.2f", v), "0") }

// KeepTable holds that docs/reasons.md has a table, between the comments that
// name it, or puts it there. On other processors than the one it
// was made on a reason may fall to the other side.
func KeepTable(t testing.TB, write bool, name, table string) {
	t.Helper()
	file := filepath.Join(root(t), "docs", "reasons.md")
	page, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(page), "<!-- make reasons: "+name+" -->\n")
	old, after, closed := strings.Cut(rest, "<!-- end -->")
	if !ok || !closed {
		t.Fatalf("docs/reasons.md has no place for the table %q", name)
	}
	if write {
		t.Log("\n" + table)
		page := before + "<!-- make reasons: " + name + " -->\n" + table + "<!-- end -->" + after
		if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if old != table && runtime.GOARCH == "amd64" {
		t.Errorf("docs/reasons.md does not have this table: run make reasons\n%s", table)
	}
}
