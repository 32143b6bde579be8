package weight

import (
	"fmt"
	"strings"
)

// Lookup returns the scheme with an id: one of Schemes, or of a Family with
// its parameter, such as power:1.5. The error names what there is.
func Lookup(id string) (*Scheme, error) {
	key := strings.ToLower(strings.TrimSpace(id))
	for _, s := range Schemes {
		if s.ID == key {
			return s, nil
		}
	}
	for _, syn := range synonyms {
		if syn.name == key {
			return syn.scheme, nil
		}
	}
	for _, f := range Families {
		if arg, ok := strings.CutPrefix(key, f.ID+":"); ok {
			return f.scheme(arg)
		}
	}
	return nil, fmt.Errorf("no weights %q: there are %s", id, strings.Join(ids(), ", "))
}

// ids lists what Lookup takes.
func ids() []string {
	var ids []string
	for _, s := range Schemes {
		ids = append(ids, s.ID)
	}
	for _, f := range Families {
		ids = append(ids, f.ID+":"+f.Parameter)
	}
	return ids
}

// synonyms are other names in use.
var synonyms = []struct {
	name   string
	scheme *Scheme
}{
	{"unweighted", Identity},
	{"nominal", Identity},
	{"equal", Linear},
	{"squared", Quadratic},
	{"interval", Quadratic},
}

// Schemes lists the schemes without a parameter.
var Schemes = []*Scheme{
	Identity, Linear, Quadratic, Ordinal, Radical, Ratio, Circular, Bipolar,
	KrippendorffOrdinal,
}
