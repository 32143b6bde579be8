package input

import "slices"

// A Code is one kind of Problem.
type Code struct {
	ID       string   `json:"id"`
	Severity Severity `json:"severity"`
	Title    string   `json:"title"`
	Hint     string   `json:"hint,omitempty"` // what to do, where a problem has no hint of its own
}

// Codes are all the kinds of Problem there are: a closed list.
var Codes = []Code{
	{"empty_file", Fatal, "the file is empty", "export it again, and check that it was saved"},
	{"no_rows", Fatal, "a header and no rows", "check that the export holds the answers and not only the questions"},
	{"wrong_format", Fatal, "a format that cannot be read", ""},
	{"no_such_sheet", Fatal, "no such sheet in the workbook", ""},
	{"ambiguous_sheet", Fatal, "several sheets look like the ratings", ""},
	{"nul_bytes", Fatal, "NUL bytes: not a text file", "save it as CSV (UTF-8), or as .xlsx"},
	{"bad_quotes", Fatal, "quotation marks that do not match", "a cell with a quotation mark stands in quotation marks, with each one inside doubled: \"she said \"\"why\"\"\""},
	{"ragged_row", Fatal, "a row with too many or too few cells", "a comma inside a cell needs quotation marks around the cell"},
	{"short_row", Repair, "a row whose last cells are missing", ""},
	{"too_large", Fatal, "larger than can be read", ""},
	{"long_cell", Warning, "a very long cell", "a quotation mark that is never closed swallows the lines after it"},
	{"long_name", Fatal, "a name that is too long to be one", "a quotation mark that is never closed swallows the cells after it"},
	{"missing_column", Fatal, "a column that is needed is missing", ""},
	{"no_such_column", Fatal, "a column that --columns names is missing", ""},
	{"double_column", Fatal, "two columns with the same meaning", "name the one to read: --columns field=Header"},
	{"unsure_layout", Fatal, "too little says how the file is laid out", "name the columns: --columns rater=…,lesson=…,indicator=…,score=…"},
	{"survey", Fatal, "a survey of where a team is and where it should be", "read it with calibrate survey; if it is ratings, name the columns: --columns rater=…"},
	{"own_output", Fatal, "a result of this program, and no ratings", "read the ratings that it was made of; calibrate render shows a report again"},
	{"same_rows", Fatal, "rows that are of the same rater and item, and nothing tells them apart", ""},
	{"no_pairs", Fatal, "no item that two raters rated", "agreement needs two raters of the same lesson and indicator"},
	{"far_number", Fatal, "a number far from the other scores", ""},
	{"lone_answer", Fatal, "one answer, and nothing else but empty cells", ""},
	{"apart_names", Fatal, "lessons or indicators whose names nearly agree, and share no rater", ""},
	{"unrecognised", Fatal, "no ratings were recognised", "name the columns: --columns rater=…,lesson=…,indicator=…,score=…"},
	{"ambiguous_layout", Fatal, "the file can be read in two ways", ""},
	{"missing_name", Fatal, "a rating without a rater, lesson or indicator", "fill the cell, or delete the row"},
	{"not_a_score", Fatal, "a cell that is not a score", "write a level of the scale, N/A, or nothing"},
	{"two_scores", Fatal, "two scores in one cell", "write one score; half points as 2.5"},
	{"spreadsheet_date", Fatal, "a score that a spreadsheet has turned into a date", "2-3 becomes 3-Feb: format the column as text, and write one score"},
	{"spreadsheet_error", Fatal, "a spreadsheet's error in place of a score", "mend the formula, or write the score itself"},
	{"unknown_label", Fatal, "a word that is no level of a known scale", "name the levels from low to high, --scale …, or the rubric, --rubric …"},
	{"ambiguous_label", Fatal, "a word that can stand for several levels", ""},
	{"label_mismatch", Fatal, "a number and a word that do not belong together", "check which of the two is meant"},
	{"ambiguous_no", Fatal, "NO may be No or Not Observed", "--scale Yes,No reads it as No; a scale of numbers, --scale …, as not observed"},
	{"too_many_levels", Fatal, "more different scores than a scale can have levels", "round them: agreement is about levels that raters choose from"},
	{"off_scale", Fatal, "a score that is not on the scale", "check the cell, or name the scale: --scale …"},
	{"duplicate_rating", Fatal, "the same rater scored an item twice", "where no time says which is the later: --duplicates highest, lowest, mean or drop says which counts"},
	{"superseded_rating", Repair, "an earlier score of the same rater", ""},
	{"dropped_duplicate", Repair, "scores of the same rater and item, settled by --duplicates", ""},
	{"no_ratings", Fatal, "not one score", "check that the score column is the one that is meant: --columns score=…"},
	{"key_elsewhere", Fatal, "an answer key that is of no rating", "spell lessons and indicators as in the ratings"},
	{"no_such_round", Fatal, "no such round", ""},
	{"guessed_encoding", Repair, "the text is not UTF-8", "if letters look wrong, --encoding macroman (or another) decides"},
	{"recut_row", Repair, "rows cut in another way than the rest", "save the file once more in one program"},
	{"name_spellings", Repair, "one name in several spellings", ""},
	{"reason_unpaired", Warning, "reasons that belong to no one indicator", "name the indicator in the question, or put its column right behind the scores"},
	{"anonymous_rows", Warning, "answers without a name", "each counts as one person: ask for a name or a number, so that a person's lessons belong together"},
	{"counts", Note, "counts of raters instead of ratings", "what hangs on who gave which rating cannot be told"},
	{"repeated_question", Warning, "a question that stands several times", "it was read as one lesson each time; name the lesson in the question"},
	{"like_things", Warning, "lessons or indicators whose names nearly agree", "--same … reads them as one; --same none as two"},
	{"like_names", Warning, "names that may be one person", "if it is one person, write the name the same way everywhere"},
	{"not_observed_no", Repair, "NO read as not observed", ""},
	{"no_result", Warning, "formulas whose results are not in the file", "open it in a spreadsheet program, which computes them, and save it"},
	{"half_points", Warning, "scores between the points of the scale", "declare them, or none: --scale …"},
	{"remarks", Warning, "words behind numbers that are no names of levels", "put remarks into a column of their own, and they are read as reasons"},
	{"unknown_indicator", Warning, "an indicator that the rubric does not have", ""},
	{"one_rater", Warning, "one rater only", "agreement needs two raters of the same lesson"},
	{"lone_rater", Fatal, "one rater only", "agreement needs two raters of the same lesson"},
	{"no_shared_items", Warning, "no item that two raters rated", "agreement needs two raters of the same lesson and indicator"},
	{"rater_without_ratings", Warning, "a rater without a single score", ""},
	{"detected_rubric", Note, "a built-in rubric was recognised", "--rubric … or --scale … overrules it"},
	{"detected_scale", Note, "a scale was recognised by its words", "--rubric … or --scale … overrules it"},
	{"reversed", Note, "an indicator that runs the other way", ""},
	{"one_lesson", Note, "no column names the lesson: all rows are of one", "if a column is the lesson, name it: --columns lesson=…"},
	{"one_indicator", Note, "no column names the indicator: there is one", ""},
	{"name_is_rater", Note, "the name of the file or sheet stands for the rater", ""},
	{"name_is_lesson", Note, "the name of the file or sheet stands for the lesson", ""},
	{"sheet_left_out", Note, "a sheet of the workbook that is not read", "--sheet … chooses one"},
	{"several_rounds", Note, "several rounds: one was chosen", "--round … chooses, --round all keeps all"},
	{"raters_are", Note, "who the raters were taken to be", "--columns rater=… overrules it"},
	{"column_left_out", Note, "a column that holds numbers or text and is not read", "--columns score=… reads it, --columns ignore=… says that it is to be left out"},
	{"hidden_left_out", Note, "rows or columns that are hidden and not read", "--hidden reads them"},
	{"own_file", Note, "a result of this program among the files, not read", ""},
	{"master_scores", Note, "agreed scores in the file, which are nobody's ratings", "--columns ignore=… leaves them out"},
	{"master_off_scale", Warning, "an agreed score that is on no scale", ""},
	{"segments", Note, "parts of a lesson, each rated", "each part is an item of its own; the lesson stays one"},
	{"reshaped", Note, "what the sheet says in a shape of its own, and how it was read", "--columns … overrules it"},
	{"dropped_row", Note, "a row that is no rating was left out", ""},
}

