// Package recognize finds how a sheet of cells holds ratings.
//
// It works in stages: the region of the header and the data; the columns, each
// with what it is in every layout; hypotheses of how the sheet is laid out;
// evidence for and against each; and a decision. Hypotheses and evidence are
// values in a visible list each: a new one is one file and one line. A sheet
// that no hypothesis fits, or two as well, gives a Plan with a doubt, and the
// flags that settle it.
package recognize
