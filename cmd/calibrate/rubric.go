package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/outfile"
)

// rubricCommand lists the rubrics, shows one, or begins one's own.
func rubricCommand(a *command.App) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "rubric",
		Short: "Built-in rubrics, and a file to begin your own with",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(&cobra.Command{
		Use: "list", Short: "The built-in rubrics", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return a.Show(rubricList()) },
	}, &cobra.Command{
		Use: "show RUBRIC", Short: "One rubric, built in or from a file", Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			r, err := command.FindRubric(args[0])
			if err != nil {
				return err
			}
			return a.Show(rubricDocument(r))
		},
	}, rubricInit(a), rubricNote(a))
	return cmd
}

// rubricInit prints a rubric's file, to edit.
func rubricInit(a *command.App) *cobra.Command {
	output := ""
	cmd := &cobra.Command{
		Use: "init [RUBRIC]", Short: "A rubric's file, to edit",
		Example: "  calibrate rubric init fft-2022 -o ours.yaml\n  calibrate score --rubric ours.yaml ratings.csv",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			id := rubric.Presets()[0].ID
			if len(args) > 0 {
				id = args[0]
			}
			text, ok := rubric.Source(id)
			if !ok {
				return command.Usage(fmt.Errorf("no built-in rubric %q", id), "calibrate rubric list shows them")
			}
			if output == "" {
				return a.Print(bytes.NewBuffer(text))
			}
			return command.WriteFiles([]outfile.File{{Path: output, Content: text, Mode: 0o644}})
		},
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", "write it to a file")
	return cmd
}

// rubricList shows the built-in rubrics in a table.
func rubricList() document.Document {
	table := document.TableOf("rubrics", rubric.Presets(), []document.ColumnOf[*rubric.Rubric]{
		{Title: "rubric", Cell: func(r *rubric.Rubric) document.Cell { return document.Text(r.ID) }},
		{Title: "name", Cell: func(r *rubric.Rubric) document.Cell { return document.Text(r.Name) }},
		{Title: "scale", Cell: func(r *rubric.Rubric) document.Cell { return document.Text(scaleWords(r.Scales[0])) }},
		{Title: "indicators", Cell: func(r *rubric.Rubric) document.Cell { return document.Count(len(r.Indicators)) }},
	})
	return document.Document{Title: "Rubrics", Sections: []document.Section{{ID: "rubrics", Blocks: []document.Block{table}}}}
}

// scaleWords names a scale by its ends.
func scaleWords(s rubric.Scale) string {
	first, last := s.Levels[0], s.Levels[len(s.Levels)-1]
	return fmt.Sprintf("%v to %v", first.Value, last.Value)
}

// rubricDocument shows one rubric.
func rubricDocument(r *rubric.Rubric) document.Document {
	blocks := []document.Block{document.Paragraph{Text: r.Name}}
	if r.Status != "" {
		blocks = append(blocks, document.Paragraph{Role: document.Aside, Text: "Status: " + r.Status + "."})
	}
	if r.Notes != "" {
		blocks = append(blocks, document.Paragraph{Role: document.Aside, Text: r.Notes})
	}
	for _, s := range r.Scales {
		var levels []string
		for _, l := range s.Levels {
			levels = append(levels, strings.TrimSpace(fmt.Sprintf("%v %s", l.Value, l.Label)))
		}
		blocks = append(blocks, document.Paragraph{Text: "Scale " + s.ID + ": " + strings.Join(levels, ", ") + "."})
	}
	table := document.Table{ID: "indicators", Columns: []document.Column{{Title: "indicator"}, {Title: "name"}, {Title: "scale"}}}
	for _, in := range r.Indicators {
		scale := r.ScaleOf(in).ID
		if in.Reversed {
			scale += " (reversed)"
		}
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{document.Text(in.ID), document.Text(in.Name), document.Text(scale)}})
	}
	if len(table.Rows) > 0 {
		blocks = append(blocks, table)
	}
	agreed := document.List{Heads: true}
	for _, in := range r.Indicators {
		for _, said := range r.Agreed(in) {
			agreed.Items = append(agreed.Items, in.ID+": "+said)
		}
	}
	if len(agreed.Items) > 0 {
		blocks = append(blocks, document.Paragraph{Role: document.Heading, Text: "What was agreed"}, agreed)
	}
	return document.Document{Title: r.ID, Sections: []document.Section{{ID: r.ID, Blocks: blocks}}}
}
