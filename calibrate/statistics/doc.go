// Package statistics computes the coefficients of a study, for calibrate stats
// and for the report: each on each scale, over all or in parts, with errors,
// comparisons and tests. Estimate is its entry.
package statistics
