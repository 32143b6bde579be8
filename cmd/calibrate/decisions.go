package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/decisions"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/outfile"
	"github.com/cb401426/calibrate/stats/rating"
)

// readDecisions reads what was agreed, in files that were filled in, on the
// scales of a study.
func readDecisions(ctx context.Context, paths []string, study calibrate.Study) ([]decisions.Decision, error) {
	var all []decisions.Decision
	for _, path := range paths {
		list, err := decisions.Read(ctx, path, decisions.Options{Levels: func(indicator string) []rating.Level {
			t := study.Table
			i := slices.IndexFunc(t.Indicators(), func(id string) bool { return strings.EqualFold(id, indicator) })
			if i < 0 || t.Scales()[t.ScaleOf(int32(i))].Source == rating.Observed {
				return nil
			}
			return t.Scales()[t.ScaleOf(int32(i))].Levels
		}})
		if err != nil {
			return nil, command.Unread(err)
		}
		if !slices.ContainsFunc(list, func(d decisions.Decision) bool { return d.Filled() }) {
			return nil, command.Unread(fmt.Errorf("%s: nothing was filled in: the columns are revote, level, wording, commitment, who and due", path))
		}
		all = append(all, list...)
	}
	return all, nil
}

// decisionsFile is the blank sheet for an agenda. A sheet that is there already
// may be filled in, and is never written over.
func decisionsFile(path string, r *calibrate.Report) (outfile.File, error) {
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return outfile.File{}, command.Usage(fmt.Errorf("--decisions-out %s: it is there already, and may be filled in", path), "give it another name, or remove it")
	}
	content, err := decisions.Encode(path, decisions.OfAgenda(r))
	if err != nil {
		return outfile.File{}, command.Usage(err, "for example --decisions-out decisions.csv")
	}
	return outfile.File{Path: path, Content: content, Mode: 0o644}, nil
}
