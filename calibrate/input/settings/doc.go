// Package settings holds what a user says of the files that are read: the
// options, and how they are written as flags.
package settings
