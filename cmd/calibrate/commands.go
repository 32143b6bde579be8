//go:build !js

package main

import "github.com/spf13/cobra"

// commands lists the subcommands.
var commands = []func(*app) *cobra.Command{
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
