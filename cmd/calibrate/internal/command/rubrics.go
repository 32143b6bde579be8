package command

import (
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// rubricIDs lists the built-in rubrics.
func rubricIDs() []string {
	var ids []string
	for _, r := range rubric.Presets() {
		ids = append(ids, r.ID)
	}
	return ids
}

// FindRubric returns the built-in rubric with a name, or that of a file.
func FindRubric(name string) (*rubric.Rubric, error) {
	if r, ok := rubric.Find(name); ok {
		return r, nil
	}
	content, err := source.ReadFile(name, rubric.MaxYAML)
	if err != nil {
		if !strings.ContainsAny(name, "./\\") {
			return nil, Usage(fmt.Errorf("no rubric %q", name), "calibrate rubric list shows the built-in ones; a file of your own is named by its path")
		}
		return nil, Unread(fmt.Errorf("cannot read %s: %w", name, wording.Plain(err)))
	}
	r, err := rubric.Parse(name, content)
	if err != nil {
		return nil, Unread(err)
	}
	return r, nil
}
