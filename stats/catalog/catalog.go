package catalog

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/icc"
	"github.com/cb401426/calibrate/stats/rank"
	"github.com/cb401426/calibrate/stats/within"
)

// Coefficients lists every coefficient, in the order of the JSON report's
// documentation: each package's own list, one after the other.
var Coefficients = slices.Concat(
	agree.Coefficients, icc.Coefficients, rank.Coefficients, within.Coefficients,
)

// Lookup returns the coefficient with an id or a usual synonym (ac1, alpha,
// pabak), in any case, with hyphens or underscores. The error names what looks
// like it.
func Lookup(id string) (*stats.Coefficient, error) {
	key := fold(id)
	var near []string
	for _, c := range Coefficients {
		if c.ID == key || slices.Contains(c.Synonyms, key) {
			return c, nil
		}
		if key != "" && (strings.Contains(c.ID, key) || strings.Contains(key, c.ID)) {
			near = append(near, c.ID)
		}
	}
	if len(near) > 0 {
		return nil, fmt.Errorf("no coefficient %q: did you mean %s?", id, strings.Join(near, " or "))
	}
	return nil, fmt.Errorf("no coefficient %q", id)
}

// fold returns the form in which ids are compared.
func fold(id string) string {
	return strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(strings.TrimSpace(id)))
}
