package report

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/models"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
)

// Latent is a latent class model.
var Latent = Shape[*models.Latent]{
	Document: viewLatent,
	Private:  true,
	Tables: []TableOf[*models.Latent]{
		{"raters", func(l *models.Latent) any { return l.Raters }},
		{"items", func(l *models.Latent) any { return l.Items }},
		{"compared", func(l *models.Latent) any { return l.Model.Compared }},
		{"confusion", confusionRows},
		{"notes", func(l *models.Latent) any { return l.Notes }},
	},
}

// A confusionRow is a rater's chance to give a level where another is the one
// that best explains all ratings.
type confusionRow struct {
	Rater  string  `csv:"rater"`
	Level  float64 `csv:"level"`
	Given  float64 `csv:"given"`
	Chance float64 `csv:"chance"`
}

func confusionRows(l *models.Latent) any {
	rows := []confusionRow{}
	for _, r := range l.Raters {
		for t, given := range r.Confusion {
			for k, p := range given {
				rows = append(rows, confusionRow{r.ID, l.Model.Levels[t].Value, l.Model.Levels[k].Value, p})
			}
		}
	}
	return rows
}

// kindNames say what the models are.
var kindNames = map[string]string{
	"dawid_skene": "Dawid & Skene: a chance for each level given each level",
	"one_coin":    "one coin: one chance to match, whatever the level",
	"ordinal":     "ordinal: severity, stretch and noise",
}

// viewLatent turns a model into the document that people's formats show.
func viewLatent(l *models.Latent) document.Document {
	d := document.Document{Title: "Latent classes"}
	add := func(id, title string, blocks ...document.Block) {
		if len(blocks) > 0 {
			d.Sections = append(d.Sections, document.Section{ID: id, Title: title, Blocks: blocks})
		}
	}
	head := []document.Block{
		document.Paragraph{Role: document.Headline, Text: "THE LEVEL THAT BEST EXPLAINS ALL RATINGS"},
		document.Paragraph{Role: document.Plain, Text: modelsRead(&l.Input)},
	}
	if l.Model.Kind == "" {
		text := "There is no model"
		for _, n := range l.Notes {
			if n.Path == "/model/log_likelihood" {
				text += ": " + n.Text + " (" + n.Fix + ")"
			}
		}
		add("summary", "", append(head, document.Paragraph{Role: document.Lead, Text: text + "."})...)
		return d
	}
	chosen := "It has the lowest BIC by 2 or more."
	if !l.Model.Clear {
		chosen = "Another fits about as well (BIC within 2): cannot tell which."
	}
	add("summary", "", append(head,
		document.Paragraph{Role: document.Plain, Text: wording.Capital(kindNames[l.Model.Kind]) + ". " + chosen})...)
	add("compared", "Models compared", comparedTable(l))
	add("raters", "Raters", latentRaters(l), document.Paragraph{Role: document.Aside, Text: fmt.Sprintf(
		"Match: the chance to give the level that best explains all ratings. Severity: that level less the rating, on average; positive gives lower ratings. Noise: standard deviation of the difference. Intervals from %s of the %ss.",
		wording.Count(l.Model.Bootstrap, "bootstrap sample"), l.Model.Unit)})
	add("levels", "Chance to match, by level", byLevelTable(l))
	add("items", "Items where the group's median is another level", differing(l)...)
	add("read", "How to read this", document.List{Items: latentRead(l)})
	return d
}

func comparedTable(l *models.Latent) document.Table {
	return document.TableOf("compared", l.Model.Compared, []document.ColumnOf[models.LatentCompared]{
		{Title: "model", Cell: func(c models.LatentCompared) document.Cell { return document.Text(kindNames[c.Kind]) }},
		{Title: "parameters", Cell: func(c models.LatentCompared) document.Cell { return document.Count(c.Parameters) }},
		{Title: "log likelihood", Cell: func(c models.LatentCompared) document.Cell {
			return document.Decimal{Number: stats.Of(c.LogLikelihood), Places: 1}
		}},
		{Title: "BIC", About: "lower is better", Cell: func(c models.LatentCompared) document.Cell {
			return document.Decimal{Number: stats.Of(c.BIC), Places: 1}
		}},
	}).Marked(func(i int) bool { return l.Model.Compared[i].Kind == l.Model.Kind })
}

