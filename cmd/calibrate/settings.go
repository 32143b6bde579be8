package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

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
	var raw yaml.MapSlice
	if err := rubric.DecodeYAML(content, &raw); err != nil {
		return nil, usageError{fmt.Errorf("%s: %s", settingsFile, yaml.FormatError(err, false, true)), ""}
	}
	known := flagNames(root)
	settings := map[string]string{}
	for _, entry := range raw {
		key := fmt.Sprint(entry.Key)
		if !slices.Contains(known, key) {
			return nil, usageError{fmt.Errorf("%s: no flag %q", settingsFile, key), "its keys are flags without the dashes, such as standard: naep"}
		}
		value, err := settingValue(entry.Value)
		if err != nil {
			return nil, usageError{fmt.Errorf("%s: %s: %w", settingsFile, key, err), ""}
		}
		settings[key] = value
	}
	return settings, nil
}

// settingValue writes a YAML value as the command line would: lists with
// commas, maps as key=value.
func settingValue(v any) (string, error) {
	switch v := v.(type) {
	case nil:
		return "", errors.New("it has no value")
	case yaml.MapSlice:
		return joinSettings(len(v), func(i int) (string, error) {
			value, err := settingValue(v[i].Value)
			return fmt.Sprint(v[i].Key) + "=" + value, err
		})
	case map[string]any:
		keys := make([]string, 0, len(v))
		for key := range v {
			keys = append(keys, key)
		}
		slices.Sort(keys)
		return joinSettings(len(keys), func(i int) (string, error) {
			value, err := settingValue(v[keys[i]])
			return keys[i] + "=" + value, err
		})
	case []any:
		return joinSettings(len(v), func(i int) (string, error) { return settingValue(v[i]) })
	}
	return fmt.Sprint(v), nil
}

func joinSettings(n int, part func(int) (string, error)) (string, error) {
	parts := make([]string, n)
	for i := range parts {
		var err error
		if parts[i], err = part(i); err != nil {
			return "", err
		}
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
