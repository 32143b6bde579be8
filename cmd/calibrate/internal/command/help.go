package command

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// helpWidth is the columns that help fits.
const helpWidth = 80

// SetHelp gives a command and those below it help that fits a terminal, and
// lets an unknown topic fail.
func SetHelp(root *cobra.Command) {
	root.SetUsageFunc(func(cmd *cobra.Command) error {
		_, err := fmt.Fprint(cmd.OutOrStderr(), usage(cmd))
		return err
	})
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) {
		long := cmd.Long
		if long == "" {
			long = cmd.Short
		}
		fmt.Fprint(cmd.OutOrStdout(), folded(long, "")+"\n"+usage(cmd))
	})
	root.SetHelpCommand(&cobra.Command{
		Use:   "help [command]",
		Short: "Help about any command",
		RunE: func(help *cobra.Command, args []string) error {
			cmd, rest, err := help.Root().Find(args)
			if err != nil || cmd == nil || len(rest) > 0 {
				return Usage(fmt.Errorf("no help about %q", strings.Join(args, " ")), "run calibrate --help for the commands")
			}
			return cmd.Help()
		},
		ValidArgsFunction: func(help *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			cmd, _, err := help.Root().Find(args)
			if err != nil {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			var names []string
			for _, c := range cmd.Commands() {
				if c.IsAvailableCommand() {
					names = append(names, c.Name())
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
	})
}

// usage is a command's lines, examples, subcommands and flags.
func usage(cmd *cobra.Command) string {
	var b strings.Builder
	b.WriteString("Usage:\n")
	if cmd.Runnable() {
		b.WriteString("  " + cmd.UseLine() + "\n")
	}
	if cmd.HasAvailableSubCommands() {
		b.WriteString("  " + cmd.CommandPath() + " [command]\n")
	}
	if cmd.Example != "" {
		b.WriteString("\nExamples:\n" + cmd.Example + "\n")
	}
	if cmd.HasAvailableSubCommands() {
		b.WriteString("\nAvailable Commands:\n")
		for _, c := range cmd.Commands() {
			if c.IsAvailableCommand() || c.Name() == "help" {
				name := fmt.Sprintf("  %-*s ", cmd.NamePadding(), c.Name())
				b.WriteString(name + strings.TrimSpace(folded(c.Short, strings.Repeat(" ", len(name)))) + "\n")
			}
		}
	}
	flags := func(title string, set *pflag.FlagSet) {
		if set.HasAvailableFlags() {
			b.WriteString("\n" + title + ":\n" + strings.TrimRight(set.FlagUsagesWrapped(helpWidth), " \n") + "\n")
		}
	}
	flags("Flags", cmd.LocalFlags())
	if cmd.HasAvailableInheritedFlags() {
		flags("Global Flags", cmd.InheritedFlags())
	}
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "\nUse \"%s [command] --help\" for more information about a command.\n", cmd.CommandPath())
	}
	return b.String()
}

// folded breaks a text at spaces into lines that fit behind an indent. A line
// that is indented already stays as it is.
func folded(text, indent string) string {
	var b strings.Builder
	line := indent
	end := func() {
		if strings.TrimSpace(line) != "" {
			b.WriteString(line + "\n")
		}
		line = indent
	}
	for given := range strings.Lines(text) {
		given = strings.TrimRight(given, "\n")
		if given == "" || strings.HasPrefix(given, " ") {
			end()
			b.WriteString(given + "\n")
			continue
		}
		for word := range strings.FieldsSeq(given) {
			if len([]rune(line))+1+len([]rune(word)) > helpWidth {
				end()
			}
			if line != indent {
				line += " "
			}
			line += word
		}
	}
	end()
	return b.String()
}
