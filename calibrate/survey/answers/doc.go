// Package answers reads the answers of a survey of where a team is and where it
// should be, out of the shapes in which forms and people hold them: pairs of
// columns, two blocks, two rows a person, or long.
//
// A header is taken apart into the aspect, "where we are" or "where we should
// be", and the dimension that is left when its words are cut away. Two headers
// that leave the same make a pair; what pairs with nothing is left out and
// named.
package answers
