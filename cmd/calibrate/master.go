package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/input"
)

// study is what was read, with the answer key where there is one: the rater
// that --master names, or a file.
func (f *scoreFlags) study(ctx context.Context, a *app, reading *input.Reading) (calibrate.Study, error) {
	study := studyOf(reading)
	if f.master == "" {
		return study, nil
	}
	if slices.Contains(study.Table.Raters(), f.master) {
		return calibrate.TakeMaster(study, f.master)
	}
	if _, err := os.Stat(f.master); errors.Is(err, fs.ErrNotExist) {
		return study, inputError{noMasterError(f.master)}
	}
	o, err := f.readFlags.parse(a)
	if err != nil {
		return study, err
	}
	o.Columns = nil // they are those of the ratings
	key, err := input.ReadMaster(ctx, f.master, reading, o)
	if err != nil {
		return study, inputError{err}
	}
	for _, s := range key.Scores {
		study.Master = append(study.Master, calibrate.MasterScore{
			Lesson: s.Lesson, Indicator: s.Indicator, Round: s.Round, Score: s.Score,
		})
	}
	return study, nil
}

// noMasterError says that --master names neither a file nor a rater.
type noMasterError string

func (e noMasterError) Error() string {
	return "--master " + string(e) + ": no file and no rater is called so"
}
