package report

import (
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/survey"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats/gap"
)

// Survey is the page of a survey for the room; SurveyFull adds every figure.
var (
	Survey     = Shape[*survey.Report]{Document: viewSurvey, Tables: surveyTables}
	SurveyFull = Shape[*survey.Report]{Document: viewSurveyFull, Tables: surveyTables}
)

var surveyTables = []TableOf[*survey.Report]{
	{"dimensions", func(r *survey.Report) any { return r.Dimensions }},
	{"agenda", func(r *survey.Report) any { return r.Agenda }},
	{"notes", func(r *survey.Report) any { return r.Notes }},
}

// viewSurvey is the room's page: where the team is together and apart, and the
// conversation.
func viewSurvey(r *survey.Report) document.Document {
	d := document.Document{
		Title: survey.FrameOf(r).Title,
		Subtitle: survey.People(r.Input.People) + " · " + wording.Count(r.Input.Dimensions, "dimension") +
			" · " + wording.Count(r.Input.Answers, "answer"),
		Footer: surveyFooter(r),
	}
	d.Sections = append(d.Sections,
		document.Section{ID: "survey", Title: survey.FrameOf(r).Title, Blocks: surveyHead(r)},
		document.Section{ID: "picture", Title: pictureTitle(r), Blocks: []document.Block{arrowsOf(r)}},
	)
	for _, s := range []document.Section{
		{ID: "dimensions", Title: "One by one", Blocks: dimensionBlocks(r)},
		{ID: "quotes", Title: "What you wrote", Blocks: quoteBlocks(r)},
		{ID: "groups", Title: "Groups", Blocks: groupBlocks(r)},
		{ID: "lessons", Title: "What you believe, and what your lessons show", Blocks: lessonBlocks(r)},
		{ID: "conversation", Title: fmt.Sprintf("The conversation: %d minutes", r.Settings.Minutes), Blocks: conversation(r)},
		{ID: "limits", Title: "What these figures cannot say", Blocks: surveyLimits(r)},
	} {
		if len(s.Blocks) > 0 {
			d.Sections = append(d.Sections, s)
		}
	}
	return d
}

// surveyFooter says what made the page, and from which answers.
func surveyFooter(r *survey.Report) string {
	s := "calibrate"
	if v := r.Program.Version; v != "" {
		s += " " + v
	}
	return s + " · answers " + r.Data.SHA256[:min(12, len(r.Data.SHA256))]
}

// surveyHead is the survey in a sentence.
func surveyHead(r *survey.Report) []document.Block {
	head := "PARTLY TOGETHER"
	apart, told := 0, 0
	for _, d := range r.Dimensions {
		switch d.Reading {
		case gap.SeeDifferently, gap.Opposite, gap.WantDifferently:
			apart++
			told++
		case gap.AlignedChange, gap.AlignedContent:
			told++
		}
	}
	switch {
	case told == 0:
		head = "TOO CLOSE TO TELL"
	case apart == 0:
		head = "TOGETHER"
	case apart == told:
		head = "APART"
	}
	return []document.Block{
		document.Paragraph{Role: document.Headline, Text: head},
		document.Paragraph{Role: document.Lead, Text: r.Sentence},
	}
}

// arrowsOf is the picture.
func arrowsOf(r *survey.Report) document.Shifts {
	f := survey.FrameOf(r)
	a := document.Shifts{ID: "dimensions", From: f.Today, To: f.Goal}
	for _, d := range r.Dimensions {
		a.Lines = append(a.Lines, document.Shift{
			Name: d.Name, Low: endName(d.Ends[0], r.Input.Scale.Low), High: endName(d.Ends[1], r.Input.Scale.High),
			Min: r.Input.Scale.Low, Max: r.Input.Scale.High,
			From: d.Is.Mean, To: d.Should.Mean, People: d.Arrows,
			Words: strings.ToLower(f.Kind(d.Reading).Title[:1]) + f.Kind(d.Reading).Title[1:],
		})
	}
	return a
}

