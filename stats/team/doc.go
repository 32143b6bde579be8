// Package team is the mathematics of a team of raters: how far it agrees on
// each item and on the whole, with what chance would give (Stats, Figures),
// how far apart it is and who or what carries how much of that (the distance
// and its portions), who is severe (Severities), whether there are two camps
// (FindCamps), what a different colleague would have changed
// (LessonLevelChanges), and how near it is to an answer key (Master).
//
// New computes the Stats of a rating.Table once; everything else is a function
// of them. Positions of items, raters and indicators are those of the Table.
// Missing ratings are left out: an item rated once carries no pair, and figures
// are means over the items with two ratings or more.
package team
