// Package hypothesis reads a table in each of the layouts that people make, and
// weighs what speaks for and against each reading.
package hypothesis
