// Package wording turns numbers, counts, levels, names and lists into words:
// the one place that does, so that one figure is one text wherever it stands.
// The form is American: 64%, 1,000.
package wording
