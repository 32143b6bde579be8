package header

import "github.com/cb401426/calibrate/calibrate/input/cell"

// Numbered is a header with a form's number for a question asked again.
var Numbered = cell.NewPattern(`^(.*\D)(\d{1,2})$`)

// Aspects are lines that recur under every question: where we are, and where
// we should be.
var Aspects = cell.NewPattern(`(?i)\b(?:are|is|now|current(?:ly)?|today|actual|should|ideal(?:ly)?|desired|goal|want|future|ought|importance|before|after)\b`)
