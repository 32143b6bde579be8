// Package simulate makes up ratings with known effects in them: for practice
// meetings, for the documentation, and to see what a report finds.
//
// A rating is a latent quality cut into levels: lesson + indicator + lesson ×
// indicator − severity − rater × lesson − rater × indicator + error, each drawn
// from a normal distribution whose standard deviation the preset names. The
// cuts are where they give the levels' shares. What is planted on top (a severe
// rater, an unclear indicator, two camps) is in the Truth by id.
package simulate
