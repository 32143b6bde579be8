package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
)

// Read reads a report that was saved as JSON. A report holds all that any
// format shows, so that showing it again gives the same bytes.
func Read(r io.Reader) (*calibrate.Report, error) {
	content, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	content = bytes.TrimPrefix(content, []byte("\xef\xbb\xbf"))
	if len(bytes.TrimSpace(content)) == 0 {
		return nil, errors.New("there is nothing in it")
	}
	var head struct {
		Schema *string `json:"schema"`
	}
	if err := decode(content, &head); err != nil {
		return nil, err
	}
	switch {
	case head.Schema == nil:
		return nil, fmt.Errorf("it is no report: it has no schema, which %s has", calibrate.Schema)
	case *head.Schema != calibrate.Schema:
		return nil, fmt.Errorf("it is a %s, and this version reads %s", document.Clean(*head.Schema), calibrate.Schema)
	}
	if err := checkNumbers(content); err != nil {
		return nil, err
	}
	report := &calibrate.Report{}
	if err := decode(content, report); err != nil {
		return nil, err
	}
	if err := complete(content, report); err != nil {
		return nil, err
	}
	return report, nil
}

// largestNumber is more than any number of a report, a seed included, and far
// from where sums of them would be infinite.
const largestNumber = 1 << 64

// checkNumbers refuses a report that was changed by hand to hold what no
// computation gives.
func checkNumbers(content []byte) error {
	decoder := json.NewDecoder(bytes.NewReader(content))
	decoder.UseNumber()
	for {
		token, err := decoder.Token()
		if err != nil {
			return nil // its end, or what decode words
		}
		if number, ok := token.(json.Number); ok {
			if v, err := number.Float64(); err != nil || math.Abs(v) > largestNumber {
				return fmt.Errorf("%s: no report holds the number %.20s", position(content, decoder.InputOffset()), number)
			}
		}
	}
}

// decode reads JSON; an error says where.
func decode(content []byte, into any) error {
	err := json.Unmarshal(content, into)
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("%s: it is no JSON: %w", position(content, syntax.Offset), err)
	case errors.As(err, &kind) && kind.Field == "":
		return fmt.Errorf("it is no report: it is a JSON %s", kind.Value)
	case errors.As(err, &kind):
		return fmt.Errorf("%s: %s is a %s and should be a %s",
			position(content, kind.Offset), kind.Field, kind.Value, kindName(kind.Type.Kind().String()))
	case err != nil:
		return fmt.Errorf("it is no report: %w", err)
	}
	return nil
}

// position is the line and column of an offset.
func position(content []byte, offset int64) string {
	before := content[:min(int(offset), len(content))]
	line := bytes.Count(before, []byte("\n")) + 1
	column := len(before) - bytes.LastIndexByte(before, '\n') - 1
	return fmt.Sprintf("line %d, column %d", line, max(column, 1))
}

// kindName says a Go kind in the words of JSON.
func kindName(kind string) string {
	switch kind {
	case "struct", "map":
		return "object"
	case "slice":
		return "array"
	case "string", "bool":
		return kind
	}
	return "number"
}

// complete checks that what every report has is there, and that its parts fit
// each other.
func complete(content []byte, r *calibrate.Report) error {
	var has map[string]json.RawMessage
	if err := decode(content, &has); err != nil {
		return err
	}
	for _, part := range []string{"settings", "input", "verdict", "alignment", "indicators", "lessons", "raters", "pairs"} {
		if _, ok := has[part]; !ok {
			return fmt.Errorf("it is not a whole report: %s is missing", part)
		}
	}
	if r.Verdict.ID.Words() == "" {
		return fmt.Errorf("there is no verdict %q", document.Clean(string(r.Verdict.ID)))
	}
	if sum := r.Data.SHA256; sum != "" && (len(sum) != 64 || strings.Trim(sum, "0123456789abcdef") != "") {
		return fmt.Errorf("data.sha256 is no SHA-256: %.80s", document.Clean(sum))
	}
	levels := map[string]int{}
	for _, s := range r.Input.Scales {
		levels[s.ID] = len(s.Levels)
	}
	for what, places := range map[string][]calibrate.Breakdown{"indicator": r.Indicators, "lesson": r.Lessons} {
		for _, p := range places {
			if n := levels[p.Scale]; p.Scale != "" && n != len(p.Distribution) {
				return fmt.Errorf("the %s %q has counts for %d levels, and its scale has %d",
					what, document.Clean(p.ID), len(p.Distribution), n)
			}
		}
	}
	return nil
}
