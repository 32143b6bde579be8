package input

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/rubric"
)

// A Layout is one way in which ratings are laid out in a sheet.
type Layout struct {
	ID, Title string
	// recognise returns how the sheet reads in this layout and how sure that
	// is, from 0 to 1, or nil where it does not fit at all.
	recognise func(*recogniser) *plan
}

// Layouts are all that can be read, the surer of equals first.
var Layouts = []Layout{
	longLayout,
	googleLayout,
	googleZipLayout,
	microsoftLayout,
	qualtricsLayout,
	surveyMonkeyLayout,
	redcapLayout,
	wideLayout,
	columnsLayout,
	countsLayout,
	contingencyLayout,
}

// A recogniser holds what the layouts share: the sheet, and what the words in
// its cells are known to mean.
type recogniser struct {
	sheet   *sheet
	options *Options
	several bool            // files or sheets: their names can stand for a facet
	known   map[string]bool // folded words that are levels of some scale
	tokens  map[string]token
}

// newRecogniser returns a recogniser for the sheets of one reading.
func newRecogniser(o *Options) *recogniser {
	return &recogniser{options: o, tokens: map[string]token{}}
}

// knows reports whether a folded word is a level of some scale. The words are
// gathered when the first one is asked for: files of numbers need none.
func (r *recogniser) knows(word string) bool {
	if r.known == nil {
		r.known = map[string]bool{}
		for _, s := range r.scales() {
			for _, level := range s.Levels {
				for _, name := range level.Names() {
					r.known[fold(name)] = true
				}
			}
		}
		delete(r.known, "")
	}
	return r.known[word]
}

// scales returns all scales whose words can stand in a cell.
func (r *recogniser) scales() []rubric.Scale {
	all := slices.Clone(rubric.WordScales)
	if r.options.Scale != nil {
		all = append(all, rubric.ScaleOf(*r.options.Scale))
	}
	if r.options.Rubric != nil {
		all = append(all, r.options.Rubric.Scales...)
	}
	for _, p := range rubric.Presets() {
		all = append(all, p.Scales...)
	}
	return all
}

// lex reads a cell, once for each distinct text.
func (r *recogniser) lex(cell string) token {
	if t, ok := r.tokens[cell]; ok {
		return t
	}
	t := lex(cell)
	if len(cell) <= maxScore {
		r.tokens[strings.Clone(cell)] = t
	}
	return t
}

// doubt is how much surer than the next a layout has to be.
const doubt = 0.08

// certain is the sureness beyond which no other layout is tried: those of
// sheets made by hand are never within a doubt of it.
const certain = 0.965

// choose returns the plan of the surest layout; other is the runner-up where
// the two are too close to tell.
func (r *recogniser) choose() (best, other *plan) {
	var plans []*plan
	for _, layout := range Layouts {
		if r.options.Layout != "" && layoutKey(r.options.Layout) != layout.ID {
			continue
		}
		p := layout.recognise(r)
		if p == nil {
			continue
		}
		p.layout = layout.ID
		plans = append(plans, p)
		if p.sure >= certain {
			break
		}
	}
	if len(plans) == 0 {
		return nil, nil
	}
	slices.SortStableFunc(plans, func(a, b *plan) int { return cmp.Compare(b.sure, a.sure) })
	if len(plans) > 1 && plans[0].sure-plans[1].sure < doubt && r.options.Layout == "" {
		return plans[0], plans[1]
	}
	return plans[0], nil
}

// layoutKey spells a layout's id as Layouts do.
func layoutKey(s string) string {
	return strings.ReplaceAll(strings.ToLower(strings.TrimSpace(s)), "-", "_")
}

// layoutByID returns the layout with an id.
func layoutByID(id string) (Layout, error) {
	var ids []string
	for _, l := range Layouts {
		if l.ID == layoutKey(id) {
			return l, nil
		}
		ids = append(ids, l.ID)
	}
	return Layout{}, fmt.Errorf("no layout %q: there are %s", id, strings.Join(ids, ", "))
}
