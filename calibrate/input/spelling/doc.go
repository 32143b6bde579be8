// Package spelling writes words so that a spreadsheet leaves them and the
// reader of ratings takes them for what they are, and finds the word that a
// mistyped one may stand for.
package spelling
