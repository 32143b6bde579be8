package calibrate

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/stats"
)

// A Note says why a value of the report is absent, or what a reader should
// know of it. Path is an RFC 6901 pointer into the report.
type Note struct {
	Code string `json:"code" csv:"code"`
	Path string `json:"path" csv:"path"`
	Text string `json:"text" csv:"text"`
	Fix  string `json:"fix" csv:"fix"`
}

// A NoteCode is an entry of the closed list of codes: what it means, and what
// would fix it.
type NoteCode struct {
	Code string `json:"code"`
	Text string `json:"text"`
	Fix  string `json:"fix"`
}

// NoteCodes is the closed list of the codes of notes.
var NoteCodes = []NoteCode{
	// Why a value is absent.
	{"no_pairs", "no item was rated by two raters or more", "let at least two people rate the same indicator of the same lesson"},
	{"one_item", "chance cannot be told from agreement on a single item", "rate more indicators or more lessons"},
	{"one_rater", "the figure compares raters, and there is one", "add the ratings of a second rater"},
	{"no_variation", "every rating is the same level", "use a lesson with more range"},
	{"no_disagreement", "all agree, so no interval can be computed", "more items would bound the agreement more closely"},
	{"no_spread", "the figure is the same throughout, so its interval would have no width", "rate more indicators or more lessons"},
	{"needs_two_raters", "the coefficient is defined for exactly two raters", "choose a coefficient for many raters, such as krippendorff_alpha"},
	{"needs_three_raters", "the error over raters needs three raters or more", "let a third person rate"},
	{"needs_two_levels", "the coefficient is defined for a scale of two levels", "choose a coefficient for more levels"},
	{"no_null", "there is nothing that chance alone would give, so nothing to test against", "see the chance-corrected coefficients"},
	{"too_few_items", "an interval needs at least two items; that of the distance, alpha and Fleiss' kappa five indicators or lessons", "rate more indicators or more lessons"},
	{"needs_complete", "the coefficient is defined where all raters rated all items", "choose a coefficient that allows gaps, such as krippendorff_alpha"},
	{"unstable", "too many of the replicates have no value", "rate more items, or leave out --bootstrap"},
	{"out_of_range", "the ratings lie where the figure does not hold", "see the figure's page: calibrate stats explain"},
	{"not_applicable", "the figure has no meaning here", "nothing is missing"},
	{"undefined", "the formula divides zero by zero on these ratings", "use a lesson with more range"},
	{"nominal", "the ratings are codes without an order, and the figure needs one", "name the levels from low to high: --scale Low,Mid,High"},
	{"narrow_range", "nearly everyone used one level, so that chance alone would give over 80% agreement", "use a lesson with more range"},
	{"few_lessons", "an indicator has its own alpha only with five lessons or more", "rate five lessons"},
	{"few_raters", "an indicator is held against the standard with three raters or more", "let a third person rate"},
	{"small_design", "hardly any habit can be found with fewer than six raters or six items", "let more people rate, or rate more indicators"},
	{"interval_holds_target", "the figure is short of what the standard asks for, and its interval is not: these ratings cannot tell", "rate more lessons"},
	{"few_items", "there are too few ratings for a spread", "rate more indicators or more lessons"},
	{"one_lesson", "an error over lessons needs two lessons by the same rater", "let the rater rate a second lesson"},
	{"no_maximum", "who rated and what was rated account for every rating, so that the likelihood of the causes has no maximum", "let more people rate more of the same"},
	{"group_withheld", "groups under three people are not shown, nor others from which they could be worked out", "join small groups into larger ones"},
	{"people_unknown", "the reports carry no names, so that nobody can be followed from one to the other", "save them with --names, or give the files themselves"},
	{"one_left", "one or two people took part in one of the rounds alone, and the figure would show how they answered", "see the figures of everyone in each round"},
	{"no_shared_items", "the rater shares no item with another", "let two people rate the same indicator of the same lesson"},
	{"needs_six_raters", "two camps of three need six raters or more", "let more people rate"},
	{"too_few_reasons", "too few reasons name something seen to tell what the team shares", "ask each rater for what was said and done, with every rating"},
	{"too_little_text", "words can be compared only where more is written", "nothing is missing: it takes five reasons on either side of a line"},
	{"no_master", "no agreed score fits the ratings", "give the answer key the same lessons and indicators"},
	{"several_scales", "ratings on several scales have no common mean or coefficient", "see the indicators one by one"},
	{"too_many_raters", "the figure is left out for so many raters", "split the file by school or office"},
	{"not_connected", "the raters fall into parts that share no item, so their severities cannot be compared", "let the parts rate a common lesson"},
	{"not_told_apart", "these ratings cannot tell this cause from another", "let the same raters rate more lessons"},
	{"too_large", "the file is too large for this figure", "split it by school or office"},
	{"unreachable", "no number attains the target on these ratings", "aim lower, or clarify the rubric first"},
	{"no_score", "the cell has no score", "nothing is missing"},
	{"pooled_over_indicators", "a lesson's alpha would count harder indicators as agreement", "see the indicators"},
	{"raters_unknown", "the file counts ratings and does not say who gave which", "give the ratings themselves, with a column of raters"},
	{"no_weights", "the coefficient takes no weights", "nothing is missing"},
	{"one_element", "there is one, and nothing to compare it with", "rate more lessons, or more indicators"},
	{"extreme", "all its ratings are at one end, so that fit says nothing", "nothing is missing"},
	{"separated", "some are always rated above others, so that no finite measure explains it", "add ratings, or anchor measures with --anchor"},
	{"disconnected", "measures of different subsets cannot be compared", "let the subsets rate a common lesson"},
	{"unused_level", "nobody gave the level", "nothing is missing"},
	// What a reader should know.
	{"levels_that_occur", "no scale was declared, so the levels are taken from the ratings; further levels would change the coefficients", "name the scale, such as --scale 1-4"},
	{"population_ignored", "the sizes of populations have no meaning for this coefficient's error and were left out", "nothing is missing"},
	{"prevalence", "kappa is low although agreement is high, for nearly all ratings are on one level", "use a lesson with more range, and read a coefficient whose chance does not hang on the prevailing level"},
	{"scale_undeclared", "no scale was declared, so the levels are taken from the ratings: every whole point up to the highest, or the values that occur; the standard counts at least four", "name the scale, such as --scale 1-4"},
	{"scale_gap", "a level inside the scale was used by nobody, and no scale was declared", "name the scale, such as --scale 1-4"},
	{"one_lesson_only", "one lesson cannot tell a team that is typical from one that is aligned", "rate more lessons"},
	{"raters_not_connected", "the raters fall into parts that share no item; severity compares within a part only", "let the parts rate a common lesson"},
	{"causes_sampled", "there are more than 2,000,000 ratings: the causes are from lessons drawn at random that hold a million of them", "nothing is missing"},
	{"severity_errors_drawn", "there are more than 1,000 raters, and the errors of their severities are from 100 seeded draws: each is right to about a twentieth", "nothing is missing"},
	{"small_team", "in a team of two or three no pseudonym protects: each knows who the others are", "share the report with the team alone"},
	{"several_groups", "some raters have more than one value in the --by column; the commonest counts", "give each rater one value"},
	{"several_rounds", "the file has several rounds, and one was chosen", "choose with --round"},
	{"ratings_left_out", "there are more than 5,000 ratings, and they are not listed", "use the file itself"},
	{"pairs_left_out", "there are more than 300 raters, and pairs are not listed", "split the file by school or office"},
	{"without_left_out", "there are more than 60 raters, and the team without each is not listed", "split the file by school or office"},
	{"no_reasons", "no rating has a reason", "ask for a reason with each rating: what was said and done"},
	{"reasons_left_out", "there are more than 20,000 reasons; those of the items furthest apart are read", "split the file by school or office"},
	{"pairs_sampled", "where an item has more than 200 reasons, 20,000 of its pairs were drawn evenly", "nothing is missing"},
	{"master_partial", "some of what was rated has no agreed score; it is not compared with the master", "add it to the answer key"},
	{"one_round", "raters agree with themselves where they rate again, and there is one round", "read all rounds with --round all"},
	{"not_converged", "the estimation did not come to rest: take no measure from it", "see whether the ratings hang together, and use common steps"},
	{"weak_prior", "some elements are always rated above others, so that measures would run away; a weak prior (5 logits) holds them", "add ratings, or anchor measures with --anchor"},
	{"several_subsets", "the ratings fall into subsets; measures compare within a subset only, each centered on its own raters", "let the subsets rate a common lesson"},
	{"conditional_errors", "there are too many elements for full errors: each takes the other measures for known and is a little small", "split the file by school or office"},
	{"habits_left_out", "there are more than 200,000 ratings, and habits of raters are not looked for", "split the file by school or office"},
	{"too_wide", "joint likelihood makes measures of so few ratings an element too wide", "add --correction jml, or with many lessons --method mml"},
	{"few_ratings", "a rater has fewer than 30 ratings: the errors of the measures are wide", "rate more lessons"},
	{"disordered", "the threshold of this level is below the one before it: the level is never the most probable", "see whether raters tell the level from its neighbors"},
	{"unexpected_left_out", "there are more unexpected ratings than the 500 that are listed", "split the file by school or office"},
	{"other_scales", "the model is of the scale with the most ratings; the others are left out", "give the other indicators in a file of their own"},
	{"models_near", "two models fit about as well (BIC within 2): take neither's rater figures as settled", "rate more items"},
	{"few_people", "few people answered: a reading may be another next week, and under five none is made", "ask the rest of the team"},
	{"people_differ", "not the same people answered both times", "nothing is missing: what each compares is said beside it"},
	{"other_scale", "some dimensions stand on another scale in the two rounds, and are left out", "name the scale, such as --scale 1-5"},
	{"one_sided", "some answered one of the two sides: they count in one figure and not in the gap", "ask for both answers"},
	{"answered_again", "some answered again, and the later answer counts", "nothing is missing"},
	{"left_out", "some columns were not read", "see the headers of the file"},
	{"not_hashed", "the bytes of an input cannot be read twice, so that they have no SHA-256", "give a file, or standard input"},
	{"inputs_left_out", "there are more than 20 files, and the lines of an archive do not list them", "name each line's files by --run-id"},
	{"reading", "the reading of the file found something odd", "run calibrate check"},
}

