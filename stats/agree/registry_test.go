package agree_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/catalog"
)

func TestEveryCoefficientIsDocumented(t *testing.T) {
	seen := map[string]string{}
	for _, c := range agree.Coefficients {
		for _, id := range append([]string{c.ID}, c.Synonyms...) {
			if other := seen[id]; other != "" {
				t.Errorf("%q names %s and %s", id, other, c.ID)
			}
			seen[id] = c.ID
			if found, err := catalog.Lookup(strings.ToUpper(id)); err != nil || found != c {
				t.Errorf("Lookup(%q) = %v, %v", id, found, err)
			}
		}
		doc := c.Doc
		for what, text := range map[string]string{
			"name": c.Name, "what": doc.What, "assumes": doc.Assumes, "misleads": doc.Misleads,
			"missing": doc.Missing, "kin": doc.Kin,
			"formula": strings.Join(doc.Formula, ""), "references": strings.Join(doc.References, ""),
		} {
			if text == "" {
				t.Errorf("%s: no %s", c.ID, what)
			}
		}
	}
}

// A coefficient or benchmark that is declared but not in its list is lost.
func TestNothingIsForgotten(t *testing.T) {
	declared := regexp.MustCompile(`(?m)^var (\w+) = &stats\.Coefficient\{\n\tID: +"(\w+)"`)
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for _, c := range agree.Coefficients {
		listed[c.ID] = true
	}
	found := 0
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range declared.FindAllStringSubmatch(string(source), -1) {
			found++
			if !listed[match[2]] {
				t.Errorf("%s: %s is not in Coefficients", file, match[1])
			}
		}
	}
	if found != len(agree.Coefficients) {
		t.Errorf("%d coefficients declared, %d listed", found, len(agree.Coefficients))
	}
}
