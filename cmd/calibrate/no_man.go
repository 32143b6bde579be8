//go:build !man

package main

import (
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"github.com/spf13/cobra"
)

// extraCommands are those of builds with a tag.
var extraCommands []func(*command.App) *cobra.Command
