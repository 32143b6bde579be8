package main

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/report/format"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
)

// schemaCommand prints what the JSON promises.
func schemaCommand(a *command.App) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "schema",
		Short: "What the JSON promises: its schemas, the codes of notes",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			ids := []string{"notes", "problems", "exit-codes"}
			for _, j := range schemas() {
				ids = append(ids, j.ID)
			}
			return command.Usage(fmt.Errorf("no schema of %q: there are %s", args[0], strings.Join(ids, ", ")), "")
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	for _, j := range schemas() {
		cmd.AddCommand(&cobra.Command{
			Use: j.ID, Short: "The JSON Schema (2020-12) of " + strings.ToLower(j.What[:1]) + j.What[1:], Args: cobra.NoArgs,
			RunE: func(*cobra.Command, []string) error {
				var content bytes.Buffer
				if err := report.WriteSchema(&content, j); err != nil {
					return err
				}
				return a.Print(&content)
			},
		})
	}
	cmd.AddCommand(
		codes(a, "notes", "The codes of notes: why a value is absent, and what would fix it", calibrate.NoteCodes),
		codes(a, "problems", "The codes of problems of the input: how severe each is, and what to do", problem.Codes),
		codes(a, "exit-codes", "The exit codes: what each means", command.ExitCodes),
	)
	return cmd
}

// codes prints a closed list of codes.
func codes(a *command.App, use, short string, list any) *cobra.Command {
	return &cobra.Command{
		Use: use, Short: short, Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			var content bytes.Buffer
			if err := format.WriteJSON(&content, list); err != nil {
				return err
			}
			return a.Print(&content)
		},
	}
}

// schemas lists the JSON that the program promises: that of the report and its
// kin, and that of check, which only this command prints.
func schemas() []report.JSON {
	problems := make([]string, len(problem.Codes))
	for i, c := range problem.Codes {
		problems[i] = c.ID
	}
	return append(slices.Clone(report.Schemas), report.JSON{
		ID: "check", Title: checkSchema, What: "A check of files", Of: reflect.TypeFor[checked](),
		Codes: map[string][]string{
			"Problem.code":     problems,
			"Problem.severity": {string(problem.Fatal), string(problem.Repair), string(problem.Warning), string(problem.Note)},
		},
	})
}
