package command

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"go.yaml.in/yaml/v3"

	"github.com/cb401426/calibrate/calibrate/input"
	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// settingsFile is read from the working directory where it exists, and
// --settings names no other.
const settingsFile = "calibrate.yaml"

// environment begins the names of flags in the environment.
const environment = "CALIBRATE_"

// ownHand are the flags that say who is named and what is written where. They
// are not taken from a file that merely lies in the working directory.
var ownHand = []string{"names", "key", "individual", "output", "open", "id-key"}

// AddSettings defines the flag that names a file of flags.
func AddSettings(root *cobra.Command) {
	root.PersistentFlags().String("settings", "", "a file of flags, in place of calibrate.yaml")
}

// ApplySettings gives every flag that the command line leaves out its value
// from the environment, or else from the file of settings. The file of the
// working directory is named where it changes something.
func ApplySettings(a *App, cmd *cobra.Command) error {
	if err := knownEnvironment(cmd.Root()); err != nil {
		return err
	}
	path, err := cmd.Flags().GetString("settings")
	if err != nil {
		return err
	}
	if !cmd.Flags().Changed("settings") {
		path = os.Getenv(environment + "SETTINGS")
	}
	fromFile, err := readSettings(cmd.Root(), path)
	if err != nil {
		return err
	}
	var failed error
	var set []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if f.Changed || failed != nil || slices.Contains([]string{"help", "version", "settings"}, f.Name) {
			return
		}
		name := environment + strings.ToUpper(strings.ReplaceAll(f.Name, "-", "_"))
		value, ok := os.LookupEnv(name)
		if !ok {
			name = cmp.Or(path, settingsFile) + ": " + f.Name
			if value, ok = fromFile[f.Name]; !ok {
				return
			}
			set = append(set, f.Name)
		}
		if err := cmd.Flags().Set(f.Name, value); err != nil {
			failed = Usage(fmt.Errorf("%s: %w", name, err), "it takes what --"+f.Name+" takes")
		}
	})
	if quiet := cmd.Flags().Lookup("quiet"); failed == nil && path == "" && len(set) > 0 && (slices.Contains(set, "quiet") || quiet == nil || !quiet.Changed) {
		a.Say("%s in this folder sets %s", settingsFile, strings.Join(set, ", "))
	}
	return failed
}

// knownEnvironment refuses a name in the environment that is no flag.
func knownEnvironment(root *cobra.Command) error {
	known := FlagNames(root)
	for _, entry := range os.Environ() {
		name, _, _ := strings.Cut(entry, "=")
		rest, ours := strings.CutPrefix(name, environment)
		if flag := strings.ToLower(strings.ReplaceAll(rest, "_", "-")); ours && !slices.Contains(known, flag) {
			return Usage(fmt.Errorf("%s in the environment: no flag %q", name, flag), "unset it, or correct its name")
		}
	}
	return nil
}

// readSettings reads the file of settings as flags and their values. A key that
// is no flag of any command is an error.
func readSettings(root *cobra.Command, path string) (map[string]string, error) {
	named := path != ""
	path = cmp.Or(path, settingsFile)
	content, err := source.ReadFile(path, source.SmallFile)
	if errors.Is(err, fs.ErrNotExist) && !named {
		return nil, nil
	}
	if err != nil {
		return nil, Usage(fmt.Errorf("cannot read %s: %w", path, wording.Plain(err)), "")
	}
	tree, err := rubric.ParseYAML(content)
	if err == nil && tree.Kind != yaml.MappingNode {
		err = errors.New("it holds no flags")
	}
	if err != nil {
		return nil, Usage(fmt.Errorf("%s: %w", path, err), "")
	}
	known := FlagNames(root)
	settings := map[string]string{}
	for i := 0; i < len(tree.Content); i += 2 {
		key := tree.Content[i].Value
		if !slices.Contains(known, key) || key == "settings" {
			return nil, Usage(fmt.Errorf("%s: no flag %q", path, key), "its keys are flags without the dashes, such as standard: naep")
		}
		if !named && slices.Contains(ownHand, key) {
			return nil, Usage(
				fmt.Errorf("%s: %s is not taken from a file that lies in the folder", path, key),
				"write --"+key+", or name the file: --settings "+path,
			)
		}
		value, err := settingValue(tree.Content[i+1])
		if err != nil {
			return nil, Usage(fmt.Errorf("%s: %s: %w", path, key, err), "")
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

// FlagNames lists the flags of all commands.
func FlagNames(root *cobra.Command) []string {
	names := []string{"settings", "log-format"}
	for _, cmd := range root.Commands() {
		cmd.LocalFlags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		names = append(names, FlagNames(cmd)...)
	}
	return names
}

// ReadingSettings writes what was read as settings, so that tomorrow's longer
// file is read in the same way.
func ReadingSettings(r *input.Reading, f *ReadFlags) ([]byte, error) {
	return yaml.Marshal(struct {
		Columns    []string `yaml:"columns,omitempty"`
		Layout     string   `yaml:"layout,omitempty"`
		Scale      string   `yaml:"scale,omitempty"`
		Rubric     string   `yaml:"rubric,omitempty"`
		Missing    string   `yaml:"missing,omitempty"`
		Same       string   `yaml:"same,omitempty"`
		Duplicates string   `yaml:"duplicates,omitempty"`
		Round      string   `yaml:"round,omitempty"`
		Encoding   string   `yaml:"encoding,omitempty"`
	}{
		r.ColumnSettings(), r.Layout, f.scale, f.rubric, strings.Join(f.missing, ","), strings.Join(f.same, ","),
		f.Options.Duplicates, f.Options.Round, f.Options.Encoding,
	})
}
