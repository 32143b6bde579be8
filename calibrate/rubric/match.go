package rubric

import "strings"

// Match returns the indicator that a name stands for: its id, its long name,
// an alias, or id and name together ("3b Questioning"). Case does not matter.
func (r *Rubric) Match(name string) (Indicator, bool) {
	key := strings.ToLower(strings.TrimSpace(name))
	for _, in := range r.Indicators {
		if in.matches(key) {
			return in, true
		}
	}
	if id, _, ok := strings.Cut(key, " "); ok {
		id = strings.TrimRight(id, ".:)-–")
		for _, in := range r.Indicators {
			if strings.ToLower(in.ID) == id {
				return in, true
			}
		}
	}
	return Indicator{}, false
}

// matches reports whether a key in lower case is the id, name or an alias.
func (in Indicator) matches(key string) bool {
	if key == strings.ToLower(in.ID) || in.Name != "" && key == strings.ToLower(in.Name) {
		return true
	}
	for _, alias := range in.Aliases {
		if key == strings.ToLower(alias) {
			return true
		}
	}
	return false
}
