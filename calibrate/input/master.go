package input

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/gocarina/gocsv"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/large"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/scales"
	"github.com/cb401426/calibrate/calibrate/input/sheets"
	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/stats/rating"
)

// A MasterKey is an answer key that was read.
type MasterKey struct {
	Scores    []AgreedScore // of lessons and indicators that were rated
	Elsewhere int           // lines for others
	Blank     int           // lines without a score
	Problems  []problem.Problem
}

// masterRow is a line of a key as text: gocsv reads no number safely.
type masterRow struct {
	Lesson    string `csv:"lesson"`
	Indicator string `csv:"indicator"`
	Round     string `csv:"round"`
	Score     string `csv:"score"`
	Row       string `csv:"row"`
}

// masterFields are the columns of a key, in the order of a masterRow.
var masterFields = []layout.Field{layout.Lesson, layout.Indicator, layout.Round, layout.Score}

// masterWords are what the column of agreed scores is called besides score.
var masterWords = map[string]bool{
	"master": true, "master score": true, "master rating": true, "key": true, "answer": true, "answer key": true,
	"level": true, "agreed level": true, "agreed": true, "agreed score": true, "agreed rating": true, "anchor": true, "anchor score": true,
	"consensus": true, "consensus score": true, "expert": true, "expert score": true, "gold": true,
	"gold standard": true, "reference": true, "correct": true, "true score": true,
}

// ReadMaster reads an answer key for ratings: a file with a header that names
// indicator, score and, where there are several lessons, lesson; round is
// optional. Scores are read on the scales of the ratings. The error is problem.Faults
// with every fatal problem, or that of the operating system.
func ReadMaster(ctx context.Context, path string, ratings *Reading, o Options) (*MasterKey, error) {
	if ratings == nil || ratings.Table == nil {
		return nil, errors.New("an answer key needs the ratings it is of")
	}
	if err := o.Check(); err != nil {
		return nil, err
	}
	o.Budget = source.NewBudget(ctx, o.Memory)
	result, err := open(ctx, []string{path}, &o, large.Odd{})
	if err != nil {
		return nil, err
	}
	k := &keyReader{options: &o, ratings: ratings, key: &MasterKey{}, seen: map[AgreedScore]float64{}}
	for _, x := range sheets.Take(result, &o, &k.journal) {
		if err := k.sheet(x); err != nil {
			return nil, err
		}
	}
	return k.finish(path)
}

// A keyReader matches the lines of a key with the ratings.
type keyReader struct {
	options *Options
	journal problem.Journal
	ratings *Reading
	key     *MasterKey
	header  map[layout.Field]keyColumn
	meters  []*scales.Meter // by scale of the ratings
	lessons map[string]string
	items   map[string]string
	seen    map[AgreedScore]float64 // without their scores
}

// finish reports a key that holds nothing.
func (k *keyReader) finish(path string) (*MasterKey, error) {
	if !k.journal.Fatal() && len(k.key.Scores) == 0 {
		k.journal.Add(problem.Place{Name: pathName(path)}, "key_elsewhere", "", "",
			"no line of the key is of a lesson and indicator that was rated: %d are of others, %d have no score",
			k.key.Elsewhere, k.key.Blank)
	}
	k.key.Problems = k.journal.Problems()
	var faults problem.Faults
	for _, p := range k.key.Problems {
		if p.Severity == problem.Fatal {
			faults = append(faults, p)
		}
	}
	if len(faults) > 0 {
		return k.key, faults
	}
	return k.key, nil
}

