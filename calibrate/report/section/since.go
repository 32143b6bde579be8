package section

import (
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// Since is what became of the team since the last round, and of what it agreed
// on then.
func Since(r *calibrate.Report) []document.Block {
	s := r.Since
	if s == nil {
		return nil
	}
	var blocks []document.Block
	if s.Sentence != "" {
		blocks = append(blocks, document.Paragraph{Text: s.Sentence})
	}
	if len(s.Indicators) > 0 {
		blocks = append(blocks, document.TableOf("since", s.Indicators, []document.ColumnOf[calibrate.SinceIndicator]{
			{Title: "indicator", Cell: func(i calibrate.SinceIndicator) document.Cell { return document.Text(wording.Name(i.ID, i.Name)) }},
			{Title: "same rating, " + s.From, Cell: func(i calibrate.SinceIndicator) document.Cell { return document.Share{Number: i.Before} }},
			{Title: "same rating, " + s.To, Cell: func(i calibrate.SinceIndicator) document.Cell { return document.Share{Number: i.After} }},
		}))
	}
	blocks = append(blocks, agreed(r)...)
	if s.Limits != "" {
		blocks = append(blocks, document.Paragraph{Role: document.Aside, Text: s.Limits})
	}
	return blocks
}

// agreed is what the team agreed on before, whether it held, and which
// commitments to follow up.
func agreed(r *calibrate.Report) []document.Block {
	if r.Since == nil || len(r.Since.Agreed) == 0 {
		return nil
	}
	agreed, promised := document.List{Heads: true}, document.List{Heads: true}
	for _, a := range r.Since.Agreed {
		if said := agreedWords(r, a); said != "" {
			agreed.Items = append(agreed.Items, wording.Name(a.Indicator, a.Name)+": "+said)
		}
		if a.Commitment != "" {
			promised.Items = append(promised.Items, a.Indicator+": "+commitmentWords(a))
		}
	}
	var blocks []document.Block
	if len(agreed.Items) > 0 {
		blocks = append(blocks, document.Paragraph{Role: document.Heading, Text: "Last time you agreed. Did it hold?"}, agreed)
	}
	if len(promised.Items) > 0 {
		blocks = append(blocks, document.Paragraph{Role: document.Heading, Text: "Last time you committed to. What came of it?"}, promised)
	}
	return blocks
}

// agreedWords say what was agreed and what the ratings since show.
func agreedWords(r *calibrate.Report, a calibrate.Agreement) string {
	var parts []string
	if v, ok := a.Level.Value(); ok {
		of := ""
		if a.Lesson != "" {
			of = " for " + a.Lesson
		}
		parts = append(parts, levelName(r, a.Indicator, v)+of)
	}
	if a.Wording != "" {
		parts = append(parts, "“"+strings.TrimRight(OneLine(a.Wording), ".")+"”")
	}
	if len(parts) == 0 {
		return ""
	}
	text := strings.Join(parts, ", ") + "."
	switch {
	case !a.Exact.OK():
		return text + " Nothing was rated on it since that could show it."
	case a.Held.Yes():
		return text + fmt.Sprintf(" It holds: any two of you gave the same rating %s of the time, and it meets the standard.", wording.Percent(a.Exact))
	case a.Held.No():
		return text + fmt.Sprintf(" Not yet: any two of you gave the same rating %s of the time, and it misses the standard.", wording.Percent(a.Exact))
	}
	return text + fmt.Sprintf(" Any two of you gave the same rating %s of the time: too few to tell.", wording.Percent(a.Exact))
}

// commitmentWords are a commitment, who looks after it and by when.
func commitmentWords(a calibrate.Agreement) string {
	text := strings.TrimRight(OneLine(a.Commitment), ".")
	var by []string
	if a.Who != "" {
		by = append(by, OneLine(a.Who))
	}
	if a.Due != "" {
		by = append(by, "by "+OneLine(a.Due))
	}
	if len(by) > 0 {
		text += " (" + strings.Join(by, ", ") + ")"
	}
	return text + "."
}
