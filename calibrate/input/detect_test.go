package input_test

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/calibrate/input"
)

// A detected rubric names every indicator that the file does not, in the words
// of its first edition that fits.
func TestNamesOfADetectedRubric(t *testing.T) {
	tests := []struct {
		name       string
		level      string
		indicators []string
		want       map[string]string
	}{
		{"several editions fit and differ on one of three", "2 - Basic", []string{"2a", "3b", "3c"}, map[string]string{
			"2a": "Creating an Environment of Respect and Rapport",
			"3b": "Using Questioning and Discussion Techniques", "3c": "Engaging Students in Learning",
		}},
		{"several editions fit and agree on all", "2 - Basic", []string{"3b", "3c"}, map[string]string{
			"3b": "Using Questioning and Discussion Techniques", "3c": "Engaging Students in Learning",
		}},
		{"the file's own names stay", "2 - Developing", []string{"2.1", "2.4 Differentiation of tasks", "3.3"}, map[string]string{
			"2.1": "Achieving Expectations", "2.4": "Differentiation of tasks", "3.3": "Classroom Culture",
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := head
			for _, in := range test.indicators {
				text += "Ana,L1," + in + "," + test.level + ",\nBo,L1," + in + ",3 - Proficient,\n"
			}
			r, err := input.Read(context.Background(), []string{"-"}, input.Options{Stdin: strings.NewReader(text)})
			if err != nil {
				t.Fatal(err)
			}
			if !r.Detected {
				t.Fatal("no rubric was detected")
			}
			if diff := cmp.Diff(test.want, r.IndicatorNames); diff != "" {
				t.Error(diff)
			}
		})
	}
}
