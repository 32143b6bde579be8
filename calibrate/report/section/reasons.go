package section

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// A meaning is what a quadrant of pairs, or a reading of an item, may mean.
type meaning struct {
	ID    calibrate.Quadrant
	Pairs string // what its pairs are
	may   string // what it may mean
	title string // of its column
	short string // what it may mean, in a cell
}

// Quadrants says what each quadrant may mean.
var Quadrants = []meaning{
	{calibrate.Shared, "same rating, like reasons", "a shared understanding", "shared", "shared"},
	{calibrate.Lucky, "same rating, different reasons", "the same rating for different reasons", "differ", "reasons differ"},
	{calibrate.UnclearLine, "different ratings, like reasons", "the boundary is unclear", "boundary", "boundary unclear"},
	{calibrate.NoticedDifferently, "different ratings, different reasons", "they noticed different things", "noticed", "saw other things"},
	{calibrate.PartlyAlike, "reasons partly alike", "the reasons are partly alike", "partly", "partly alike"},
}

// readings says what an item may be read as beside the quadrants.
var readings = []meaning{
	{ID: calibrate.FactsDisputed, may: "the facts are disputed, and the video can settle this", short: "facts disputed"},
	{ID: calibrate.NothingSeen, may: "they agree, and nobody wrote what was seen", short: "nothing seen"},
}

// meaningOf is what a reading may mean.
func meaningOf(id string) meaning {
	for _, m := range slices.Concat(Quadrants, readings) {
		if string(m.ID) == id {
			return m
		}
	}
	return meaning{}
}

// mayBe is what a reading may mean.
func mayBe(id string) string { return meaningOf(id).may }

// reasons shows what was written, and what the pairs of reasons may mean.
func reasons(r *calibrate.Report) []document.Block {
	w := r.Reasons
	if w == nil {
		return nil
	}
	blocks := []document.Block{document.Paragraph{Role: document.Plain, Text: written(r)}}
	if w.Pairs.Pairs() > 0 {
		blocks = append(blocks, document.Paragraph{Role: document.Plain, Text: pairsOfReasons(w)}, reasonTable(r))
		blocks = append(blocks, examples(r)...)
	}
	if list := hints(r); len(list.Items) > 0 {
		blocks = append(blocks, list)
	}
	return append(blocks, document.Paragraph{Role: document.Aside, Text: "Likeness is read from words, numbers and quotations: a hint, not a finding. Ask."})
}

// written says how much was written, and of what kind.
func written(r *calibrate.Report) string {
	w := r.Reasons
	s := fmt.Sprintf("%d of %d ratings have a reason: %s, %s, %s both, %s nothing of the lesson.",
		w.RatingsWithReason, w.RatingsWithReason+w.Missing,
		kinds(w.Evidence, "name", "names", "what was seen or heard"), kinds(w.Opinion, "give", "gives", "opinion alone"),
		kinds(w.Mixed, "do", "does", ""), kinds(w.Empty, "say", "says", ""))
	s = strings.ReplaceAll(s, "  ", " ")
	s += InLanguages(w.Languages)
	if w.NotRead > 0 {
		s += fmt.Sprintf(" %s could not be read: another language, or words that tell neither what was seen nor what was thought of it.", wording.Count(w.NotRead, "reason"))
	}
	if names := wordsOf(w.OpinionWords, 6); names != "" {
		s += " Words of opinion met most: " + names + "."
	}
	return s
}

// mainLanguage is what reasons are in where nothing is said of it.
const mainLanguage = "English"

// InLanguages says how many reasons are in another language that was read.
func InLanguages(list []calibrate.LanguageCount) string {
	s := ""
	for _, x := range list {
		if x.Language != "" && x.Language != mainLanguage {
			s += fmt.Sprintf(" %s in %s, or mostly, and %s read word by word.",
				wording.Capital(plainly(x.Reasons, "reason is", "reasons are")), x.Language, wording.Plural(x.Reasons, "was", "were"))
		}
	}
	return s
}

// kinds is a number with its verb.
func kinds(n int, many, one, what string) string {
	verb := many
	if n == 1 {
		verb = one
	}
	return strings.TrimSpace(fmt.Sprintf("%d %s %s", n, verb, what))
}

// wordsOf lists words that more than one reason uses.
func wordsOf(list []calibrate.WordCount, most int) string {
	var words []string
	for _, w := range list[:min(len(list), most)] {
		if w.Count > 1 {
			words = append(words, fmt.Sprintf("%s (%d)", w.Word, w.Count))
		}
	}
	return strings.Join(words, ", ")
}

