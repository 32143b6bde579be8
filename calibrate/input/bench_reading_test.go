package input_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/cb401426/calibrate/calibrate/input"
	"github.com/cb401426/calibrate/calibrate/input/problem"
)

// An expectation is what a sensible person reads in a file.
type expectation struct {
	bench    string
	Files    []string
	Kind     string
	Level    string
	Mode     string
	Order    []string
	Readings []struct {
		Raters, Lessons, Indicators []string
		Ratings                     [][]any
		Reasons                     int
	}
}

// benches are the folders of files with what is right of each, and how many
// there are at least.
var benches = map[string]int{"../../testdata/reading": 100, "../../testdata/reading/more": 124}

// Every file of the benches is read rightly, or refused with a flag that makes
// it right; none is read wrongly without a word.
func TestBench(t *testing.T) {
	for bench, least := range benches {
		content, err := os.ReadFile(filepath.Join(bench, "expect.json"))
		if err != nil {
			t.Fatal(err)
		}
		var all map[string]expectation
		if err := json.Unmarshal(content, &all); err != nil || len(all) < least {
			t.Fatal(len(all), err)
		}
		for name, want := range all {
			want.bench = bench
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				want.judge(t)
			})
		}
	}
}

// judge reads the files, and follows what the messages offer where a doubt is
// in order.
func (want *expectation) judge(t *testing.T) {
	path := want.Files[0]
	if dir := filepath.Dir(path); dir != "." {
		path = dir
	}
	path = filepath.Join(want.bench, "files", path)
	r, err := input.Read(context.Background(), []string{path}, input.Options{Shared: true})
	var faults *problem.Faults
	if err != nil && !errors.As(err, &faults) {
		t.Fatal(err)
	}
	switch {
	case want.Kind == "refuse" && err == nil:
		t.Errorf("read as %d ratings of %v", r.Table.Ratings(), r.Table.Raters())
	case want.Kind == "refuse":
	case err != nil && want.Kind == "doubt ok":
		want.follow(t, path, *faults)
	case err != nil:
		t.Error(err)
	default:
		want.compare(t, r)
	}
}

// follow tries every flag that the messages offer: one must read it rightly.
func (want *expectation) follow(t *testing.T, path string, faults problem.Faults) {
	for _, p := range faults {
		for _, o := range p.Offers() {
			o.Shared = true
			if r, err := input.Read(context.Background(), []string{path}, o); err == nil && want.matches(r) {
				return
			}
		}
	}
	t.Errorf("no flag that is offered reads it: %v", faults)
}

func (want *expectation) compare(t *testing.T, r *input.Reading) {
	if !want.matches(r) {
		t.Errorf("read as %d ratings of %v, %v, %v", r.Table.Ratings(), r.Table.Raters(), r.Table.Lessons(), r.Table.Indicators())
	}
	reasons := 0
	for k := range r.Table.Ratings() {
		if r.Table.HasReason(k) {
			reasons++
		}
	}
	for _, m := range r.Table.Marks() {
		if m.Reason != "" {
			reasons++
		}
	}
	if n := want.Readings[0].Reasons; n >= 0 && n != reasons {
		t.Errorf("%d reasons, want %d", reasons, n)
	}
}

// A benchRating is a rating by what it is of, as text.
type benchRating struct{ rater, lesson, indicator, level string }

// matches reports whether the ratings are the same but for the names.
func (want *expectation) matches(r *input.Reading) bool {
	var got []benchRating
	tb := r.Table
	for _, x := range tb.All() {
		it := tb.Items()[x.Item]
		lesson := tb.Lessons()[it.Lesson]
		if round := tb.Rounds()[it.Round]; round != "" {
			lesson += " / " + round
		}
		got = append(got, benchRating{
			tb.Raters()[x.Rater], lesson, tb.Indicators()[it.Indicator], fmt.Sprint(tb.Value(int(x.Item), x.Level)),
		})
	}
	for _, reading := range want.Readings {
		var right []benchRating
		for _, x := range reading.Ratings {
			at := func(k int) int { return int(x[k].(float64)) }
			level := fmt.Sprint(x[3])
			if i := slices.Index(want.Order, level); want.Mode == "ordered" && i >= 0 {
				level = fmt.Sprint(i + 1)
			}
			right = append(right, benchRating{reading.Raters[at(0)], reading.Lessons[at(1)], reading.Indicators[at(2)], level})
		}
		if slices.Equal(colours(right, want.Level == "items", want.Mode == "nominal"), colours(got, want.Level == "items", want.Mode == "nominal")) {
			return true
		}
	}
	return false
}

// colours says of each rating what it looks like whatever the names: ratings
// with the same list have the same structure.
func colours(rows []benchRating, items, nominal bool) []string {
	colour := map[string]uint64{}
	nodes := func(x benchRating) []string {
		n := []string{"r" + x.rater, "l" + x.lesson, "i" + x.indicator}
		if items {
			n = []string{n[0], "t" + x.lesson + "\x00" + x.indicator}
		}
		if nominal {
			n = append(n, "s"+x.level)
		}
		return n
	}
	hash := func(parts ...any) uint64 {
		h := fnv.New64a()
		fmt.Fprint(h, parts...)
		return h.Sum64()
	}
	look := func(x benchRating) uint64 {
		var parts []any
		for _, n := range nodes(x) {
			parts = append(parts, n[:1], colour[n], " ")
		}
		if !nominal {
			parts = append(parts, x.level)
		}
		return hash(parts...)
	}
	for range 6 {
		at := map[string][]uint64{}
		for _, x := range rows {
			for _, n := range nodes(x) {
				at[n] = append(at[n], look(x))
			}
		}
		next := map[string]uint64{}
		for n, seen := range at {
			slices.Sort(seen)
			next[n] = hash(n[:1], colour[n], seen)
		}
		colour = next
	}
	out := make([]string, len(rows))
	for i, x := range rows {
		out[i] = fmt.Sprint(look(x))
	}
	slices.Sort(out)
	return out
}
