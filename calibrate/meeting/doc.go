// Package meeting plans what a team talks about: the agenda, and each rater's
// own page, which is for that person alone.
package meeting
