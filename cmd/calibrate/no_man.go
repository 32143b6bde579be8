//go:build !man

package main

import "github.com/spf13/cobra"

// extraCommands are those of builds with a tag.
var extraCommands []func(*app) *cobra.Command
