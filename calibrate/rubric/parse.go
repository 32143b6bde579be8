package rubric

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// The file of a rubric. A scale is given as a range (scale: 1-4), as levels,
// or, where there are several, as scales with an id each.
type file struct {
	ID          string          `yaml:"id"`
	Name        string          `yaml:"name"`
	Status      string          `yaml:"status"`
	Notes       string          `yaml:"notes"`
	Scale       string          `yaml:"scale"`
	Levels      []fileLevel     `yaml:"levels"`
	HalfPoints  bool            `yaml:"half_points"`
	Scales      []fileScale     `yaml:"scales"`
	NotObserved []string        `yaml:"not_observed"`
	Missing     []string        `yaml:"missing"`
	Blank       string          `yaml:"blank"`
	IDPattern   string          `yaml:"id_pattern"`
	Indicators  []fileIndicator `yaml:"indicators"`
}

type fileScale struct {
	ID         string      `yaml:"id"`
	Scale      string      `yaml:"scale"`
	Levels     []fileLevel `yaml:"levels"`
	HalfPoints bool        `yaml:"half_points"`
}

type fileLevel struct {
	Value   *float64 `yaml:"value"`
	Label   string   `yaml:"label"`
	Aliases []string `yaml:"aliases"`
}

type fileIndicator struct {
	ID         string   `yaml:"id"`
	Name       string   `yaml:"name"`
	Aliases    []string `yaml:"aliases"`
	Scale      string   `yaml:"scale"`
	Reversed   bool     `yaml:"reversed"`
	Observable bool     `yaml:"observable"`
	Ends       []string `yaml:"ends"`
	Shows      []string `yaml:"shows"`

	Words map[string]string `yaml:"words"` // by level: its value or label
	Notes []Note            `yaml:"notes"`
}

// Parse reads a rubric. Name is that of the file, for messages: the error has
// a line "name:line: what is wrong" for every fault.
func Parse(name string, data []byte) (*Rubric, error) {
	p := &rubricParser{name: name}
	var f file
	err := decodeYAML(data, &f)
	if err == nil {
		p.tree, err = ParseYAML(data)
	}
	if err != nil {
		return nil, p.named(err)
	}
	r := p.rubric(&f)
	if len(p.faults) > 0 {
		return nil, errors.Join(p.faults...)
	}
	return r, nil
}

// A rubricParser collects the faults of a file.
type rubricParser struct {
	name   string
	tree   *yaml.Node
	faults []error
}

// named puts the file's name before every fault of its YAML.
func (p *rubricParser) named(err error) error {
	var all []error
	for text := range strings.SplitSeq(err.Error(), "\n") {
		if line, rest, ok := strings.Cut(strings.TrimPrefix(text, "line "), ": "); ok && strings.HasPrefix(text, "line ") {
			all = append(all, fmt.Errorf("%s:%s: %s", p.name, line, rest))
			continue
		}
		all = append(all, fmt.Errorf("%s: %s", p.name, text))
	}
	return errors.Join(all...)
}

// fail records a fault at a path such as $.indicators[3].scale.
func (p *rubricParser) fail(path, format string, args ...any) {
	p.faults = append(p.faults, fmt.Errorf("%s:%d: %s", p.name, lineOf(p.tree, path), fmt.Sprintf(format, args...)))
}

// rubric makes the Rubric of a file.
func (p *rubricParser) rubric(f *file) *Rubric {
	r := &Rubric{
		ID: f.ID, Name: f.Name, Status: f.Status, Notes: f.Notes,
		IDPattern: f.IDPattern, NotObserved: f.NotObserved, Missing: f.Missing,
	}
	if f.ID == "" {
		p.fail("$", "the rubric has no id")
	}
	switch strings.ToLower(f.Blank) {
	case "", "missing":
	case "not observed", "not_observed":
		r.BlankIsNotObserved = true
	default:
		p.fail("$.blank", "blank is %q: write \"missing\" or \"not observed\"", f.Blank)
	}
	if _, err := regexp.Compile(f.IDPattern); err != nil {
		p.fail("$.id_pattern", "%v", err)
	}
	p.scales(f, r)
	p.indicators(f, r)
	return r
}