// endName is what an end means, or its level.
func endName(name string, level float64) string {
	if name != "" {
		return name
	}
	return wording.Level(level)
}

// dimensionBlocks says of each dimension what the team makes of it, in counts
// of people.
func dimensionBlocks(r *survey.Report) []document.Block {
	f := survey.FrameOf(r)
	var blocks []document.Block
	for _, d := range r.Dimensions {
		blocks = append(blocks,
			document.Paragraph{Role: document.Heading, Text: d.Name + ": " + f.Kind(d.Reading).Title},
			document.Paragraph{Text: survey.Said(r, &d)})
		for _, q := range d.Quotes {
			end := endName(d.Ends[0], r.Input.Scale.Low)
			if q.End == "high" {
				end = endName(d.Ends[1], r.Input.Scale.High)
			}
			blocks = append(blocks, document.Paragraph{Role: document.Quote, Text: "Nearer " + strings.ToLower(end) + ": “" + q.Text + "”"})
		}
		blocks = append(blocks, document.Paragraph{Role: document.Ask, Text: f.Kind(d.Reading).Question})
	}
	return blocks
}

// pictureTitle is the title of the picture.
func pictureTitle(r *survey.Report) string {
	f := survey.FrameOf(r)
	if f.ID == "practice" {
		return "From what you do to what you know"
	}
	return "From today to where you should be"
}

// quoteBlocks are what people wrote of all dimensions at once.
func quoteBlocks(r *survey.Report) []document.Block {
	var blocks []document.Block
	for _, q := range r.Quotes {
		blocks = append(blocks, document.Paragraph{Role: document.Quote, Text: "“" + q.Text + "”"})
	}
	return blocks
}

// groupBlocks says where groups differ, and that others were compared.
func groupBlocks(r *survey.Report) []document.Block {
	if len(r.Groups) == 0 {
		return nil
	}
	items := survey.GroupSentences(r)
	if len(items) == 0 {
		return []document.Block{document.Paragraph{Text: "No group's answers differ from the others' by more than chance would bring."}}
	}
	return []document.Block{document.List{Items: items}}
}

// lessonBlocks sets what people believe beside their lessons.
func lessonBlocks(r *survey.Report) []document.Block {
	var items []string
	for _, d := range r.Dimensions {
		if d.Lessons != nil {
			items = append(items, d.Lessons.Text)
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []document.Block{document.List{Items: items}}
}

// conversation is the plan of the meeting.
func conversation(r *survey.Report) []document.Block {
	opening := []string{
		"Five minutes, in silence: look at the picture. Where are you aligned? Where are there gaps and mismatches? Why?",
	}
	for _, item := range r.Agenda {
		name := item.Dimension
		for _, d := range r.Dimensions {
			if d.ID == item.Dimension {
				name = d.Name
			}
		}
		opening = append(opening, fmt.Sprintf("%s, %d minutes. %s", name, item.Minutes, item.Question))
	}
	return []document.Block{
		document.List{Ordered: true, Items: append(opening, "Ten minutes: what did you choose, and when do you look again?")},
		document.Paragraph{Role: document.Blank, Text: "The benefits of each side, named by the team:"},
		document.Paragraph{Role: document.Blank, Text: "What we choose:"},
		document.Paragraph{Role: document.Blank, Text: "How others will hear of it, and from whom:"},
		document.Paragraph{Role: document.Blank, Text: "We look again on:"},
	}
}

// surveyLimits says what a survey cannot.
func surveyLimits(r *survey.Report) []document.Block {
	items := []string{
		"These are beliefs. What the team does stands in its lessons and its budget, not here.",
		"A reading is said where its rule holds beyond the accident of who answered; “too close to tell” is an answer.",
	}
	for _, n := range r.Notes {
		items = append(items, wording.Capital(n.Text)+".")
	}
	return []document.Block{document.List{Items: items}}
}
