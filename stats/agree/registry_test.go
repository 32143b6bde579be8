package agree_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/weight"
)

func TestEveryCoefficientIsDocumented(t *testing.T) {
	seen := map[string]string{}
	for _, c := range agree.Coefficients {
		for _, id := range append([]string{c.ID}, c.Synonyms...) {
			if other := seen[id]; other != "" {
				t.Errorf("%q names %s and %s", id, other, c.ID)
			}
			seen[id] = c.ID
			if found, err := agree.Lookup(strings.ToUpper(id)); err != nil || found != c {
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
	if _, err := agree.Lookup("omega"); err == nil || !strings.Contains(err.Error(), "gwet_ac") {
		t.Errorf("error %v does not say what there is", err)
	}
}

// A coefficient or benchmark that is declared but not in its list is lost.
func TestNothingIsForgotten(t *testing.T) {
	declared := regexp.MustCompile(`(?m)^var (\w+) = &Coefficient\{\n\tID: +"(\w+)"`)
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

func TestChoices(t *testing.T) {
	linear, _ := weight.Lookup("linear")
	ordinal, _ := weight.Lookup("krippendorff_ordinal")
	var got []string
	for _, c := range agree.Choices(agree.Coefficients[:6], []*weight.Scheme{linear, ordinal}) {
		id := c.Coefficient.ID
		if c.Weights != nil {
			id += "/" + c.Weights.ID
		}
		got = append(got, id)
	}
	alpha, _ := agree.Lookup("alpha")
	for _, c := range agree.Choices([]*agree.Coefficient{alpha}, []*weight.Scheme{ordinal}) {
		got = append(got, c.Coefficient.ID+"/"+c.Weights.ID)
	}
	want := []string{
		"percent_agreement/linear", "unanimity", "brennan_prediger/linear", "gwet_ac/linear",
		"fleiss_kappa/linear", "conger_kappa/linear", "krippendorff_alpha/krippendorff_ordinal",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got := agree.Choices(agree.Coefficients[:1], nil); len(got) != 1 || got[0].Weights.ID != "identity" {
		t.Errorf("without schemes: %v", got)
	}
}