// CodeOf returns the entry of a code.
func CodeOf(code string) NoteCode {
	for _, c := range NoteCodes {
		if c.Code == code {
			return c
		}
	}
	return NoteCode{Code: code}
}

// NewNote returns a note with the words of its code.
func NewNote(code, path string) Note {
	c := CodeOf(code)
	return Note{Code: c.Code, Path: path, Text: c.Text, Fix: c.Fix}
}

// AbsentNotes returns a note for every value of a result that is absent, by the
// names that it has in JSON. The result is a pointer to a struct.
func AbsentNotes(result any) []Note {
	var notes []Note
	walk(reflect.ValueOf(result).Elem(), "", func(path string, why stats.Reason) {
		notes = append(notes, NewNote(string(why), path))
	})
	return notes
}

// pointerToken escapes a name for an RFC 6901 pointer.
var pointerToken = strings.NewReplacer("~", "~0", "/", "~1")

// walk calls f for every absent value below v with its JSON pointer.
func walk(v reflect.Value, path string, f func(path string, why stats.Reason)) {
	if v.CanInterface() {
		if a, ok := v.Interface().(absent); ok {
			if !a.OK() && !v.IsZero() {
				f(path, a.Reason())
			}
			if !a.OK() {
				return
			}
		}
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			walk(v.Elem(), path, f)
		}
	case reflect.Map:
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		for _, key := range keys {
			walk(v.MapIndex(key), path+"/"+pointerToken.Replace(key.String()), f)
		}
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), path+"/"+strconv.Itoa(i), f)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			if field := v.Type().Field(i); field.Anonymous && name == "" {
				walk(v.Field(i), path, f)
			} else if field.IsExported() && name != "" {
				walk(v.Field(i), path+"/"+name, f)
			}
		}
	}
}
