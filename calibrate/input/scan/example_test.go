package scan_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/scan"
)

// The records of a clean file, in columns of codes.
func ExampleRead() {
	file := strings.NewReader("Ana,3b,2\nBo,3b,3\nAna,3c,3\n")
	shards, err := scan.Read(context.Background(), file, scan.Options{
		Delimiter: ',', Width: 3, Rater: 0, Indicator: 1, Score: 2, Lesson: scan.Absent, Reason: scan.Absent, CountBy: scan.Absent, Workers: 1,
	})
	if err != nil {
		panic(err)
	}
	for _, shard := range shards {
		records := 0
		for _, part := range shard.Parts {
			records += len(part.Score)
		}
		fmt.Println(records, shard.Raters, shard.Indicators, shard.Scores)
	}
	// Output: 3 [Ana Bo] [3b 3c] [2 3]
}
