// Package models explains ratings by models of raters, for the psychometrician:
// Rasch by the many-facet Rasch model, Latent by latent classes. Results are
// typed, and people stand in them under the pseudonyms of a report.
package models
