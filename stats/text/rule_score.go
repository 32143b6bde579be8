package text

// findScore finds levels put into words.
func findScore(s *statement, add func(from, to int, strong bool)) {
	for i := s.from; i < s.to; i++ {
		t := s.toks[i]
		switch {
		case !t.live():
		case t.is(score):
			if !s.at(i+t.span).is(people) && s.at(i-1).kind != number {
				add(i, i+t.span, true)
			}
		case isScore(s, i):
			add(i, i+1, true)
		}
	}
}

// isScore reports whether the number at token i is a rating: "a solid 3".
func isScore(s *statement, i int) bool {
	t := s.at(i)
	if t.kind != number || t.value > 7 || t.end-t.start > 3 {
		return false
	}
	before, after := s.at(i-1), s.at(i+1)
	if before.is(article) && s.at(i-2).is(auxiliary|comment) && after.is(speaker) {
		return true // "a 4 all day"
	}
	if after.kind == number || after.is(unit|people|object) {
		return false
	}
	return before.is(score | verdict | article)
}
