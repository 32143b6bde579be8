package layout

import "github.com/cb401426/calibrate/calibrate/input/cell"

// numbered is a header with a form's number for a question asked again.
var numbered = cell.NewPattern(`^(.*\D)(\d{1,2})$`)

// aspects are lines that recur under every question: where we are, and where
// we should be.
var aspects = cell.NewPattern(`(?i)\b(?:are|is|now|current(?:ly)?|today|actual|should|ideal(?:ly)?|desired|goal|want|future|ought|importance|before|after)\b`)
