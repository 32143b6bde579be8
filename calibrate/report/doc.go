// Package report shows a calibrate.Report. JSON and CSV are its fields as
// they are. For people a view turns it into a Document of sections, tables,
// charts and sentences, and text and the other formats only walk that:
// numbers stay numbers until a person reads them. The package computes no
// statistics.
package report
