package team

// A Kind is a figure of agreement: the share of the pairs of ratings that it
// counts, by how many steps of their scale the two are apart.
type Kind struct {
	ID     string // its name in JSON and CSV
	Counts func(steps float64) bool
	Of     func(*Figures) *Figure
}

// Kinds lists the figures of agreement. A new one is a line here and a field of
// Figures.
var Kinds = [...]Kind{
	exact:     {"exact", func(steps float64) bool { return steps < tolerance }, func(f *Figures) *Figure { return &f.Exact }},
	withinOne: {"within_one", func(steps float64) bool { return steps <= 1+tolerance }, func(f *Figures) *Figure { return &f.WithinOne }},
	twoApart:  {"two_apart", func(steps float64) bool { return steps > 1+tolerance }, func(f *Figures) *Figure { return &f.TwoApart }},
}

// The positions of those that are asked for by name.
const (
	exact = iota
	withinOne
	twoApart
)

// tolerance is what rounding may add to a distance in steps.
const tolerance = 1e-9

// Figures are the figures of a set of items, one for each of the Kinds.
type Figures struct {
	Exact     Figure `json:"exact" csv:"exact"`
	WithinOne Figure `json:"within_one" csv:"within_one"`
	TwoApart  Figure `json:"two_apart" csv:"two_apart"`
}

// Named returns the figure with the ID of a Kind, or nil.
func (f *Figures) Named(id string) *Figure {
	for kind := range Kinds {
		if Kinds[kind].ID == id {
			return Kinds[kind].Of(f)
		}
	}
	return nil
}

// Shares are the parts of some pairs that each of the Kinds counts.
type Shares [len(Kinds)]float64

// sharesAt is what two ratings so many steps apart count for.
func sharesAt(steps float64) (s Shares) {
	for kind := range Kinds {
		if Kinds[kind].Counts(steps) {
			s[kind] = 1
		}
	}
	return s
}

// Exact is the part with the same rating.
func (s Shares) Exact() float64 { return s[exact] }

// WithinOne is the part at most one step apart.
func (s Shares) WithinOne() float64 { return s[withinOne] }

// TwoApart is the part more than one step apart.
func (s Shares) TwoApart() float64 { return s[twoApart] }

// Over divides counts by the number of all.
func (s Shares) Over(all float64) Shares {
	for kind := range s {
		s[kind] /= all
	}
	return s
}

// Plus adds counts, so many times.
func (s Shares) Plus(o Shares, times float64) Shares {
	for kind := range s {
		s[kind] += times * o[kind]
	}
	return s
}
