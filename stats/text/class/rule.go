package class

// A rule finds the cues of one kind in a statement. It calls add with the
// range of tokens it rests on and whether they settle the matter alone.
type rule struct {
	name string
	side side
	find func(s *statement, add func(from, to int, strong bool))
}

// rules names every rule.
var rules = []rule{
	{"quotation", fact, findQuotation},
	{"speaker", fact, findSpeeches},
	{"count", fact, findCount},
	{"time", fact, findTime},
	{"action", fact, findAction},
	{"speech", fact, findSpeech},
	{"passive", fact, findPassive},
	{"absence", fact, findAbsence},
	{"place", fact, findPlace},
	{"object", fact, findObject},
	{"praised", fact, findPraised},

	{"verdict", judgement, findVerdict},
	{"advice", judgement, findAdvice},
	{"remark", judgement, findRemark},
	{"order", judgement, findOrder},
	{"stance", judgement, findStance},
	{"inference", judgement, findInference},
	{"mind", judgement, findMind},
	{"degree", judgement, findDegree},
	{"abstract", judgement, findAbstract},
	{"score", judgement, findScore},
	{"simile", judgement, findSimile},
	{"wondered", judgement, findWondered},
	{"aside", judgement, findAside},
	{"shape", judgement, findShape},
}

// cuesOf applies every rule to a statement.
func cuesOf(s *statement) []cue {
	var found []cue
	for _, r := range rules {
		r.find(s, func(from, to int, strong bool) {
			if r.side == judgement && (s.at(from).title || aboutSubject(s, from)) {
				return
			}
			found = append(found, cue{r.name, r.side, strong, from, min(to, s.to)})
		})
	}
	return found
}
