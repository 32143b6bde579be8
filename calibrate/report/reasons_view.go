package report

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/report/section"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// longestShown is what the terminal shows of a reason; JSON and CSV hold it
// whole.
const longestShown = 400

// viewReasons turns the list of reasons into the document for the terminal: a
// section an item, and no pseudonym beside a text.
func viewReasons(l *calibrate.ReasonList) document.Document {
	d := document.Document{Title: "Reasons"}
	classes, languages := map[string]int{}, map[string]int{}
	for _, r := range l.Reasons {
		classes[string(r.Class)]++
		languages[r.Language]++
	}
	head := fmt.Sprintf("%s: %d evidence, %d opinion, %d mixed, %d empty, %d not read. %s. Names and addresses left out: %d.",
		wording.Count(len(l.Reasons), "reason"), classes["evidence"], classes["opinion"], classes["mixed"], classes["empty"], classes["not_read"],
		wording.Capital(wording.Count(len(l.Pairs), "pair")), l.Swept)
	for _, language := range slices.Sorted(maps.Keys(languages)) {
		head += section.InLanguages([]calibrate.LanguageCount{{Language: language, Reasons: languages[language]}})
	}
	d.Sections = []document.Section{{ID: "summary", Title: "", Blocks: []document.Block{document.Paragraph{Role: document.Headline, Text: "REASONS"}, document.Paragraph{Role: document.Plain, Text: head}}}}
	at := map[string]int{}
	for _, r := range l.Reasons {
		name := itemName(r.Round, r.Lesson, r.Indicator)
		if at[name] == 0 {
			at[name] = len(d.Sections)
			d.Sections = append(d.Sections, document.Section{ID: name, Title: name})
		}
		s := &d.Sections[at[name]]
		s.Blocks = append(s.Blocks, given(r)...)
	}
	pairs := map[string]*calibrate.Quadrants{}
	for _, p := range l.Pairs {
		name := itemName(p.Round, p.Lesson, p.Indicator)
		if pairs[name] == nil {
			pairs[name] = &calibrate.Quadrants{}
		}
		if p.Quadrant != nil {
			pairs[name].Add(*p.Quadrant)
		}
	}
	for name, i := range at {
		if q := pairs[name]; q != nil && q.Pairs() > 0 {
			d.Sections[i].Blocks = append(d.Sections[i].Blocks, document.Paragraph{Role: document.Plain, Text: inQuadrants(*q)})
		}
	}
	return d
}

// itemName names an item.
func itemName(round, lesson, indicator string) string {
	return strings.TrimSpace(strings.Join([]string{round, lesson, indicator}, " "))
}

// given shows a reason: the score, the class with the words that led to it,
// the text.
func given(r calibrate.GivenReason) []document.Block {
	score := "no score"
	if v, ok := r.Score.Value(); ok {
		score = "gave " + wording.Level(v)
	}
	head := score + " · " + string(r.Class)
	var words []string
	for _, s := range r.Statements {
		words = append(words, s.Words...)
	}
	if len(words) > 0 {
		head += " (" + strings.Join(words[:min(len(words), 8)], ", ") + ")"
	}
	if r.Text == "" {
		return []document.Block{document.Paragraph{Role: document.Plain, Text: head}}
	}
	return []document.Block{document.Paragraph{Role: document.Aside, Text: section.OneLine(head)}, document.Paragraph{Role: document.Quote, Text: shown(section.OneLine(r.Text))}}
}

// shown is the beginning of a text.
func shown(s string) string {
	if runes := []rune(s); len(runes) > longestShown {
		return string(runes[:longestShown]) + " …"
	}
	return s
}

// inQuadrants says how many pairs are in each quadrant.
func inQuadrants(q calibrate.Quadrants) string {
	var parts []string
	for _, x := range section.Quadrants {
		if n := q.Of(x.ID); n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, x.Pairs))
		}
	}
	return "Pairs: " + strings.Join(parts, "; ") + "."
}
