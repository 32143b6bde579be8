package main

import "github.com/spf13/cobra"

// commands are those that the page in a browser runs. The others would only
// make it larger.
var commands = []func(*app) *cobra.Command{
	scoreCommand,
	checkCommand,
	agendaCommand,
	surveyCommand,
}
