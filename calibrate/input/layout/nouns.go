package layout

import (
	"strings"
	"sync"
)

// nouns are the words for the things that a column can name, and how surely
// each means its field. A word can stand for several fields: a teacher is
// mostly whom the lesson is of, and now and then who rates.
var nouns = []struct {
	field Field
	sure  float64
	words string
}{
	{Rater, 0.97, `rater observer evaluator scorer grader marker coder annotator assessor appraiser examiner judge reviewer
		labeler labeller inspector panelist panellist juror rator bewerter evaluador`},
	{Rater, 0.9, `principal administrator respondent reader coach supervisor admin annot obs ap vp assistantprincipal viceprincipal
		instructionalcoach superintendent assistantsuperintendent`},
	{Rater, 0.8, `leader walker expert mentor specialist interviewer director dean pathologist radiologist clinician nurse
		physician doctor therapist consultant visitor facilitator moderator`},
	{Rater, 0.6, `person user worker participant member staff peer colleague teammate human`},
	{Rater, 0.2, `teacher instructor`},

	{Lesson, 0.97, `lesson video recording episode essay utterance patient transcript vignette walkthrough observee`},
	{Lesson, 0.92, `clip case essaytext portfolio artifact artefact presentation presenter submission candidate applicant image photo scan
		document tweet article abstract manuscript proposal dialogue conversation poem drawing painting speech interview
		specimen performer contestant athlete entry sample lecture classroom`},
	{Lesson, 0.85, `observation visit class teacher student pupil learner child performance paper sentence passage post story product
		wine slide routine dive song track team presenter speaker stimulus stimuli excerpt tutor study publication scenario vignettes system`},
	{Lesson, 0.7, `room project text message answer response section turn unit target instructor work task example item
		game play record snippet word picture sub subject participant client station`},
	{Lesson, 0.6, `segment team`},

	{Indicator, 0.97, `indicator element component criterion criteria dimension trait lookfor`},
	{Indicator, 0.9, `item standard attribute competency competence descriptor construct subscale aspect strand facet question statement
		criterium kriterium`},
	{Indicator, 0.75, `domain practice skill behavior behaviour category feature measure variable rubric prompt objective parameter quality`},

	{Score, 0.97, `score rating scores ratings`},
	{Score, 0.9, `mark stars points judgment judgement marks`},
	{Score, 0.8, `level value verdict annotation label code stage band`},
	{Score, 0.5, `grade result response answer decision evaluation rank category class tag points`},

	{Reason, 0.95, `reason reasons evidence rationale justification comment comments explanation remarks remark why notes note narrative
		feedback explain because`},

	{Round, 0.95, `round session wave occasion sitting phase iteration timepoint administration`},
	{Round, 0.6, `trial attempt time`},

	{Segment, 0.95, `cycle segment chapter minute interval onset offset`},
	{Segment, 0.85, `part scene window block clip`},

	{Group, 0.95, `role school office department region district building campus site grade gender cohort center centre program
		programme job county state country language subject network area zone division position title`},
	{Group, 0.7, `group team form set type level period semester term year`},

	{Master, 0.95, `master consensus adjudicated resolved anchor gold agreed goldstandard answerkey groundtruth reconciled discussed negotiated arbitrated moderated`},
	{Master, 0.8, `final true key correct reference truth`},
}

// A meaning is a field that a word can stand for, and how surely.
type meaning struct {
	field Field
	sure  float64
}

// meanings maps every noun to its fields, the surest first.
var meanings = sync.OnceValue(func() map[string][]meaning {
	all := map[string][]meaning{}
	for _, n := range nouns {
		for _, word := range strings.Fields(n.words) {
			all[word] = append(all[word], meaning{n.field, n.sure})
		}
	}
	return all
})

// qualifiers may stand beside a noun without changing what it names, and say
// of what kind the column's cells are.
var qualifiers = map[string]kind{
	"id": byID, "ids": byID, "no": byID, "nr": byID, "num": byID, "number": byID, "code": byID, "#": byID, "key": byID,
	"identifier": byID, "uid": byID, "idx": byID, "index": byID,
	"name": byName, "names": byName, "full": byName, "last": byName, "surname": byName, "title": byName,
	"email": byEmail, "mail": byEmail, "e": plain, "address": byEmail, "username": byEmail,
	"initials": byInitials, "text": byText, "description": byText, "label": byText,
	"the": plain, "a": plain, "an": plain, "of": plain, "your": plain, "my": plain, "this": plain, "which": plain, "what": plain,
	"is": plain, "was": plain, "for": plain, "in": plain, "on": plain, "by": plain, "to": plain,
}

// participles behind whom or what was watched.
var participles = wordSet(`watched observed evaluated rated scored seen visited reviewed assessed coded graded judged being`)

// A kind is what the cells of a column hold of the thing it names.
type kind uint8

const (
	plain kind = iota
	byID
	byName
	byEmail
	byInitials
	byText
)
