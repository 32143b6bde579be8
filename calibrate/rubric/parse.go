package rubric

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
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
}

// Parse reads a rubric. Name is that of the file, for messages: the error has
// a line "name:line: what is wrong" for every fault.
func Parse(name string, data []byte) (*Rubric, error) {
	p := &rubricParser{name: name, data: data}
	var f file
	if err := DecodeYAML(data, &f, yaml.Strict()); err != nil {
		return nil, p.yamlError(err)
	}
	r := p.rubric(&f)
	if len(p.faults) > 0 {
		return nil, errors.Join(p.faults...)
	}
	return r, nil
}

// DecodeYAML decodes YAML into v. The library panics on some files that are
// broken, such as a list marked with a tag that it does not know: that is an
// error like any other.
func DecodeYAML(data []byte, v any, options ...yaml.DecodeOption) (err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("the YAML cannot be read: look for a stray ! or - before a value")
		}
	}()
	return yaml.UnmarshalWithOptions(data, v, options...)
}

// A rubricParser collects the faults of a file.
type rubricParser struct {
	name   string
	data   []byte
	tree   *ast.File // parsed for the first fault's line
	faults []error
}

// yamlError words an error of the YAML library with its line.
func (p *rubricParser) yamlError(err error) error {
	var y yaml.Error
	if !errors.As(err, &y) {
		return fmt.Errorf("%s: %w", p.name, err)
	}
	text := y.GetMessage()
	if m := unknownField().FindStringSubmatch(text); m != nil {
		text = fmt.Sprintf("there is no %q in a rubric", m[1])
	}
	if t := y.GetToken(); t != nil && t.Position != nil {
		return fmt.Errorf("%s:%d: %s", p.name, t.Position.Line, text)
	}
	return fmt.Errorf("%s: %s", p.name, text)
}

var unknownField = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^unknown field "(.*)"$`)
})

// fail records a fault at a path such as $.indicators[3].scale.
func (p *rubricParser) fail(path, format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	if p.tree == nil {
		p.tree, _ = parser.ParseBytes(p.data, 0)
	}
	if q, err := yaml.PathString(path); err == nil && p.tree != nil {
		if node, err := q.FilterFile(p.tree); err == nil && node != nil && node.GetToken() != nil {
			p.faults = append(p.faults, fmt.Errorf("%s:%d: %s", p.name, node.GetToken().Position.Line, text))
			return
		}
	}
	p.faults = append(p.faults, fmt.Errorf("%s: %s", p.name, text))
}

// rubric makes the Rubric of a file.
func (p *rubricParser) rubric(f *file) *Rubric {
	r := &Rubric{
		ID: f.ID, Name: f.Name, Status: f.Status, Notes: f.Notes,
		IDPattern: f.IDPattern, NotObserved: f.NotObserved,
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
		if math.IsNaN(value) || math.IsInf(value, 0) {
			p.fail(at, "level %d has no finite value", i+1)
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
