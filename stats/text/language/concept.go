package language

import "slices"

// OfConcept begins the name of a concept among those of stems.
const OfConcept = '@'

// phrases finds the concepts of a sequence of stems.
type phrases map[string][]phrase // by first stem

// A phrase begins with a stem and speaks of concepts.
type phrase struct {
	rest  []string // the stems after the first
	names []string
}

func (p phrases) add(stems []string, name string) {
	if len(stems) == 0 {
		return
	}
	list := p[stems[0]]
	for i, e := range list {
		if slices.Equal(e.rest, stems[1:]) {
			if !slices.Contains(e.names, name) {
				list[i].names = append(e.names, name)
			}
			return
		}
	}
	p[stems[0]] = append(list, phrase{stems[1:], []string{name}})
}

// each calls f with the concepts of every phrase that stands in stems.
func (p phrases) each(stems []string, f func(name string)) {
	for i, stem := range stems {
		for _, e := range p[stem] {
			if len(e.rest) < len(stems)-i && slices.Equal(e.rest, stems[i+1:i+1+len(e.rest)]) {
				for _, name := range e.names {
					f(name)
				}
			}
		}
	}
}
