package survey

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/survey/answers"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// notes says what a reader should know of the figures.
func notes(r *Report, a *answers.Answers) []calibrate.Note {
	list := []calibrate.Note{}
	add := func(code, path, fix, format string, args ...any) {
		list = append(list, calibrate.Note{Code: code, Path: path, Text: fmt.Sprintf(format, args...), Fix: fix})
	}
	in := &r.Input
	switch {
	case in.People < fewest:
		add("few_people", "/input/people", "ask the rest of the team",
			"%s answered: no reading is made, and nobody's two answers are shown together, under five", People(in.People))
	case in.People < 8:
		add("few_people", "/input/people", "ask the rest of the team", "few people: a reading may be another next week")
	}
	if !in.Scale.Declared {
		add("scale_undeclared", "/input/scale", "name the scale, such as --scale 1-5",
			"no scale was declared: the answers are taken to stand on %s to %s",
			wording.Level(in.Scale.Low), wording.Level(in.Scale.High))
	}
	if in.OneSided > 0 {
		add("one_sided", "/input/one_sided", "ask for both answers",
			"%s without the other of the two: they count in one figure and not in the gap",
			wording.Counted(in.OneSided, "answer"))
	}
	if in.Duplicates > 0 {
		add("answered_again", "/input/duplicates", "nothing is missing",
			"%s answered again: the later answer counts", People(in.Duplicates))
	}
	if len(in.LeftOut) > 0 {
		add("left_out", "/input/left_out", "see the headers of the file",
			"not read: %s", wording.List(quoted(in.LeftOut)))
	}
	if r.Settings.By != "" && len(r.Groups) == 0 {
		add("group_withheld", "/groups", "join small groups into larger ones",
			"groups under three people are not shown, nor others from which they could be worked out")
	}
	return list
}

// People counts people, a few in words.
func People(n int) string { return wording.Number(n) + " " + wording.Plural(n, "person", "people") }

func quoted(all []string) []string {
	list := make([]string, len(all))
	for i, s := range all {
		list[i] = fmt.Sprintf("%q", s)
	}
	return list
}
