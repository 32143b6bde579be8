package text

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/stats/text/language"
)

func rubric() *Rubric {
	return NewRubric(language.English(), []Indicator{
		{ID: "2c", Name: "Managing Classroom Procedures"},
		{ID: "2d", Name: "Managing Student Behavior"},
		{ID: "3b", Name: "Using Questioning and Discussion Techniques"},
		{
			ID: "3c", Name: "Engaging Students in Learning",
			Levels: []string{"", "Virtually all students are intellectually engaged in challenging content"},
		},
	})
}

func TestElsewhere(t *testing.T) {
	for _, test := range []struct {
		name, id, reason string
		want             []Belonging
	}{
		{"another's words", "3c", "Behavior was a problem.", []Belonging{{"2d", []string{"behavior"}}}},
		{"two words before one", "2d", "The discussion techniques and procedures", []Belonging{
			{"3b", []string{"discussion", "techniques"}}, {"2c", []string{"procedures"}},
		}},
		{"its own words too", "2d", "behavior in the discussion", []Belonging{}},
		{"in a quotation", "3c", `T: "Watch your behavior."`, []Belonging{}},
		{"words of every reason", "3b", "Students were learning", []Belonging{}},
		{"nothing", "3b", "", []Belonging{}},
		{"an id that the rubric lacks", "9z", "procedures", []Belonging{{"2c", []string{"procedures"}}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, rubric().Elsewhere(test.id, test.reason)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCopied(t *testing.T) {
	for _, test := range []struct {
		name, reason string
		want         []string
	}{
		{
			"copied", "Students are intellectually engaged in challenging content.",
			[]string{"students", "intellectually", "engaged", "challenging", "content"},
		},
		{"other words", "A warm room, and I would gladly teach there.", nil},
		{"nothing", "", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, rubric().Copied(test.reason)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
