package main

import (
	"bytes"
	"encoding/json"

	"github.com/spf13/cobra"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report"
)

// schema prints what the JSON promises.
func (a *app) schema() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "schema",
		Short: "What the JSON promises: the report's schema, the codes of notes",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(&cobra.Command{
		Use: "report", Short: "The JSON Schema (2020-12) of the report", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			var content bytes.Buffer
			if err := report.Schema(&content); err != nil {
				return err
			}
			return a.print(&content)
		},
	}, &cobra.Command{
		Use: "notes", Short: "The codes of notes: why a value is absent, and what would fix it", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			content, err := json.MarshalIndent(calibrate.NoteCodes, "", "  ")
			if err != nil {
				return err
			}
			return a.print(bytes.NewBuffer(append(content, '\n')))
		},
	})
	return cmd
}