// pairsOfReasons says how alike the reasons are, beside what chance gives.
func pairsOfReasons(w *calibrate.Reasons) string {
	s := fmt.Sprintf("Of %s of reasons for the same item %s are alike", wording.Count(w.Pairs.Pairs(), "pair"), wording.Percent(w.Alike))
	if w.AlikeByChance.OK() {
		s += fmt.Sprintf(" (for different items: %s)", wording.Percent(w.AlikeByChance))
	}
	return s + "."
}

// reasonTable counts the pairs of each item in each quadrant.
func reasonTable(r *calibrate.Report) document.Table {
	items := r.Reasons.Items
	columns := []document.ColumnOf[calibrate.ReasonItem]{
		{Title: "item", Cell: func(x calibrate.ReasonItem) document.Cell {
			return document.Text(itemLabel(r, x.Lesson, x.Indicator, x.Round))
		}},
		{Title: "reasons", Spare: 2, Cell: func(x calibrate.ReasonItem) document.Cell { return document.Count(x.Reasons) }},
	}
	for _, q := range Quadrants {
		columns = append(columns, document.ColumnOf[calibrate.ReasonItem]{
			Title: q.title, About: q.Pairs + ": " + q.may,
			Cell: func(x calibrate.ReasonItem) document.Cell { return document.Count(x.Quadrants.Of(q.ID)) },
		})
	}
	columns = append(columns, document.ColumnOf[calibrate.ReasonItem]{
		Title: "may be", About: "what most pairs are of those who name something seen",
		Cell: func(x calibrate.ReasonItem) document.Cell {
			if short := meaningOf(x.Reading.Name()).short; short != "" {
				return document.Text(short)
			}
			return document.Text("too few to tell")
		},
	})
	return document.TableOf("reasons", items, columns).
		Marked(func(i int) bool { return onAgenda(r, items[i]) }).
		With("Pairs of reasons. Shared: same rating, like reasons. Differ: same rating, different reasons. " +
			"Boundary: different ratings, like reasons. Noticed: both different. Partly: reasons partly alike.")
}

// itemLabel names an item: the lesson only where there are several.
func itemLabel(r *calibrate.Report, lesson, indicator, round string) string {
	var parts []string
	if round != "" {
		parts = append(parts, round)
	}
	if r.Input.Lessons > 1 {
		parts = append(parts, lesson)
	}
	for _, p := range r.Indicators {
		if p.ID == indicator {
			indicator = Label(p)
		}
	}
	return strings.Join(append(parts, indicator), ", ")
}

// onAgenda reports whether an item is to be settled in the meeting.
func onAgenda(r *calibrate.Report, x calibrate.ReasonItem) bool {
	return slices.ContainsFunc(r.Agenda, func(y calibrate.AgendaItem) bool {
		return y.Lesson == x.Lesson && y.Indicator == x.Indicator && y.Round == x.Round
	})
}

// mostExamples is the number of items whose quotes stand here. Those of the
// agenda stand there.
const mostExamples = 2

// examples are the quotes of items that are not on the agenda, but where
// something may be the matter.
func examples(r *calibrate.Report) []document.Block {
	var blocks []document.Block
	shown := 0
	for _, want := range []calibrate.Quadrant{calibrate.FactsDisputed, calibrate.Lucky, calibrate.UnclearLine} {
		for _, x := range r.Reasons.Items {
			if shown == mostExamples || x.Reading.Name() != string(want) || len(x.Quotes) < 2 || onAgenda(r, x) {
				continue
			}
			shown++
			blocks = append(blocks, document.Paragraph{Role: document.Heading, Text: itemLabel(r, x.Lesson, x.Indicator, x.Round) + ": " + mayBe(string(want))})
			blocks = append(blocks, quotesOf(r, x)...)
		}
	}
	return blocks
}

// quotesOf shows the quotes of an item that is not on the agenda.
func quotesOf(r *calibrate.Report, x calibrate.ReasonItem) []document.Block {
	if !hasRows(r) {
		return Quotes(r, x.Indicator, x.Quotes)
	}
	var counts []calibrate.LevelCount
	if p, ok := indicatorOf(r, x.Indicator); ok && r.Input.Lessons == 1 {
		for i, l := range levels(r, x.Indicator) {
			if i < len(p.Distribution) {
				counts = append(counts, calibrate.LevelCount{Value: l.Value, Count: p.Distribution[i]})
			}
		}
	}
	return quotesBesideRows(r, x.Indicator, counts, x.Quotes)
}

