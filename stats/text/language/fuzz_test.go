package language

import (
	"testing"
	"testing/fstest"
)

func FuzzLoad(f *testing.F) {
	f.Add("run: runs, ran; running\n# note\na b c, d", "four=4", "c: a, b c")
	f.Fuzz(func(t *testing.T, words, numbers, concepts string) {
		lang, err := Load(fstest.MapFS{
			"observed.txt": {Data: []byte(words)}, "neutral.txt": {Data: []byte(words)},
			"number.txt": {Data: []byte(numbers)}, "common.txt": {Data: []byte(numbers)},
			"time.txt": {Data: []byte(numbers)}, "concept.txt": {Data: []byte(concepts)},
			"ending.txt": {Data: []byte(concepts)}, "name.txt": {Data: []byte(words)},
		}, "fuzz", nil)
		if err != nil {
			return
		}
		lang.Passage(words + concepts).Statements()
	})
}
