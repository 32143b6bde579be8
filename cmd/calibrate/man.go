//go:build man

package main

import (
	"os"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
)

// manCommand writes the manual pages to a folder. It is no part of the program:
// go run -tags man ./cmd/calibrate man FOLDER.
func manCommand(a *command.App) *cobra.Command {
	return &cobra.Command{
		Use: "man FOLDER", Hidden: true, Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := os.MkdirAll(args[0], 0o755); err != nil {
				return err
			}
			cmd.Root().DisableAutoGenTag = true
			return doc.GenManTree(cmd.Root(), &doc.GenManHeader{Section: "1", Source: "calibrate", Manual: "calibrate"}, args[0])
		},
	}
}

// extraCommands are those of builds with a tag.
var extraCommands = []func(*command.App) *cobra.Command{manCommand}
