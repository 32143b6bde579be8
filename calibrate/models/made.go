package models

import "github.com/cb401426/calibrate/calibrate"

// Stamp says how the model was made.
func (r *Rasch) Stamp(s calibrate.Stamp) {
	r.Program, r.Made, r.Settings = s.Program, s.Made, s.Read
	r.Notes = append(r.Notes, s.Notes...)
}

// Stamp says how the model was made.
func (l *Latent) Stamp(s calibrate.Stamp) {
	l.Program, l.Made, l.Settings = s.Program, s.Made, s.Read
	l.Notes = append(l.Notes, s.Notes...)
}
