// Package sheets finds out how the sheets of an input are read: which of them
// are ratings, what each column holds, what is hidden, and what the names of
// several sheets or files stand for.
package sheets
