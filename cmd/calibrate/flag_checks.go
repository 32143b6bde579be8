package main

import (
	"fmt"
	"os"
)

// checkConfidence holds a confidence against its range.
func checkConfidence(c float64) error {
	if !(c >= 0.5 && c <= 0.999) {
		return usageError{fmt.Errorf("a confidence of %v is not between 0.5 and 0.999", c), ""}
	}
	return nil
}

// checkReplicates holds a number of bootstrap replicates against its range.
func checkReplicates(n int) error {
	if n < 0 || n > mostReplicates {
		return usageError{fmt.Errorf("--bootstrap %d is not between 0 and %d", n, mostReplicates), ""}
	}
	return nil
}

// notOver refuses to write over what is to be read.
func notOver(flag, output string, paths []string) error {
	for _, path := range paths {
		if output != "" && sameFile(output, path) {
			return usageError{fmt.Errorf("%s would write over %s, which is to be read", flag, path), "name another file"}
		}
	}
	return nil
}

func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	y, err2 := os.Stat(b)
	return err == nil && err2 == nil && os.SameFile(x, y)
}
