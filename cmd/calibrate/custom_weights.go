package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/stats/weight"
)

// readWeights reads the matrix of custom weights: a row and a column a level,
// from the lowest, without a header.
func readWeights(path string) (*weight.Scheme, error) {
	content, err := source.ReadFile(path, source.SmallFile)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", path, plainError(err))
	}
	rows, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	matrix := make([][]float64, len(rows))
	for i, row := range rows {
		for j, cell := range row {
			cell = strings.TrimSpace(strings.TrimPrefix(cell, "\ufeff"))
			w, err := strconv.ParseFloat(cell, 64)
			if err != nil {
				return nil, fmt.Errorf("%s:%d:%d: %q is not a weight", path, i+1, j+1, cell)
			}
			matrix[i] = append(matrix[i], w)
		}
	}
	scheme, err := weight.Custom(matrix)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return scheme, nil
}
