package command

import (
	"errors"
	"fmt"

	"github.com/spf13/pflag"

	"github.com/cb401426/calibrate/calibrate/anonymize"
	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// IDKey is --id-key: ids that follow a person over nights, for a pipeline that
// joins its reports. Who has no key cannot tell who is who.
type IDKey struct{ path string }

func (k *IDKey) Add(flags *pflag.FlagSet) {
	flags.StringVar(&k.path, "id-key", "", "a file with a key: ids of raters that stay the same from file to file, in JSON and CSV alone")
}

// IDs returns how raters are called under the key; nil without one.
func (k *IDKey) IDs(j *Job) (func(name string) string, error) {
	if k.path == "" {
		return nil, nil
	}
	if j.Format.ID != "json" && j.Format.ID != "csv" {
		return nil, Usage(errors.New("--id-key is for JSON and CSV: a page that people read has pseudonyms"), "add --format json")
	}
	if err := NotOver("--output", j.Output, []string{k.path}); err != nil {
		return nil, err
	}
	content, err := source.ReadFile(k.path, source.SmallFile)
	if err != nil {
		return nil, Unread(fmt.Errorf("cannot read the key %s: %w", k.path, wording.Plain(err)))
	}
	key, err := anonymize.ParseKey(content)
	if err != nil {
		return nil, Unread(fmt.Errorf("%s: %w", k.path, err))
	}
	return func(name string) string { return anonymize.Pseudonym(key, name) }, nil
}
