package main

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report"
)

// schemaCommand prints what the JSON promises.
func schemaCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "schema",
		Short: "What the JSON promises: its schemas, the codes of notes",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	for _, j := range report.Schemas {
		cmd.AddCommand(&cobra.Command{
			Use: j.ID, Short: "The JSON Schema (2020-12) of " + strings.ToLower(j.What[:1]) + j.What[1:], Args: cobra.NoArgs,
			RunE: func(*cobra.Command, []string) error {
				var content bytes.Buffer
				if err := report.Schema(&content, j.ID); err != nil {
					return err
				}
				return a.print(&content)
			},
		})
	}
	cmd.AddCommand(&cobra.Command{
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
