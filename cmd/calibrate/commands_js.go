package main

import (
	"github.com/spf13/cobra"

	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
)

// commands are those that the page in a browser runs. The others would only
// make it larger.
var commands = []func(*command.App) *cobra.Command{
	scoreCommand,
	checkCommand,
	agendaCommand,
	surveyCommand,
}
