package template

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/source"
)

// ParseNames reads a list of names, one a line. A first line such as "Name"
// is a header; quotation marks around a name are not part of it.
func ParseNames(content []byte) ([]string, error) {
	text, _, _, err := source.Decode(content, "")
	if err != nil {
		return nil, err
	}
	var names []string
	for line := range strings.Lines(cell.TidyText(text)) {
		name := cell.Clean(strings.Trim(cell.Clean(line), `",;`))
		if _, header := header.Named(name); name == "" || header && len(names) == 0 {
			continue
		}
		names = append(names, name)
	}
	return names, nil
}
