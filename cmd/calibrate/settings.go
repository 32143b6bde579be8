package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"go.yaml.in/yaml/v3"

	"github.com/cb401426/calibrate/calibrate/rubric"
)

// settingsFile is read from the working directory where it exists.
const settingsFile = "calibrate.yaml"

// applySettings gives every flag that the command line leaves out its value
// from CALIBRATE_…, or else from calibrate.yaml.
func applySettings(cmd *cobra.Command) error {
	fromFile, err := readSettings(cmd.Root())
	if err != nil {
		return err
	}
	var failed error
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if f.Changed || failed != nil || f.Name == "help" || f.Name == "version" {
			return
		}
		name := "CALIBRATE_" + strings.ToUpper(strings.ReplaceAll(f.Name, "-", "_"))
		value, ok := os.LookupEnv(name)
		if !ok {
			name = settingsFile + ": " + f.Name
			value, ok = fromFile[f.Name]
		}
		if !ok {
			return
		}
		if err := cmd.Flags().Set(f.Name, value); err != nil {
			failed = usageError{fmt.Errorf("%s: %w", name, err), "it takes what --" + f.Name + " takes"}
		}
	})
	return failed
}

// readSettings reads calibrate.yaml as flags and their values. A key that is
// no flag of any command is an error.
func readSettings(root *cobra.Command) (map[string]string, error) {
	content, err := os.ReadFile(settingsFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, usageError{fmt.Errorf("cannot read %s: %w", settingsFile, plainError(err)), ""}
	}
	tree, err := rubric.ParseYAML(content)
	if err == nil && tree.Kind != yaml.MappingNode {
		err = errors.New("it holds no flags")
	}
	if err != nil {
		return nil, usageError{fmt.Errorf("%s: %w", settingsFile, err), ""}
	}
	known := flagNames(root)
	settings := map[string]string{}
	for i := 0; i < len(tree.Content); i += 2 {
		key := tree.Content[i].Value
		if !slices.Contains(known, key) {
			return nil, usageError{fmt.Errorf("%s: no flag %q", settingsFile, key), "its keys are flags without the dashes, such as standard: naep"}
		}
		value, err := settingValue(tree.Content[i+1])
		if err != nil {
			return nil, usageError{fmt.Errorf("%s: %s: %w", settingsFile, key, err), ""}
		}
		settings[key] = value
	}
	return settings, nil
}

// settingValue writes a YAML value as the command line would: lists with
// commas, keys as key=value.
func settingValue(n *yaml.Node) (string, error) {
	var parts []string
	switch {
	case n.Kind == yaml.ScalarNode && n.Tag != "!!null":
		return n.Value, nil
	case n.Kind == yaml.SequenceNode:
		for _, inner := range n.Content {
			part, err := settingValue(inner)
			if err != nil {
				return "", err
			}
			parts = append(parts, part)
		}
	case n.Kind == yaml.MappingNode:
		for i := 0; i < len(n.Content); i += 2 {
			part, err := settingValue(n.Content[i+1])
			if err != nil {
				return "", err
			}
			parts = append(parts, n.Content[i].Value+"="+part)
		}
	default:
		return "", errors.New("it has no value")
	}
	return strings.Join(parts, ","), nil
}

// flagNames lists the flags of all commands.
func flagNames(root *cobra.Command) []string {
	var names []string
	for _, cmd := range root.Commands() {
		cmd.LocalFlags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		names = append(names, flagNames(cmd)...)
	}
	return names
}
