package problem

// A Code is one kind of Problem.
type Code struct {
	ID       string   `json:"id"`
	Severity Severity `json:"severity"`
	Title    string   `json:"title"`
	Hint     string   `json:"hint,omitempty"` // what to do

	own bool // its problems have hints of their own, or ask for nothing
}

// Codes are all the kinds of Problem there are: a closed list.
var Codes = []Code{
	{"empty_file", Fatal, "the file is empty", "export it again, and check that it was saved", false},
	{"no_rows", Fatal, "a header and no rows", "check that the export holds the answers and not only the questions", false},
	{"wrong_format", Fatal, "a format that cannot be read", "save it as CSV (UTF-8) or as .xlsx", true},
	{"no_such_sheet", Fatal, "no such sheet in the workbook", "name one of those that the message lists with --sheet", true},
	{"ambiguous_sheet", Fatal, "several sheets look like the ratings", "name the one with the ratings with --sheet", true},
	{"nul_bytes", Fatal, "NUL bytes: not a text file", "save it as CSV (UTF-8), or as .xlsx", false},
	{"bad_quotes", Fatal, "quotation marks that do not match", "a cell with a quotation mark stands in quotation marks, with each one inside doubled: \"she said \"\"why\"\"\"", false},
	{"ragged_row", Fatal, "a row with too many or too few cells", "a comma inside a cell needs quotation marks around the cell", false},
	{"short_row", Repair, "a row whose last cells are missing", "nothing, if the cells that are missing were empty", true},
	{"too_large", Fatal, "larger than can be read", "split it by lesson or round, or allow more with --memory", true},
	{"long_cell", Warning, "a very long cell", "a quotation mark that is never closed swallows the lines after it", false},
	{"long_name", Fatal, "a name that is too long to be one", "a quotation mark that is never closed swallows the cells after it", false},
	{"missing_column", Fatal, "a column that is needed is missing", "name it with --columns, such as --columns rater=Email", true},
	{"no_such_column", Fatal, "a column that --columns names is missing", "write the header as the message lists it, or its letter, such as @C", true},
	{"double_column", Fatal, "two columns with the same meaning", "name the one to read: --columns field=Header", false},
	{"unsure_layout", Fatal, "too little says how the file is laid out", "name the columns: --columns rater=…,lesson=…,indicator=…,score=…", false},
	{"survey", Fatal, "a survey of where a team is and where it should be", "read it with calibrate survey; if it is ratings, name the columns: --columns rater=…", false},
	{"own_output", Fatal, "a result of this program, and no ratings", "read the ratings that it was made of; calibrate render shows a report again", false},
	{"same_rows", Fatal, "rows that are of the same rater and item, and nothing tells them apart", "name the columns that together are the lesson: --columns lesson=Video+Clip", true},
	{"no_pairs", Fatal, "no item that two raters rated", "agreement needs two raters of the same lesson and indicator", false},
	{"far_number", Fatal, "a number far from the other scores", "correct it, or say what it stands for: --missing 99, or --scale", true},
	{"lone_answer", Fatal, "one answer, and nothing else but empty cells", "say with --scale checklist that an empty cell is a no, or --missing what it is", true},
	{"apart_names", Fatal, "lessons or indicators whose names nearly agree, and share no rater", "say with --same whether they are one", true},
	{"unrecognised", Fatal, "no ratings were recognised", "name the columns: --columns rater=…,lesson=…,indicator=…,score=…", false},
	{"ambiguous_layout", Fatal, "the file can be read in two ways", "choose with --layout or --columns, as the message says", true},
	{"missing_name", Fatal, "a rating without a rater, lesson or indicator", "fill the cell, or delete the row", false},
	{"not_a_score", Fatal, "a cell that is not a score", "write a level of the scale, N/A, or nothing", false},
	{"two_scores", Fatal, "two scores in one cell", "write one score; half points as 2.5", false},
	{"spreadsheet_date", Fatal, "a score that a spreadsheet has turned into a date", "2-3 becomes 3-Feb: format the column as text, and write one score", false},
	{"spreadsheet_error", Fatal, "a spreadsheet's error in place of a score", "mend the formula, or write the score itself", false},
	{"unknown_label", Fatal, "a word that is no level of a known scale", "name the levels from low to high, --scale …, or the rubric, --rubric …", false},
	{"ambiguous_label", Fatal, "a word that can stand for several levels", "write the number, or declare the levels with --rubric or --scale", true},
	{"label_mismatch", Fatal, "a number and a word that do not belong together", "check which of the two is meant", false},
	{"ambiguous_no", Fatal, "NO may be No or Not Observed", "--scale Yes,No reads it as No; a scale of numbers, --scale …, as not observed", false},
	{"too_many_levels", Fatal, "more different scores than a scale can have levels", "round them: agreement is about levels that raters choose from", false},
	{"off_scale", Fatal, "a score that is not on the scale", "check the cell, or name the scale: --scale …", false},
	{"duplicate_rating", Fatal, "the same rater scored an item twice", "where no time says which is the later: --duplicates highest, lowest, mean or drop says which counts", false},
	{"superseded_rating", Repair, "an earlier score of the same rater", "nothing: the latest counts, as --duplicates latest asks", true},
	{"dropped_duplicate", Repair, "scores of the same rater and item, settled by --duplicates", "nothing: it is what --duplicates asks", true},
	{"no_ratings", Fatal, "not one score", "check that the score column is the one that is meant: --columns score=…", false},
	{"key_elsewhere", Fatal, "an answer key that is of no rating", "spell lessons and indicators as in the ratings", false},
	{"no_such_round", Fatal, "no such round", "name one of those that the message lists with --round", true},
	{"guessed_encoding", Repair, "the text is not UTF-8", "if letters look wrong, --encoding macroman (or another) decides", false},
	{"recut_row", Repair, "rows cut in another way than the rest", "save the file once more in one program", false},
	{"name_spellings", Repair, "one name in several spellings", "nothing; write it in one way to be without this line", true},
	{"reason_unpaired", Warning, "reasons that belong to no one indicator", "name the indicator in the question, or put its column right behind the scores", false},
	{"anonymous_rows", Warning, "answers without a name", "each counts as one person: ask for a name or a number, so that a person's lessons belong together", false},
	{"counts", Note, "counts of raters instead of ratings", "what hangs on who gave which rating cannot be told", false},
	{"repeated_question", Warning, "a question that stands several times", "it was read as one lesson each time; name the lesson in the question", false},
	{"like_things", Warning, "lessons or indicators whose names nearly agree", "--same … reads them as one; --same none as two", false},
	{"like_names", Warning, "names that may be one person", "if it is one person, write the name the same way everywhere", false},
	{"not_observed_no", Repair, "NO read as not observed", "nothing, if NO stands for not observed; else write No as a level", true},
	{"no_result", Warning, "formulas whose results are not in the file", "open it in a spreadsheet program, which computes them, and save it", false},
	{"half_points", Warning, "scores between the points of the scale", "declare them, or none: --scale …", false},
	{"remarks", Warning, "words behind numbers that are no names of levels", "put remarks into a column of their own, and they are read as reasons", false},
	{"unknown_indicator", Warning, "an indicator that the rubric does not have", "correct its id, or add it to the rubric's file", true},
	{"one_rater", Warning, "one rater only", "agreement needs two raters of the same lesson", false},
	{"lone_rater", Fatal, "one rater only", "agreement needs two raters of the same lesson", false},
	{"no_shared_items", Warning, "no item that two raters rated", "agreement needs two raters of the same lesson and indicator", false},
	{"rater_without_ratings", Warning, "a rater without a single score", "nothing, if that person rated nothing", true},
	{"detected_rubric", Note, "a built-in rubric was recognised", "--rubric … or --scale … overrules it", false},
	{"detected_scale", Note, "a scale was recognised by its words", "--rubric … or --scale … overrules it", false},
	{"reversed", Note, "an indicator that runs the other way", "nothing: the rubric says so", true},
	{"one_lesson", Note, "no column names the lesson: all rows are of one", "if a column is the lesson, name it: --columns lesson=…", false},
	{"one_indicator", Note, "no column names the indicator: there is one", "nothing, if the file is of one indicator; else name its column with --columns", true},
	{"name_is_rater", Note, "the name of the file or sheet stands for the rater", "nothing, if each file is one rater's; else name the column with --columns", true},
	{"name_is_lesson", Note, "the name of the file or sheet stands for the lesson", "nothing, if each file is of one lesson; else name the column with --columns", true},
	{"sheet_left_out", Note, "a sheet of the workbook that is not read", "--sheet … chooses one", false},
	{"several_rounds", Note, "several rounds: one was chosen", "--round … chooses, --round all keeps all", false},
	{"raters_are", Note, "who the raters were taken to be", "--columns rater=… overrules it", false},
	{"column_left_out", Note, "a column that holds numbers or text and is not read", "--columns score=… reads it, --columns ignore=… says that it is to be left out", false},
	{"hidden_left_out", Note, "rows or columns that are hidden and not read", "--hidden reads them", false},
	{"own_file", Note, "a result of this program among the files, not read", "nothing; keep results in a folder of their own to be without this line", true},
	{"master_scores", Note, "agreed scores in the file, which are nobody's ratings", "--columns ignore=… leaves them out", false},
	{"master_off_scale", Warning, "an agreed score that is on no scale", "correct the agreed score, or declare the scale", true},
	{"segments", Note, "parts of a lesson, each rated", "each part is an item of its own; the lesson stays one", false},
	{"reshaped", Note, "what the sheet says in a shape of its own, and how it was read", "--columns … overrules it", false},
	{"dropped_row", Note, "a row that is no rating was left out", "nothing, if the row holds no rating", true},
}

// CodeByID returns the Code with an id.
func CodeByID(id string) (Code, bool) {
	for _, c := range Codes {
		if c.ID == id {
			return c, true
		}
	}
	return Code{}, false
}