// scales reads the one scale of a file, or its several.
func (p *rubricParser) scales(f *file, r *Rubric) {
	if f.Scale != "" || len(f.Levels) > 0 {
		if len(f.Scales) > 0 {
			p.fail("$.scales", "either one scale or several: scale (or levels) and scales exclude each other")
		}
		one := fileScale{ID: f.ID, Scale: f.Scale, Levels: f.Levels, HalfPoints: f.HalfPoints}
		r.Scales = append(r.Scales, p.scale("$", one))
		return
	}
	for i, s := range f.Scales {
		path := fmt.Sprintf("$.scales[%d]", i)
		if s.ID == "" {
			p.fail(path, "a scale without an id")
		}
		if slices.ContainsFunc(r.Scales, func(t Scale) bool { return t.ID == s.ID }) {
			p.fail(path+".id", "two scales are called %q", s.ID)
		}
		r.Scales = append(r.Scales, p.scale(path, s))
	}
	if len(r.Scales) == 0 {
		p.fail("$", "the rubric has no scale: write scale: 1-4, or levels")
	}
}

// scale reads one scale.
func (p *rubricParser) scale(path string, s fileScale) Scale {
	out := Scale{ID: s.ID, HalfPoints: s.HalfPoints}
	if s.Scale != "" {
		if len(s.Levels) > 0 {
			p.fail(path+".levels", "either scale or levels, not both")
		}
		parsed, err := ParseScale(s.Scale)
		if err != nil {
			p.fail(path+".scale", "%v", err)
			return out
		}
		out = ScaleOf(parsed)
		out.ID, out.HalfPoints = s.ID, s.HalfPoints
		return out
	}
	last := math.Inf(-1)
	for i, level := range s.Levels {
		at := fmt.Sprintf("%s.levels[%d]", path, i)
		value := float64(i + 1)
		if level.Value != nil {
			value = *level.Value
		}
		if !(math.Abs(value) <= largestLevel) {
			p.fail(at, "level %d has no finite value, or one beyond %g", i+1, float64(largestLevel))
			continue
		}
		if value <= last {
			p.fail(at, "level %v stands after %v: levels go from low to high", value, last)
		}
		last = value
		out.Levels = append(out.Levels, Level{Value: value, Label: level.Label, Aliases: level.Aliases})
	}
	if len(out.Levels) < 2 {
		p.fail(path+".levels", "a scale has two levels or more")
	}
	return out
}

// indicators reads the indicators.
func (p *rubricParser) indicators(f *file, r *Rubric) {
	seen := map[string]bool{}
	for i, in := range f.Indicators {
		path := fmt.Sprintf("$.indicators[%d]", i)
		id := in.ID
		if id == "" {
			id = in.Name
		}
		switch key := strings.ToLower(id); {
		case id == "":
			p.fail(path, "an indicator without an id and a name")
		case seen[key]:
			p.fail(path, "two indicators are called %q", id)
		default:
			seen[key] = true
		}
		if in.Scale != "" && !slices.ContainsFunc(r.Scales, func(s Scale) bool { return s.ID == in.Scale }) {
			p.fail(path+".scale", "indicator %q is on the scale %q, which is not among the scales", id, in.Scale)
		}
		r.Indicators = append(r.Indicators, Indicator{
			ID: id, Name: in.Name, Aliases: in.Aliases, Scale: in.Scale, Reversed: in.Reversed, Observable: in.Observable,
			Ends: p.ends(path+".ends", in.Ends), Shows: in.Shows,
		})
		p.words(path+".words", in.Words, r)
		p.notes(path+".notes", in.Notes, r)
	}
}

// ends reads what the two ends of a dimension mean: both, or neither.
func (p *rubricParser) ends(path string, ends []string) (both [2]string) {
	if len(ends) != 0 && len(ends) != 2 {
		p.fail(path, "ends are two: what the low end means, then the high end")
	}
	copy(both[:], ends)
	return both
}
