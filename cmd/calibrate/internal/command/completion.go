package command

import (
	"github.com/spf13/cobra"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/weight"
)

// flagValues are what the shell offers for flags of several commands.
var flagValues = map[string]func() []string{
	"standard": func() (ids []string) {
		for _, s := range calibrate.Standards {
			ids = append(ids, s.ID)
		}
		return ids
	},
	"coefficient": func() []string { return append([]string{"all"}, coefficientIDs()...) },
	"weights": func() []string {
		ids := []string{"all"}
		for _, w := range weight.Schemes {
			ids = append(ids, w.ID)
		}
		return ids
	},
	"rubric": rubricIDs,
}

func coefficientIDs() (ids []string) {
	for _, c := range catalog.Coefficients {
		ids = append(ids, c.ID)
	}
	return ids
}

// CompleteValues offers the values of flags, the rubrics to show and begin
// with, the indicators of a template's rubric, and what stats explains.
func CompleteValues(cmd *cobra.Command) {
	for flag, values := range flagValues {
		if _, done := cmd.GetFlagCompletionFunc(flag); !done && cmd.Flags().Lookup(flag) != nil {
			Complete(cmd, flag, values())
		}
	}
	switch cmd.CommandPath() {
	case "calibrate rubric show", "calibrate rubric init":
		cmd.ValidArgsFunction = cobra.FixedCompletions(rubricIDs(), cobra.ShellCompDirectiveDefault)
	case "calibrate stats explain":
		cmd.ValidArgsFunction = cobra.FixedCompletions(coefficientIDs(), cobra.ShellCompDirectiveNoFileComp)
	case "calibrate template":
		_ = cmd.RegisterFlagCompletionFunc("indicators", indicatorsOfRubric)
	}
	for _, sub := range cmd.Commands() {
		CompleteValues(sub)
	}
}

// indicatorsOfRubric are the indicators of the rubric that --rubric names.
func indicatorsOfRubric(cmd *cobra.Command, _ []string, _ string) (ids []string, _ cobra.ShellCompDirective) {
	name, _ := cmd.Flags().GetString("rubric")
	if r, err := FindRubric(name); err == nil {
		for _, in := range r.Indicators {
			ids = append(ids, in.ID+"\t"+in.Name)
		}
	}
	return ids, cobra.ShellCompDirectiveNoFileComp
}
