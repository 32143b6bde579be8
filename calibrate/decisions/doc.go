// Package decisions keeps what a team agreed on in a meeting: for each item that
// it talked about the second vote, the level, the wording, the commitment, who
// looks after it and by when. A blank sheet is written from an agenda and filled
// in by the team; filled in it is read by the next meeting, by a trend, as an
// answer key, and into the district's rubric.
package decisions
