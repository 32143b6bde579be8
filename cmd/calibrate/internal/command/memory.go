package command

import (
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/source"
)

// The sizes of input up to which memory is spent freely, as a short run is
// over before it is worth collecting, and from which on it is spared.
const (
	smallInput = 16 << 20
	largeInput = 64 << 20
)

// packed reports whether a file holds more than its size says.
func packed(path string) bool {
	return slices.Contains([]string{".gz", ".zst", ".zip", ".xlsx", ".ods"}, strings.ToLower(filepath.Ext(path)))
}

// budgetMemory sets how much garbage may stand beside what is in use, by the
// size of the files to read. GOGC in the environment decides instead.
func budgetMemory(paths []string) {
	if os.Getenv("GOGC") != "" {
		return
	}
	var size int64
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil || !info.Mode().IsRegular() || packed(path) {
			return // not known
		}
		size += info.Size()
	}
	switch {
	case size <= smallInput:
		debug.SetGCPercent(400)
	case size >= largeInput:
		debug.SetGCPercent(25)
	}
}

// manyRatings is from how many ratings on memory is spared.
const manyRatings = 50_000

// SpareMemory lets the collector run often, for work on many ratings that makes
// little garbage beside much that is in use. GOGC in the environment decides
// instead.
func SpareMemory(ratings int) {
	if ratings >= manyRatings && os.Getenv("GOGC") == "" {
		debug.SetGCPercent(25)
	}
}

// LimitMemory lets the collector work harder where the memory that there is
// comes to its end. GOMEMLIMIT in the environment decides instead.
func LimitMemory() {
	if most := systemMemory(); most > 0 && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(most / 10 * 9)
	}
}

// memoryToRead is what a reading may take where --memory does not say: the
// usual, or half of what there is where that is less.
func memoryToRead() int64 {
	if most := systemMemory(); most > 0 {
		return min(source.DefaultMemory, most/2)
	}
	return source.DefaultMemory
}
