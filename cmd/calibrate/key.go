package main

import (
	"github.com/gocarina/gocsv"

	"github.com/cb401426/calibrate/calibrate"
)

// keyFile writes who is who as CSV.
func keyFile(key []calibrate.KeyEntry) ([]byte, error) { return gocsv.MarshalBytes(key) }
