package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/analysis"
	"github.com/cb401426/calibrate/calibrate/input"
)

// addMaster gives a study its answer key: the ratings of the rater that
// --master names, or a file.
func addMaster(ctx context.Context, j *job, study *calibrate.Study, master string) (err error) {
	if slices.Contains(study.Table.Raters(), master) {
		*study, err = analysis.TakeMaster(*study, master)
		return err
	}
	if j.reading.IsMaster(master) {
		return nil // the reading has taken it for the answer key already
	}
	study.Master = nil
	if _, err := os.Stat(master); errors.Is(err, fs.ErrNotExist) {
		return inputError{fmt.Errorf("--master %s: no file and no rater is called so", master)}
	}
	o, err := j.readFlags.parse(j.stdin)
	if err != nil {
		return err
	}
	o.Columns = nil // they are those of the ratings
	key, err := input.ReadMaster(ctx, master, j.reading, o)
	if err != nil {
		return inputError{err}
	}
	for _, s := range key.Scores {
		study.Master = append(study.Master, calibrate.MasterScore{
			Lesson: s.Lesson, Indicator: s.Indicator, Round: s.Round, Score: s.Score,
		})
	}
	return nil
}