// codeByID returns the Code with an id.
func codeByID(id string) (Code, bool) {
	for _, c := range Codes {
		if c.ID == id {
			return c, true
		}
	}
	return Code{}, false
}

// listed says what to do about the codes of which every problem has a hint of its
// own, or that ask for nothing.
var listed = map[string]string{
	"wrong_format":          "save it as CSV (UTF-8) or as .xlsx",
	"no_such_sheet":         "name one of those that the message lists with --sheet",
	"ambiguous_sheet":       "name the one with the ratings with --sheet",
	"short_row":             "nothing, if the cells that are missing were empty",
	"too_large":             "split it by lesson or round, or allow more with --memory",
	"missing_column":        "name it with --columns, such as --columns rater=Email",
	"no_such_column":        "write the header as the message lists it, or its letter, such as @C",
	"same_rows":             "name the columns that together are the lesson: --columns lesson=Video+Clip",
	"far_number":            "correct it, or say what it stands for: --missing 99, or --scale",
	"lone_answer":           "say with --scale checklist that an empty cell is a no, or --missing what it is",
	"apart_names":           "say with --same whether they are one",
	"ambiguous_layout":      "choose with --layout or --columns, as the message says",
	"ambiguous_label":       "write the number, or declare the levels with --rubric or --scale",
	"superseded_rating":     "nothing: the latest counts, as --duplicates latest asks",
	"dropped_duplicate":     "nothing: it is what --duplicates asks",
	"no_such_round":         "name one of those that the message lists with --round",
	"name_spellings":        "nothing; write it in one way to be without this line",
	"not_observed_no":       "nothing, if NO stands for not observed; else write No as a level",
	"unknown_indicator":     "correct its id, or add it to the rubric's file",
	"rater_without_ratings": "nothing, if that person rated nothing",
	"reversed":              "nothing: the rubric says so",
	"one_indicator":         "nothing, if the file is of one indicator; else name its column with --columns",
	"name_is_rater":         "nothing, if each file is one rater's; else name the column with --columns",
	"name_is_lesson":        "nothing, if each file is of one lesson; else name the column with --columns",
	"own_file":              "nothing; keep results in a folder of their own to be without this line",
	"master_off_scale":      "correct the agreed score, or declare the scale",
	"dropped_row":           "nothing, if the row holds no rating",
}

// CodesWithCures are Codes, each with what to do.
func CodesWithCures() []Code {
	list := slices.Clone(Codes)
	for i := range list {
		if list[i].Hint == "" {
			list[i].Hint = listed[list[i].ID]
		}
	}
	return list
}