// pathName names a file in a message.
func pathName(path string) string {
	if path == "-" {
		return "standard input"
	}
	return path[strings.LastIndexAny(path, `/\`)+1:]
}

// sheet reads one sheet of a key.
func (k *keyReader) sheet(s *sheets.Sheet) error {
	h := k.findHeader(s)
	if h < 0 {
		k.journal.Add(s.Place(0, -1, ""), "missing_column", "", "a key has the columns lesson, indicator and score",
			"no row names an indicator and a score")
		return nil
	}
	if _, ok := k.header[layout.Lesson]; !ok && len(k.ratings.Table.Lessons()) > 1 {
		k.journal.Add(s.Place(h, -1, ""), "missing_column", "lesson", "name it: --columns lesson=…",
			"no column holds the lesson, and %d lessons were rated", len(k.ratings.Table.Lessons()))
		return nil
	}
	var rows []masterRow
	if err := gocsv.UnmarshalCSV(&keyRows{rows: k.rows(s, h)}, &rows); err != nil {
		return fmt.Errorf("%s: %w", s.Title(), err)
	}
	k.learn()
	for _, row := range rows {
		k.take(s, row)
	}
	return nil
}

// A keyColumn is a column of a key.
type keyColumn struct {
	index int
	text  string
}

// findHeader returns the first row that names an indicator and a score.
func (k *keyReader) findHeader(s *sheets.Sheet) int {
	for i := range min(keySearch, len(s.Rows)) {
		k.header = map[layout.Field]keyColumn{}
		for c := range s.Rows[i].Cells {
			f, ok := k.names(s.At(i, c), c)
			if _, taken := k.header[f]; ok && !taken && slices.Contains(masterFields, f) {
				k.header[f] = keyColumn{c, s.At(i, c)}
			}
		}
		_, indicator := k.header[layout.Indicator]
		_, score := k.header[layout.Score]
		if indicator && score {
			return i
		}
	}
	return -1
}

// keySearch is how many rows at the top may stand before the header of a key.
const keySearch = 30

// names returns the field that a header of a key names.
func (k *keyReader) names(title string, index int) (layout.Field, bool) {
	o := layout.Options{Columns: k.options.Columns}
	if f, ok := o.Chosen(index, title); ok {
		return f, true
	}
	if masterWords[strings.Join(cell.Words(title), " ")] {
		return layout.Score, true
	}
	return header.Named(title)
}

// rows returns the lines below the header as canonical rows.
func (k *keyReader) rows(s *sheets.Sheet, h int) [][]string {
	rows := [][]string{{"lesson", "indicator", "round", "score", "row"}}
	for i := h + 1; i < len(s.Rows); i++ {
		if s.Rows[i].Empty() {
			continue
		}
		row := make([]string, 0, len(masterFields)+1)
		for _, f := range masterFields {
			text := ""
			if c, ok := k.header[f]; ok {
				text = s.At(i, c.index)
			}
			row = append(row, text)
		}
		rows = append(rows, append(row, strconv.Itoa(i)))
	}
	return rows
}

// keyRows yields rows to gocsv.
type keyRows struct {
	rows [][]string
	at   int
}

func (k *keyRows) Read() ([]string, error) {
	if k.at == len(k.rows) {
		return nil, io.EOF
	}
	k.at++
	return k.rows[k.at-1], nil
}

func (k *keyRows) ReadAll() ([][]string, error) { return k.rows[k.at:], nil }

// learn prepares the names and scales of the ratings.
func (k *keyReader) learn() {
	t := k.ratings.Table
	k.lessons, k.items = map[string]string{}, map[string]string{}
	for _, name := range t.Lessons() {
		k.lessons[cell.Fold(name)] = name
	}
	for id, long := range k.ratings.IndicatorNames {
		k.items[cell.Fold(long)] = id
		k.items[cell.Fold(id+" "+long)] = id
	}
	for _, id := range t.Indicators() {
		k.items[cell.Fold(id)] = id
	}
	k.meters = nil
	for _, s := range t.Scales() {
		k.meters = append(k.meters, scales.On(s))
	}
}

// take reads one line.
func (k *keyReader) take(s *sheets.Sheet, row masterRow) {
	i, _ := strconv.Atoi(row.Row)
	score := k.header[layout.Score]
	at := s.Place(i, score.index, layout.ColumnName(score.text, score.index))
	t := s.Lexer.Lex(row.Score)
	if t.Kind == cell.Blank || t.Kind == cell.NotSeen || t.Kind == cell.Gap {
		k.key.Blank++
		return
	}
	x, ok := k.name(s, i, row)
	if !ok {
		return
	}
	v := k.meter(x.Indicator).Read(t)
	if v.Code != "" {
		k.journal.Add(at, v.Code, row.Score, v.Hint, "%s", v.Text)
		return
	}
	if v.State != rating.Scored {
		k.key.Blank++
		return
	}
	if before, twice := k.seen[x]; twice {
		if before != v.Value {
			k.journal.Add(at, "duplicate_rating", row.Score, "keep the agreed one of the two",
				"%s of %s has the agreed score %v above, and %v here", x.Indicator, x.Lesson, before, v.Value)
		}
		return
	}
	k.seen[x] = v.Value
	x.Score = v.Value
	k.key.Scores = append(k.key.Scores, x)
}

// name returns the lesson and indicator of a line as the ratings spell them; a
// line of others is counted.
func (k *keyReader) name(s *sheets.Sheet, i int, row masterRow) (AgreedScore, bool) {
	if row.Indicator == "" || row.Lesson == "" && len(k.lessons) > 1 {
		f := layout.Indicator
		if row.Indicator != "" {
			f = layout.Lesson
		}
		k.journal.Add(s.Place(i, -1, k.header[f].text), "missing_name", "", "", "an agreed score and no %s", f)
		return AgreedScore{}, false
	}
	x := AgreedScore{Round: cell.Clean(row.Round)}
	lesson, known := k.lessons[cell.Fold(row.Lesson)]
	if row.Lesson == "" {
		lesson, known = k.ratings.Table.Lessons()[0], true
	}
	indicator, rated := k.indicator(row.Indicator)
	if !known || !rated || x.Round != "" && !slices.Contains(k.ratings.Table.Rounds(), x.Round) {
		k.key.Elsewhere++
		return x, false
	}
	x.Lesson, x.Indicator = lesson, indicator
	return x, true
}

// indicator returns the id of an indicator: by id, by long name or by both.
func (k *keyReader) indicator(name string) (string, bool) {
	if id, ok := k.items[cell.Fold(name)]; ok {
		return id, true
	}
	if rub := k.ratings.Rubric; rub != nil {
		if in, ok := rub.Match(name); ok {
			id, ok := k.items[cell.Fold(in.ID)]
			return id, ok
		}
	}
	id, _ := header.CutID(name)
	id, ok := k.items[cell.Fold(id)]
	return id, ok && id != ""
}

// meter returns the meter of an indicator's scale.
func (k *keyReader) meter(id string) *scales.Meter {
	t := k.ratings.Table
	code := slices.Index(t.Indicators(), id)
	m := k.meters[t.ScaleOf(int32(code))]
	if rub := k.ratings.Rubric; rub != nil {
		if in, ok := rub.Match(id); ok && in.Reversed {
			return m.Turned()
		}
	}
	return m
}
