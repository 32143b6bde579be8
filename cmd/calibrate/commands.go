//go:build !js

package main

import (
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"github.com/spf13/cobra"
)

// commands lists the subcommands.
var commands = []func(*command.App) *cobra.Command{
	scoreCommand,
	checkCommand,
	planCommand,
	statsCommand,
	archiveCommand,
	trendCommand,
	compareCommand,
	reasonsCommand,
	raschCommand,
	latentCommand,
	simulateCommand,
	agendaCommand,
	surveyCommand,
	renderCommand,
	rubricCommand,
	templateCommand,
	anonymizeCommand,
	schemaCommand,
}
