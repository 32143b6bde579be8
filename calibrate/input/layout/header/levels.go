package header

import (
	"slices"
	"sync"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/rubric"
)

// Levels are words that are levels of some scale: of those that are known, and
// of the scale and the rubric that options give.
type Levels struct {
	options *layout.Options
	words   map[string]bool // of the options, folded
}

// NewLevels returns the levels under some options.
func NewLevels(o *layout.Options) *Levels { return &Levels{options: o} }

// Knows reports whether a folded word is a level. The words are gathered when
// the first one is asked for: files of numbers need none.
func (l *Levels) Knows(word string) bool {
	if l.words == nil {
		l.words = map[string]bool{}
		if l.options.Scale != nil {
			addLevels(l.words, []rubric.Scale{rubric.ScaleOf(*l.options.Scale)})
		}
		if l.options.Rubric != nil {
			addLevels(l.words, l.options.Rubric.Scales)
			for _, words := range l.options.Rubric.NotObserved {
				l.words[cell.Fold(words)] = true
			}
		}
	}
	return l.words[word] || usualLevels()[word]
}

// IsLevel reports whether a word is a level of some scale.
func IsLevel(word string, o *layout.Options) bool { return NewLevels(o).Knows(cell.Fold(word)) }

// usualLevels are the levels of all scales that are known.
var usualLevels = sync.OnceValue(func() map[string]bool {
	all := slices.Clone(rubric.WordScales)
	for _, p := range rubric.Presets() {
		all = append(all, p.Scales...)
	}
	words := map[string]bool{}
	addLevels(words, all)
	return words
})

func addLevels(words map[string]bool, scales []rubric.Scale) {
	for _, s := range scales {
		for _, level := range s.Levels {
			for _, name := range level.Names() {
				words[cell.Fold(name)] = true
			}
		}
	}
	delete(words, "")
}

// IsUsualLevel reports whether a folded word is a level of a scale that is known.
func IsUsualLevel(word string) bool { return usualLevels()[word] }
