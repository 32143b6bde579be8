package rubric

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// A Note is what a team agreed that an indicator means, and where it was seen:
// with a level, a lesson and a moment of its video it is an anchor.
type Note struct {
	Text   string   `json:"text" yaml:"text,omitempty"`
	Level  *float64 `json:"level,omitempty" yaml:"level,omitempty"`
	Lesson string   `json:"lesson,omitempty" yaml:"lesson,omitempty"`
	Time   string   `json:"time,omitempty" yaml:"time,omitempty"`
}

// Anchor reports whether the note shows a level at a moment of a lesson.
func (n *Note) Anchor() bool { return n.Level != nil && n.Lesson != "" && n.Time != "" }

// notes reads what was agreed on the indicator read last.
func (p *rubricParser) notes(path string, list []Note, r *Rubric) {
	if len(r.Scales) == 0 {
		return // a fault already
	}
	in := &r.Indicators[len(r.Indicators)-1]
	for i, n := range list {
		n.Text = strings.TrimSpace(n.Text)
		switch {
		case n.Text == "" && n.Level == nil:
			p.fail(fmt.Sprintf("%s[%d]", path, i), "a note of indicator %q without a text and a level", in.ID)
			continue
		case n.Level != nil:
			if _, ok := r.ScaleOf(*in).level(strconv.FormatFloat(*n.Level, 'g', -1, 64)); !ok && !r.ScaleOf(*in).HalfPoints {
				p.fail(fmt.Sprintf("%s[%d]", path, i), "a note of indicator %q for %v, which is no level of its scale", in.ID, *n.Level)
				continue
			}
		}
		in.Notes = append(in.Notes, n)
	}
}

// Agreed writes the notes of an indicator as people read them: "Basic (lesson 2,
// 12:40): one student answers for all".
func (r *Rubric) Agreed(in Indicator) []string {
	var list []string
	for _, n := range in.Notes {
		var head, where []string
		if n.Level != nil {
			name := r.LabelOf(in, *n.Level)
			if name == "" {
				name = strconv.FormatFloat(*n.Level, 'g', -1, 64)
			}
			head = append(head, name)
		}
		for _, s := range []string{n.Lesson, n.Time} {
			if s != "" {
				where = append(where, s)
			}
		}
		if len(where) > 0 && len(head) > 0 {
			head = append(head, "("+strings.Join(where, ", ")+")")
		}
		text := strings.Join(head, " ")
		if text != "" && n.Text != "" {
			text += ": "
		}
		list = append(list, text+n.Text)
	}
	return list
}

// LabelOf is what the rubric calls a level of an indicator, or "".
func (r *Rubric) LabelOf(in Indicator, level float64) string {
	for _, l := range r.ScaleOf(in).Levels {
		if l.Value == level {
			return l.Label
		}
	}
	return ""
}

// AddNotes returns a rubric's file with a note added to an indicator, by id or
// name; a note that stands there already is not added again. Comments and the
// order of the file stay.
func AddNotes(name string, data []byte, notes map[string][]Note) (out []byte, added int, err error) {
	r, err := Parse(name, data)
	if err != nil {
		return nil, 0, err
	}
	var document yaml.Node
	if err := yaml.Unmarshal(data, &document); err != nil {
		return nil, 0, yamlError(err)
	}
	list := under(document.Content[0], "indicators")
	for id, of := range notes {
		in, ok := r.Match(id)
		if !ok || list == nil {
			return nil, 0, fmt.Errorf("%s lists no indicator %q: write it under indicators, with its id", name, id)
		}
		for i := range r.Indicators {
			if r.Indicators[i].ID != in.ID {
				continue
			}
			for _, n := range of {
				if !stands(in.Notes, n) {
					addNote(list.Content[i], n)
					added++
				}
			}
		}
	}
	var b bytes.Buffer
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := e.Encode(&document); err != nil {
		return nil, 0, err
	}
	if _, err := Parse(name, b.Bytes()); err != nil {
		return nil, 0, err
	}
	return b.Bytes(), added, nil
}

// stands reports whether a note is among others.
func stands(list []Note, n Note) bool {
	for _, x := range list {
		sameLevel := x.Level == nil && n.Level == nil || x.Level != nil && n.Level != nil && *x.Level == *n.Level
		if sameLevel && x.Text == n.Text && x.Lesson == n.Lesson && x.Time == n.Time {
			return true
		}
	}
	return false
}

// addNote adds a note to the mapping of an indicator.
func addNote(indicator *yaml.Node, n Note) {
	notes := under(indicator, "notes")
	if notes == nil {
		notes = &yaml.Node{Kind: yaml.SequenceNode}
		indicator.Content = append(indicator.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: "notes"}, notes)
		indicator.Style = 0 // {id: 3d} in one line has no room
	}
	var node yaml.Node
	if err := node.Encode(n); err != nil {
		panic(err) // a struct of texts and a number
	}
	notes.Content = append(notes.Content, &node)
}

// under returns the value of a key of a mapping, nil where there is none.
func under(mapping *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == key {
			return mapping.Content[i+1]
		}
	}
	return nil
}
