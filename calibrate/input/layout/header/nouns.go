package header

import (
	"strings"
	"sync"

	"github.com/cb401426/calibrate/calibrate/input/layout"
)

// nouns are the words for the things that a column can name, and how surely
// each means its field. A word can stand for several fields: a teacher is
// mostly whom the lesson is of, and now and then who rates.
var nouns = []struct {
	field layout.Field
	sure  float64
	words string
}{
	{layout.Rater, 0.97, `rater observer evaluator scorer grader marker coder annotator assessor appraiser examiner judge reviewer
		labeler labeller inspector panelist panellist juror rator bewerter evaluador`},
	{layout.Rater, 0.9, `principal administrator respondent reader coach supervisor admin annot obs ap vp assistantprincipal viceprincipal
		instructionalcoach superintendent assistantsuperintendent`},
	{layout.Rater, 0.8, `leader walker expert mentor specialist interviewer director dean pathologist radiologist clinician nurse
		physician doctor therapist consultant visitor facilitator moderator`},
	{layout.Rater, 0.6, `person user worker participant member staff peer colleague teammate human`},
	{layout.Rater, 0.2, `teacher instructor`},

	{layout.Lesson, 0.97, `lesson video recording episode essay utterance patient transcript vignette walkthrough observee`},
	{layout.Lesson, 0.92, `clip case essaytext portfolio artifact artefact presentation presenter submission candidate applicant image photo scan
		document tweet article abstract manuscript proposal dialogue conversation poem drawing painting speech interview
		specimen performer contestant athlete entry sample lecture classroom`},
	{layout.Lesson, 0.85, `observation visit class teacher student pupil learner child performance paper sentence passage post story product
		wine slide routine dive song track team presenter speaker stimulus stimuli excerpt tutor study publication scenario vignettes system`},
	{layout.Lesson, 0.7, `room project text message answer response section turn unit target instructor work task example item
		game play record snippet word picture sub subject participant client station`},
	{layout.Lesson, 0.6, `segment team`},

	{layout.Indicator, 0.97, `indicator element component criterion criteria dimension trait lookfor`},
	{layout.Indicator, 0.9, `item standard attribute competency competence descriptor construct subscale aspect strand facet question statement
		criterium kriterium`},
	{layout.Indicator, 0.75, `domain practice skill behavior behaviour category feature measure variable rubric prompt objective parameter quality`},

	{layout.Score, 0.97, `score rating scores ratings`},
	{layout.Score, 0.9, `mark stars points judgment judgement marks`},
	{layout.Score, 0.8, `level value verdict annotation label code stage band`},
	{layout.Score, 0.5, `grade result response answer decision evaluation rank category class tag points`},

	{layout.Reason, 0.95, `reason reasons evidence rationale justification comment comments explanation remarks remark why notes note narrative
		feedback explain because`},

	{layout.Round, 0.95, `round session wave occasion sitting phase iteration timepoint administration`},
	{layout.Round, 0.6, `trial attempt time`},

	{layout.Segment, 0.95, `cycle segment chapter minute interval onset offset`},
	{layout.Segment, 0.85, `part scene window block clip`},

	{layout.Group, 0.95, `role school office department region district building campus site grade gender cohort center centre program
		programme job county state country language subject network area zone division position title`},
	{layout.Group, 0.7, `group team form set type level period semester term year`},

	{layout.Master, 0.95, `master consensus adjudicated resolved anchor gold agreed goldstandard answerkey groundtruth reconciled discussed negotiated arbitrated moderated`},
	{layout.Master, 0.8, `final true key correct reference truth`},
}

// A meaning is a field that a word can stand for, and how surely.
type meaning struct {
	field layout.Field
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
	"id": ByID, "ids": ByID, "no": ByID, "nr": ByID, "num": ByID, "number": ByID, "code": ByID, "#": ByID, "key": ByID,
	"identifier": ByID, "uid": ByID, "idx": ByID, "index": ByID,
	"name": ByName, "names": ByName, "full": ByName, "last": ByName, "surname": ByName, "title": ByName,
	"email": byEmail, "mail": byEmail, "e": Plain, "address": byEmail, "username": byEmail,
	"initials": ByInitials, "text": ByText, "description": ByText, "label": ByText,
	"the": Plain, "a": Plain, "an": Plain, "of": Plain, "your": Plain, "my": Plain, "this": Plain, "which": Plain, "what": Plain,
	"is": Plain, "was": Plain, "for": Plain, "in": Plain, "on": Plain, "by": Plain, "to": Plain,
}

// participles behind whom or what was watched.
var participles = WordSet(`watched observed evaluated rated scored seen visited reviewed assessed coded graded judged being`)

// A kind is what the cells of a column hold of the thing it names.
type kind uint8

const (
	Plain kind = iota
	ByID
	ByName
	byEmail
	ByInitials
	ByText
)
