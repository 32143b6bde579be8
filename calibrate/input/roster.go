package input

import (
	"strings"

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
	for line := range strings.Lines(tidyText(text)) {
		name := clean(strings.Trim(clean(line), `",;`))
		if _, header := named(name); name == "" || header && len(names) == 0 {
			continue
		}
		names = append(names, name)
	}
	return names, nil
}
