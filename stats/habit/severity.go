package habit

import "math"

// severity finds raters who are half a level or more above or below the others
// on the same items, by the mean of own − mean of the others.
func (s *sheets) severity() ([]Finding, Kind) {
	alpha := alphaSeverity
	if s.several() {
		alpha = alphaSeverityThree
	}
	return s.named(Severity, s.standings(math.Abs, alpha, drawSeverity), alpha), Severity
}

// far finds raters who are half a level or more further from the key than the
// others on the same items. The sheets' scores are distances from it.
func (s *sheets) far() ([]Finding, Kind) {
	further := func(v float64) float64 { return v }
	return s.named(FarFromMaster, s.standings(further, alphaMaster, drawMaster), alphaMaster), FarFromMaster
}

// named are the findings among standings.
func (s *sheets) named(kind Kind, st standing, alpha float64) []Finding {
	var found []Finding
	items, lessons := s.rated()
	for g, p := range st.p {
		if p <= alpha {
			found = append(found, Finding{
				Kind: kind, Rater: int32(g), Indicator: -1, Distance: st.distance[g],
				Items: items[g], Lessons: lessons[g], P: p,
			})
		}
	}
	return found
}
