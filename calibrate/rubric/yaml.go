package rubric

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
)

// What a file in YAML may be. Each is far beyond any rubric or settings.
const (
	MaxYAML  = 1 << 20 // bytes
	maxDepth = 50
	maxKeys  = 2000 // of one mapping
)

// ParseYAML parses YAML as a tree, without building what it stands for: a file
// that is too large, too deep, or names a key twice is refused before that.
func ParseYAML(data []byte) (tree *yaml.Node, err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("the YAML cannot be read")
		}
	}()
	if len(data) > MaxYAML {
		return nil, errors.New("it is larger than 1 MiB")
	}
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		return nil, yamlError(err)
	}
	if len(root.Content) == 0 {
		return &yaml.Node{Kind: yaml.MappingNode}, nil
	}
	return root.Content[0], checkYAML(root.Content[0], 0)
}

// checkYAML looks for what is beyond the limits.
func checkYAML(n *yaml.Node, depth int) error {
	if depth > maxDepth {
		return fmt.Errorf("line %d: more than %d levels in each other", n.Line, maxDepth)
	}
	if n.Kind == yaml.MappingNode {
		if len(n.Content)/2 > maxKeys {
			return fmt.Errorf("line %d: more than %d keys", n.Line, maxKeys)
		}
		seen := map[string]bool{}
		for i := 0; i < len(n.Content); i += 2 {
			key := n.Content[i]
			if key.Kind == yaml.ScalarNode && seen[key.Value] {
				return fmt.Errorf("line %d: %q stands twice", key.Line, key.Value)
			}
			seen[key.Value] = true
		}
	}
	for _, inner := range n.Content {
		if err := checkYAML(inner, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// decodeYAML reads a tree's text into v, whose fields are the keys that there
// are.
func decodeYAML(data []byte, v any) error {
	if _, err := ParseYAML(data); err != nil {
		return err
	}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	decoder.KnownFields(true)
	if err := decoder.Decode(v); !errors.Is(err, io.EOF) {
		return yamlError(err)
	}
	return nil
}

var (
	unknownField = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`field (.*) not found in type \S+`) })
	wrongType    = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("cannot unmarshal !!(\\S+)(?: (`.*`))? into (\\S+)") })
)

// typeWords say what YAML's types and Go's are.
var typeWords = map[string]string{
	"seq": "a list", "map": "keys with values", "str": "a text", "int": "a number", "float": "a number", "bool": "true or false", "null": "nothing",
	"float64": "a number", "string": "a text", "[]string": "a list of texts", "*float64": "a number",
}

// yamlError words what the library says, a fault a line, each with its line
// of the file.
func yamlError(err error) error {
	if err == nil {
		return nil
	}
	faults := []string{strings.TrimPrefix(err.Error(), "yaml: ")}
	var types *yaml.TypeError
	if errors.As(err, &types) {
		faults = types.Errors
	}
	var all []error
	for _, text := range faults {
		text = unknownField().ReplaceAllString(text, `there is no "$1" in a rubric`)
		if m := wrongType().FindStringSubmatch(text); m != nil {
			is, should := typeWords[m[1]], typeWords[m[3]]
			if should == "" {
				should = "something else"
			}
			text = strings.Replace(text, m[0], fmt.Sprintf("%s stands where %s should: %s", is, should, m[2]), 1)
		}
		all = append(all, errors.New(strings.TrimSuffix(text, ": ")))
	}
	return errors.Join(all...)
}

// lineOf returns the line of a path such as $.indicators[3].scale, or of as
// much of it as there is.
func lineOf(n *yaml.Node, path string) int {
	line := n.Line
	for step := range strings.FieldsFuncSeq(path, func(r rune) bool { return strings.ContainsRune("$.[]", r) }) {
		var next *yaml.Node
		if i, err := strconv.Atoi(step); err == nil && n.Kind == yaml.SequenceNode && i < len(n.Content) {
			next = n.Content[i]
		}
		for i := 0; n.Kind == yaml.MappingNode && i < len(n.Content); i += 2 {
			if n.Content[i].Value == step {
				next = n.Content[i+1]
				line = n.Content[i].Line
			}
		}
		if next == nil {
			return line
		}
		if n = next; n.Kind == yaml.ScalarNode || n.Line > 0 && path[len(path)-1] == ']' {
			line = n.Line
		}
	}
	return line
}
