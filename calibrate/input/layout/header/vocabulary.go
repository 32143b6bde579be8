package header

import (
	"strings"
	"sync"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
)

// vocabulary is what the columns are called, in the languages that exports
// were seen in. A header that is one of the phrases names its field outright;
// a header that holds one among other words suggests it.
var vocabulary = []struct {
	field   layout.Field
	phrases string // separated by semicolons
}{
	{layout.Rater, `rater; rater name; rater id; rated by; who; observer; observer name; observed by;
		scorer; scored by; person scoring; evaluator; evaluator name; evaluated by; assessor; assessed by;
		reviewer; reviewed by; coder; judge; administrator; administrator name; admin; principal name; rater email;
		observer email; your name; your full name; full name; name; username; user name; user;
		email; e mail; email address; e mail address; your email; your email address; respondent;
		respondent name; participant; participant name; participant id; completed by; submitted by; who are you;
		observer id; rater code; teacher name of rater; walker; visitor; name of rater; name of observer; appraiser; appraiser name; supervisor; walkthrough by; leader; leader name; rater initials; initials;
		bewerter; bewerterin; beobachter; beobachterin; beurteiler; name des bewerters;
		evaluador; evaluadora; observador; observadora; nombre; tu nombre; su nombre; calificador;
		évaluateur; évaluatrice; observateur; observatrice; nom; votre nom; avaliador; avaliadora;
		valutatore; beoordelaar`},
	{layout.Lesson, `lesson; lesson id; lesson name; lesson title; lesson number; lesson watched; video; video id;
		video name; video title; video number; clip; clip id; clip name; segment; class; class observed; classroom;
		visit; observation; observation id; teacher; teacher name; teacher observed; observee; observed teacher;
		which lesson; which video; which lesson did you watch; which video did you watch; recording; episode;
		case; unit; target; subject id; stunde; unterrichtsstunde; unterricht; lección; leccion; clase; leçon; lecon;
		cours; aula; lezione; les`},
	{layout.Indicator, `indicator; indicator id; indicator name; item; item id; element; component; criterion;
		criteria; dimension; standard; question; practice; look for; lookfor; domain component; rubric line;
		rubric item; rubric row; rubric element; rubric component; rubric indicator; attribute; category; descriptor; trait;
		skill; behavior; behaviour; indikator; kriterium; merkmal; indicador; criterio; critère; critere;
		indicateur; componente; elemento; criterium; domain; domain id; domain name; domäne; dominio; domaine`},
	{layout.Score, `score; scores; rating; ratings; level; performance level; rating given; your rating; your score;
		rating value; score value; points; value; mark; result; response value; numeric score; score given;
		level of performance; proficiency level; rubric score; rubric level; rated; bewertung; punktzahl; punkte;
		stufe; wertung; puntuación; puntuacion; calificación; calificacion; puntaje; nivel; valor; niveau; évaluation;
		evaluation score; punteggio; livello; pontuação; pontuacao; nota; oordeel`},
	{layout.Reason, `reason; reasons; evidence; why; comment; comments; rationale; justification; justify; note; notes; explain;
		explanation; remarks; remark; feedback; what did you see; what did you hear; observation notes; because;
		support; supporting evidence; anything else; anything to add; additional comments; other comments; overall comments; general comments; final thoughts; suggestions; basis; narrative; describe; begründung; begruendung; grund; kommentar;
		anmerkung; warum; belege; razón; razon; justificación; justificacion; comentario; comentarios; evidencia;
		por qué; porque; raison; commentaire; commentaires; preuve; pourquoi; motivo; justificativa; motivazione;
		toelichting; waarom`},
	{layout.Round, `round; session; wave; administration; occasion; sitting; time point; timepoint; phase;
		calibration round; calibration session; round number; session number; runde; durchgang; sitzung; ronda;
		sesión; sesion; tour; séance; seance; ronde`},
	{layout.Segment, `cycle; cycle number; segment number; chapter; minute; part; interval`},
	{layout.Time, `timestamp; time stamp; completion time; submitted at; submitted on; date submitted; submission date;
		submission time; recorded date; recordeddate; end date; enddate; end time; date modified; created at; created;
		completed at; date completed; completed on; last modified time; response date; zeitstempel; marca temporal;
		horodateur; datum und uhrzeit; carimbo de data hora; date time; datetime`},
	{layout.Date, `date; observation date; date observed; date of observation; visit date; session date; datum; fecha; data;
		date of visit; date of lesson; lesson date; day`},
	{layout.Respond, `id; response id; responseid; respondent id; record id; record_id; submission id; entry id; row; row id;
		no; nr; number; record number; response number; responsenumber; entry; unique id`},
	{layout.Group, `role; your role; position; job title; title; school; your school; office; department; region; district;
		building; campus; site; team; grade; grade level; grade band; subject; subject area; years; years of experience;
		experience; gender; group; cohort; job; level of school; school level; school name; form; form name; language;
		which best describes you; what is your role; area; network; rolle; schule; funktion; rol; cargo; escuela; rôle; école`},
	{layout.Ignored, `start time; start date; startdate; started at; status; response type; progress; finished; duration;
		duration in seconds; ip address; ipaddress; collector id; custom data 1; external reference; externalreference;
		externaldatareference; location latitude; locationlatitude; location longitude; locationlongitude;
		distribution channel; distributionchannel; user language; userlanguage; recipient last name; recipientlastname;
		recipient first name; recipientfirstname; consent; i agree; first name; last name; device; browser; user agent; total points;
		quiz feedback; grade posted time; redcap repeat instrument; redcap repeat instance; redcap survey identifier;
		redcap event name; redcap data access group; duration seconds; q recaptchascore; points possible; what we agreed before`},
}

