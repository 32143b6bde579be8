// Package privacy says what may stand beside what: pseudonyms that follow
// neither alphabet nor severity nor the order of the rows, groups that are
// withheld because they would show a person, and the key of who is who.
package privacy
