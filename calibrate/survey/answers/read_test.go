package answers_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/calibrate/survey/answers"
)

// sheets reads a text as a file.
func sheets(text string) []*source.Sheet {
	return source.Parse("survey.csv", []byte(text), source.Options{}).Sheets
}

// show writes the answers in one way, whatever the shape.
func show(a *answers.Answers) string {
	var s strings.Builder
	for _, d := range a.Dimensions {
		fmt.Fprintf(&s, "%s:", d.Name)
		for p := range a.People {
			fmt.Fprintf(&s, " %s>%s", d.Is[p], d.Should[p])
		}
		s.WriteString("\n")
	}
	return s.String()
}

// Every shape in which forms and people hold the same answers reads as the
// same.
func TestShapes(t *testing.T) {
	const want = "Locus of control: 2>4 4>4 1>5\nPace: 5>3 2>4 3>\n"
	for name, text := range map[string]string{
		"pairs": `name,role,Locus of control [where we are],Locus of control [where we should be],Pace [where we are],Pace [where we should be],Why?
Ana,principal,2,4,5,3,rollout is too fast
Bo,IT,4,4,2,4,we wait for sign-off
Cy,IT,1,5,3,,
`,
		"blocks": `Person,Now - Locus of control,Now - Pace,Ideal - Locus of control,Ideal - Pace
Ana,2,5,4,3
Bo,4,2,4,4
Cy,1,3,5,n/a
`,
		"google grid": `Timestamp,Email Address,Where do you believe we are today? [Locus of control],Where do you believe we are today? [Pace],Where do you believe we should be? [Locus of control],Where do you believe we should be? [Pace]
9/14/2025 8:00:00,ana@d.org,2,5,4,3
9/14/2025 8:01:00,bo@d.org,4,2,4,4
9/14/2025 8:02:00,cy@d.org,1,3,5,
`,
		"microsoft form": `ID,Start time,Completion time,Email,Name,Locus of control.Where we are,Pace.Where we are,Locus of control.Where we should be,Pace.Where we should be
1,9/14/25 8:00:00,9/14/25 8:03:00,ana@d.org,Ana,2,5,4,3
2,9/14/25 8:00:00,9/14/25 8:03:00,bo@d.org,Bo,4,2,4,4
3,9/14/25 8:00:00,9/14/25 8:03:00,cy@d.org,Cy,1,3,5,
`,
		"qualtrics": `StartDate,EndDate,ResponseId,Q1_1,Q1_2,Q2_1,Q2_2
Start Date,End Date,Response ID,Where are we now? - Locus of control,Where are we now? - Pace,Where should we be? - Locus of control,Where should we be? - Pace
"{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1_1""}","{""ImportId"":""QID1_2""}","{""ImportId"":""QID2_1""}","{""ImportId"":""QID2_2""}"
2025-09-14 08:00:00,2025-09-14 08:03:00,R_1,2,5,4,3
2025-09-14 08:00:00,2025-09-14 08:03:00,R_2,4,2,4,4
2025-09-14 08:00:00,2025-09-14 08:03:00,R_3,1,3,5,
`,
		"surveymonkey": `Respondent ID,Collector ID,Start Date,Where do you think we are?,,Where do you think we should be?,
,,,Locus of control,Pace,Locus of control,Pace
101,7,09/14/2025,2,5,4,3
102,7,09/14/2025,4,2,4,4
103,7,09/14/2025,1,3,5,
`,
		"long": `person,dimension,aspect,answer
Ana,Locus of control,is,2
Ana,Locus of control,should,4
Ana,Pace,is,5
Ana,Pace,should,3
Bo,Locus of control,is,4
Bo,Locus of control,should,4
Bo,Pace,is,2
Bo,Pace,should,4
Cy,Locus of control,is,1
Cy,Locus of control,should,5
Cy,Pace,is,3
`,
		"long pairs": `Name;Tension;Is;Should
Ana;Locus of control;2;4
Ana;Pace;5;3
Bo;Locus of control;4;4
Bo;Pace;2;4
Cy;Locus of control;1;5
Cy;Pace;3;
`,
		"two rows": `Name,View,Locus of control,Pace
Ana,Where we are,2,5
Ana,Where we should be,4,3
Bo,Where we are,4,2
Bo,Where we should be,4,4
Cy,Where we are,1,3
Cy,Where we should be,5,
`,
		"banner": `,Where we are,,Where we want to be,
Name,Locus of control,Pace,Locus of control,Pace
Ana,2,5,4,3
Bo,4,2,4,4
Cy,1,3,5,
`,
		"knowing and doing": `Name,We do this: Locus of control,We know this: Locus of control,We do this: Pace,We know this: Pace
Ana,2,4,5,3
Bo,4,4,2,4
Cy,1,5,3,
`,
	} {
		a, err := answers.Read(sheets(text), answers.Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := show(a); got != want || len(a.People) != 3 {
			t.Errorf("%s, read as %s:\n%s", name, a.Layout, got)
		}
		if !answers.Looks(sheets(text)[0]) {
			t.Errorf("%s: does not look like a survey", name)
		}
		if a.OneSided != 1 || a.Given != 11 {
			t.Errorf("%s: %d answers, %d without the other", name, a.Given, a.OneSided)
		}
	}
}

// Ratings are no surveys.
func TestRatingsAreNone(t *testing.T) {
	files, _ := os.ReadDir("../../../testdata/samples")
	for _, f := range files {
		if f.IsDir() || strings.HasPrefix(f.Name(), "13") {
			continue
		}
		data, _ := os.ReadFile("../../../testdata/samples/" + f.Name())
		for _, s := range source.Parse(f.Name(), data, source.Options{}).Sheets {
			if answers.Looks(s) {
				t.Errorf("%s looks like a survey", f.Name())
			}
		}
	}
}
