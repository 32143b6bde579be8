package catalog

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/latent"
	"github.com/cb401426/calibrate/stats/rasch"
)

// Models lists the pages of the models of raters, which are no coefficients
// and are fitted by commands of their own.
var Models = []*stats.Coefficient{
	{ID: "rasch", Name: "Many-facet Rasch model", Synonyms: []string{"mfrm", "facets"}, Doc: rasch.Page},
	{ID: latent.DawidSkene, Name: "Dawid and Skene's latent classes", Synonyms: []string{"latent"}, Doc: latent.Pages[latent.DawidSkene]},
	{ID: latent.OneCoin, Name: "Latent classes, one coin", Doc: latent.Pages[latent.OneCoin]},
	{ID: latent.Ordinal, Name: "Latent classes, ordinal", Synonyms: []string{"latent_ordinal"}, Doc: latent.Pages[latent.Ordinal]},
}

// LookupModel returns the page of a model with an id or a synonym.
func LookupModel(id string) (*stats.Coefficient, bool) {
	for _, m := range Models {
		for _, name := range append([]string{m.ID}, m.Synonyms...) {
			if name == fold(id) {
				return m, true
			}
		}
	}
	return nil, false
}
