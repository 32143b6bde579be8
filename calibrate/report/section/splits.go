package section

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// Splits says on which items groups rated apart or wrote of different things:
// a sentence for the same groups, however many items.
func Splits(r *calibrate.Report) []string {
	var sentences, keys []string
	items := map[string][]string{}
	of := map[string]calibrate.Split{}
	for _, x := range r.GroupSplits {
		key := x.Of + "\x00" + strings.Join(x.Groups, "\x00")
		if !slices.Contains(keys, key) {
			keys = append(keys, key)
			of[key] = x
		}
		items[key] = append(items[key], splitItem(r, x))
	}
	for _, key := range keys {
		x, where := of[key], wording.List(items[key])
		switch {
		case x.Of == calibrate.SplitReasons:
			sentences = append(sentences, fmt.Sprintf("On %s, %s wrote of different things.", where, wording.List(x.Groups)))
		case len(x.Groups) == 2:
			sentences = append(sentences, fmt.Sprintf("On %s, %s rated lower than %s.", where, x.Groups[0], x.Groups[1]))
		default:
			sentences = append(sentences, fmt.Sprintf("On %s the groups rated apart, from %s at the low end to %s at the high end.",
				where, x.Groups[0], x.Groups[len(x.Groups)-1]))
		}
	}
	return sentences
}

// splitItem names an item, with its lesson where there are several.
func splitItem(r *calibrate.Report, x calibrate.Split) string {
	name := itemName(r, x.Indicator)
	if r.Input.Lessons > 1 {
		name += " of " + strings.TrimSpace(x.Round+" "+x.Lesson)
	}
	return name
}