// quotesBesideRows shows what was written where rows of people stand too: where
// somebody is alone on a level, or that is not known, the quotes have no
// level, and their order says nothing of it.
func quotesBesideRows(r *calibrate.Report, indicator string, counts []calibrate.LevelCount, list []calibrate.Quote) []document.Block {
	for _, q := range list {
		shared := slices.ContainsFunc(counts, func(c calibrate.LevelCount) bool {
			return q.Score.OK() && c.Value == q.Score.Or(0) && c.Count > 1
		})
		if shared {
			continue
		}
		texts := make([]string, len(list))
		for i := range list {
			texts[i] = OneLine(list[i].Text)
		}
		slices.Sort(texts)
		var blocks []document.Block
		for _, text := range texts {
			blocks = append(blocks, document.Paragraph{Role: document.Quote, Text: "Someone wrote: " + text})
		}
		return blocks
	}
	return Quotes(r, indicator, list)
}

// Quotes shows what was written about an indicator, each under its level: on a
// page that has no rows nothing ties a level to a person.
func Quotes(r *calibrate.Report, indicator string, list []calibrate.Quote) []document.Block {
	var blocks []document.Block
	for _, q := range list {
		who := "Someone who did not observe it"
		if v, ok := q.Score.Value(); ok {
			if who = "Someone said " + levelName(r, indicator, v); levelName(r, indicator, v) == wording.Level(v) {
				who = "Someone rated it " + wording.Level(v)
			}
		}
		blocks = append(blocks, document.Paragraph{Role: document.Quote, Text: who + ": " + OneLine(q.Text)})
	}
	return blocks
}

// OneLine writes a text in one line.
func OneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// hints are what else the reasons show, in a line each.
func hints(r *calibrate.Report) document.List {
	list := document.List{}
	add := func(format string, args ...any) { list.Items = append(list.Items, fmt.Sprintf(format, args...)) }
	for _, x := range r.Reasons.Indicators {
		name := itemLabel(r, "", x.Indicator, "")
		if r.Input.Lessons > 1 {
			name = strings.TrimPrefix(name, ", ")
		}
		if len(x.Low) > 0 || len(x.High) > 0 {
			add("%s: those who gave %s or more write of %s; those below, of %s.", name, wording.Level(x.Boundary[1]), marking(x.High), marking(x.Low))
		}
		for _, e := range x.Elsewhere {
			if e.Reasons > 1 {
				add("%s: %d reasons may belong to %s (%s).", name, e.Reasons, e.Indicator, strings.Join(e.Words, ", "))
			}
		}
		if x.Copied > 0 {
			add("%s: %s the rubric's words and nothing seen.", name, plainly(x.Copied, "reason has", "reasons have"))
		}
	}
	for _, s := range silent(r.Reasons) {
		add("%s", s)
	}
	return list
}

// plainly is a number with the words for one or for many.
func plainly(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// marking lists the words that mark a side.
func marking(list []calibrate.MarkingWord) string {
	if len(list) == 0 {
		return "nothing of their own"
	}
	var words []string
	for _, m := range list[:min(len(list), 5)] {
		words = append(words, "“"+m.Word+"”")
	}
	return strings.Join(words, ", ")
}

// leastWritten is the number of reasons from which on it is said of how many
// raters that they write opinions only.
const leastWritten = 3

// silent counts raters, and names none: those without a reason, those with
// opinions only. It says where most reasons are missing.
func silent(w *calibrate.Reasons) []string {
	var list []string
	none, only := 0, 0
	for _, x := range w.Raters {
		switch {
		case x.Reasons == 0:
			none++
		case x.Reasons >= leastWritten && x.Evidence+x.Mixed == 0 && x.Opinion > 0:
			only++
		}
	}
	if none > 0 {
		list = append(list, fmt.Sprintf("%d of %s wrote no reason.", none, wording.Count(len(w.Raters), "rater")))
	}
	if only > 0 {
		list = append(list, fmt.Sprintf("%d of %s wrote opinions only: ask everyone for what they saw and heard.", only, wording.Count(len(w.Raters), "rater")))
	}
	var missing []string
	for _, x := range w.Indicators {
		if x.Missing > 0 && 4*x.Missing >= x.Reasons+x.Missing {
			missing = append(missing, fmt.Sprintf("%s (%d of %d)", x.Indicator, x.Missing, x.Reasons+x.Missing))
		}
	}
	if len(missing) > 0 && len(missing) <= 6 {
		list = append(list, "Reasons are missing most on "+strings.Join(missing, ", ")+".")
	}
	return list
}