// phrases maps every phrase of the vocabulary to its field.
var phrases = sync.OnceValue(func() map[string]layout.Field {
	all := map[string]layout.Field{}
	for _, v := range vocabulary {
		for phrase := range strings.SplitSeq(v.phrases, ";") {
			key := strings.Join(cell.Words(phrase), " ")
			if _, ok := all[key]; !ok {
				all[key] = v.field
			}
		}
	}
	return all
})

// PhraseRank maps every phrase to its place in its field's list.
var PhraseRank = sync.OnceValue(func() map[string]int {
	ranks := map[string]int{}
	for _, v := range vocabulary {
		rank := 0
		for phrase := range strings.SplitSeq(v.phrases, ";") {
			key := strings.Join(cell.Words(phrase), " ")
			if _, ok := ranks[key]; !ok {
				ranks[key] = rank
			}
			rank++
		}
	}
	return ranks
})

// Named returns the field that a header names outright.
func Named(header string) (layout.Field, bool) {
	f, ok := phrases()[Key(header)]
	return f, ok
}

// Key reduces a header to its words; what stands in brackets at the
// end, such as "(1-4)", is no part of the name.
func Key(header string) string {
	h := cell.Clean(header)
	if i := strings.LastIndexAny(h, "(["); i > 0 && strings.ContainsAny(h[len(h)-1:], ")]") {
		if key := strings.Join(cell.Words(h[:i]), " "); key != "" {
			return key
		}
	}
	return strings.Join(cell.Words(h), " ")
}

// Suggested returns the field of the longest phrase among the words of a
// header, for questions such as "Which lesson did you watch?".
func Suggested(header string) (layout.Field, bool) {
	w := cell.Words(header)
	for n := min(len(w), 5); n > 0; n-- {
		for i := 0; i+n <= len(w); i++ {
			phrase := strings.Join(w[i:i+n], " ")
			if f, ok := phrases()[phrase]; ok && !weakAlone[phrase] {
				return f, true
			}
		}
	}
	return "", false
}

// weakAlone are phrases that name a field only when they are the whole
// header: within a sentence they mean too much else.
var weakAlone = map[string]bool{
	"name": true, "user": true, "case": true, "unit": true, "class": true, "target": true, "question": true,
	"level": true, "value": true, "points": true, "mark": true, "result": true, "rated": true, "no": true,
	"id": true, "row": true, "number": true, "title": true, "form": true, "group": true, "day": true, "data": true,
	"date": true, "years": true, "area": true, "site": true, "team": true, "note": true, "support": true,
	"nota": true, "nom": true, "les": true, "tour": true, "cours": true, "entry": true, "standard": true,
	"practice": true, "skill": true, "behavior": true, "behaviour": true, "category": true, "status": true,
	"progress": true, "finished": true, "language": true, "subject": true, "domain component": true, "basis": true,
	"describe": true, "experience": true, "admin": true, "created": true, "visitor": true, "walker": true,
	"judge": true, "device": true, "consent": true, "i agree": true, "item": true, "element": true, "component": true, "trait": true,
	"attribute": true, "rol": true, "nr": true, "phase": true, "cycle": true, "aula": true, "job": true, "grade": true,
	"session": true, "level of school": false, "region": true, "district": true, "observation": true, "position": true,
}