func latentRaters(l *models.Latent) document.Table {
	title := wording.Confidence(l.Model.Confidence) + " interval"
	return document.TableOf("raters", l.Raters, []document.ColumnOf[models.LatentRater]{
		{Title: "rater", Cell: func(r models.LatentRater) document.Cell {
			if r.Name != "" {
				return document.Text(r.ID + " " + r.Name)
			}
			return document.Text(r.ID)
		}},
		{Title: "ratings", Spare: 3, Cell: func(r models.LatentRater) document.Cell { return document.Count(r.Ratings) }},
		{Title: "match", Cell: func(r models.LatentRater) document.Cell { return document.Share{Number: r.Accuracy.Value} }},
		{Title: title, Spare: 2, Cell: func(r models.LatentRater) document.Cell {
			return document.Span{Lower: r.Accuracy.Lower, Upper: r.Accuracy.Upper}
		}},
		{Title: "severity", Cell: func(r models.LatentRater) document.Cell { return document.Signed{Number: r.Severity, Places: 2} }},
		{Title: title, Spare: 2, Cell: func(r models.LatentRater) document.Cell {
			return document.Span{Lower: r.SeverityLower, Upper: r.SeverityUpper, Places: 2}
		}},
		{Title: "noise", Cell: func(r models.LatentRater) document.Cell { return document.Decimal{Number: r.Noise, Places: 2} }},
		{Title: title, Spare: 4, Cell: func(r models.LatentRater) document.Cell {
			return document.Span{Lower: r.NoiseLower, Upper: r.NoiseUpper, Places: 2}
		}},
	})
}

// byLevelTable shows each rater's chance to match each level, and how common
// the levels are.
func byLevelTable(l *models.Latent) document.Table {
	columns := []document.ColumnOf[models.LatentRater]{{Title: "rater", Cell: func(r models.LatentRater) document.Cell { return document.Text(r.ID) }}}
	for k, level := range l.Model.Levels {
		columns = append(columns, document.ColumnOf[models.LatentRater]{
			Title: wording.LevelName(level.Value, level.Label),
			Cell: func(r models.LatentRater) document.Cell {
				if k >= len(r.ByLevel) {
					return nil
				}
				return document.Share{Number: r.ByLevel[k].Value}
			},
		})
	}
	table := document.TableOf("by_level", l.Raters, columns)
	row := document.Row{Marked: true, Cells: []document.Cell{document.Text("share of the items")}}
	for _, p := range l.Model.Prevalence {
		row.Cells = append(row.Cells, document.Share{Number: stats.Of(p)})
	}
	table.Rows = append(table.Rows, row)
	return table
}

// differing shows the items on which the median and the model differ.
func differing(l *models.Latent) []document.Block {
	var lines []models.LatentItem
	unsure := 0
	for _, i := range l.Items {
		if i.Differs {
			lines = append(lines, i)
		}
		if i.Probability < 0.8 {
			unsure++
		}
	}
	text := fmt.Sprintf("%s of %d have another level by the model than by the group's median; %d have no level with a probability of 80%%.", wording.Capital(wording.Counted(len(lines), "item")), len(l.Items), unsure)
	blocks := []document.Block{document.Paragraph{Role: document.Plain, Text: text}}
	if len(lines) == 0 {
		return blocks
	}
	return append(blocks, document.TableOf("items", lines[:min(len(lines), mostListed)], []document.ColumnOf[models.LatentItem]{
		{Title: "item", Cell: func(i models.LatentItem) document.Cell {
			return document.Text(itemName(i.Round, i.Lesson, i.Indicator))
		}},
		{Title: "median", Cell: func(i models.LatentItem) document.Cell { return document.Text(wording.Level(i.Median)) }},
		{Title: "level", Cell: func(i models.LatentItem) document.Cell { return document.Text(wording.Level(i.Level)) }},
		{Title: "probability", Cell: func(i models.LatentItem) document.Cell { return document.Share{Number: stats.Of(i.Probability)} }},
	}))
}

// latentRead says how to read the figures, and what to know.
func latentRead(l *models.Latent) []string {
	list := []string{
		"This is the level that best explains all ratings, never the truth: raters who share a mistake are believed.",
		"Raters are taken to rate independently, given the level. Where they talk or share a reading of an indicator, matches are too high.",
		"What each model is, assumes and misleads in: calibrate stats explain dawid_skene (or one_coin, ordinal), and docs/latent.md.",
	}
	seen := map[string]bool{}
	for _, n := range l.Notes {
		if !seen[n.Code] && n.Code != "not_applicable" {
			seen[n.Code] = true
			list = append(list, wording.Capital(n.Text)+" ("+n.Fix+").")
		}
	}
	return list
}
