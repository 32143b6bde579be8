package class

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/stats/text/language"
)

// examples has a statement for every rule, and the words it finds.
var examples = map[string]struct{ text, words string }{
	"quotation": {`T: "How do you know that?"`, `"How do you know that?"`},
	"speaker":   {"S1: I think you are right", "I think you are right"},
	"count":     {"4 of 22 hands", "4 of 22"},
	"time":      {"Rug to tables 50 sec", "50 sec"},
	"praised":   {"Nice job having them rehearse with a card", "having them"},
	"action":    {"Two boys threw a pencil", "threw"},
	"speech":    {"The teacher asks why it melted", "asks"},
	"passive":   {"Papers were handed out", "handed out"},
	"absence":   {"Nobody looked up from the page", "Nobody"},
	"place":     {"Chart on the wall", "on the wall"},
	"object":    {"pencils", "pencils"},
	"verdict":   {"An excellent class", "excellent"},
	"advice":    {"She should slow down", "should"},
	"remark":    {"He reads it aloud, which is a pity", "which is"},
	"order":     {"Give them more time", "Give them"},
	"stance":    {"I liked the story", "I liked"},
	"inference": {"They seemed tired", "seemed"},
	"mind":      {"The kids understood fractions", "understood"},
	"degree":    {"So much talk", "So much"},
	"abstract":  {"engagement", "engagement"},
	"score":     {"A solid 3", "3"},
	"simile":    {"It was like a long wait", "like a long"},
	"aside":     {"Six hands went up at once, something to look at", "something to look at"},
	"wondered":  {"The objective was covered. Why post one?", "Why post one?"},
	"shape":     {"A grumpous day", "grumpous"},
}

func TestRules(t *testing.T) {
	for _, r := range rules {
		example, ok := examples[r.name]
		if !ok {
			t.Errorf("rule %s has no example", r.name)
			continue
		}
		var found []string
		list, _ := statementsOf(language.English(), example.text)
		for _, s := range list {
			for _, c := range cuesOf(s) {
				if c.rule == r.name {
					found = append(found, s.slice(c.from, c.to))
				}
			}
		}
		if !slices.Contains(found, example.words) {
			t.Errorf("rule %s finds %q in %q, want %q", r.name, found, example.text, example.words)
		}
	}
}

func TestClassify(t *testing.T) {
	for _, test := range []struct {
		text string
		want Class
		why  string
	}{
		{"", Empty, "nothing"},
		{" \n\t", Empty, "only space"},
		{"...", Empty, "only marks"},
		{"😊", Empty, "no word"},
		{"3", Empty, "a bare score"},
		{"Score: 2", Empty, "a bare score"},
		{"see 2d", Empty, "a pointer"},
		{"N/A", Empty, "a code"},
		{"I'd say a solid 3.", Opinion, "a score in words"},
		{"4/22 hands", Evidence, "a share is no score"},
		{"No student raised a hand.", Evidence, "an absence that can be checked"},
		{"No differentiation.", Opinion, "a conclusion in the negative"},
		{`The "rapport" is forced.`, Opinion, "scare quotes"},
		{`T: "You should be proud, excellent work."`, Evidence, "a judgement inside a quotation"},
		{"T told them the work was excellent.", Evidence, "reported speech"},
		{"The work was excellent.", Opinion, "the same, as the rater's own"},
		{"She should have waited 5 seconds.", Opinion, "a number in advice"},
		{"She waited 5 seconds.", Evidence, "a measured time"},
		{"In a 7th grade class I expect more.", Opinion, "an ordinal is no count"},
		{"About half the class had the book open.", Evidence, "a hedged count"},
		{"Most of the class seemed bored.", Opinion, "a vague quantifier on a judged state"},
		{"Greets every child by name. Lovely!", Mixed, "fact and verdict"},
		{"They could draw it or act it. 9 drew, 8 acted.", Evidence, "could: what was allowed"},
		{"Ss compared strong bonds vs weak bonds", Evidence, "subject matter judges nothing"},
		{"OBJECTIVE POSTED", Evidence, "what is posted is a thing"},
		{"Learning target posted", Evidence, "the same, of a noun of the rubric"},
		{"No learning target posted.", Evidence, "and where it is denied"},
		{"Read aloud of Alexander and the Terrible, Horrible, No Good, Very Bad Day", Evidence, "a title"},
		{"Only the boys were called on, six times. Equity issue.", Mixed, "a judgement in a last clause"},
		{"Nice job sending the noise level down with a hand signal", Mixed, "praise before what was done"},
		{"110% engaged", Opinion, "more than all is no count"},
		{"10 out of 10", Opinion, "a figure of speech with numbers"},
		{"Lesson never got off the ground", Opinion, "a figure of speech with motion"},
		{"xx", Empty, "a placeholder"},
		{"see my email", Empty, "a reference"},
		{"level 2", Empty, "a level alone"},
		{"Fishbowl w/ 6 in the middle", Evidence, "an event without a verb"},
		{"Reading directions off the slide", Evidence, "an event as a gerund"},
		{"I think about 8 hands were up", Evidence, "a hedged fact"},
		{"She didn't call on the back row", Evidence, "a denied fact"},
		{"26 Qs, y/n", Evidence, "shorthand"},
		{"La maestra preguntó a seis alumnos y nadie contestó", Evidence, "Spanish"},
		{"Excelente manejo del grupo", Opinion, "Spanish"},
		{"flurble grommit zanth", Unread, "words that nobody knows"},
	} {
		if got := Classify(language.English(), test.text).Class; got != test.want {
			t.Errorf("%q is %s, want %s: %s", test.text, got, test.want, test.why)
		}
	}
}

func TestClassifyStatements(t *testing.T) {
	got := Classify(language.English(), "Great hook. 4 of 22 hands up; T waits 7 sec.")
	want := Classified{Mixed, "English", []Statement{
		{"Great hook.", Opinion, []string{"Great"}},
		{"4 of 22 hands up;", Evidence, []string{"4 of 22"}},
		{"T waits 7 sec.", Evidence, []string{"waits", "7 sec"}},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestStatements(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"sentences", "One hand. Two hands.", []string{"One hand.", "Two hands."}},
		{
			"quotation over sentences", `T: "Stop. Sit down." They sit.`,
			[]string{`T: "Stop. Sit down."`, "They sit."},
		},
		{"two quotations", `"Stop." "Sit."`, []string{`"Stop."`, `"Sit."`}},
		{
			"abbreviations", "Mr. Ade greets approx. 20 S. T waits 5 sec. Then she goes to p. 14.",
			[]string{"Mr. Ade greets approx. 20 S.", "T waits 5 sec. Then she goes to p. 14."},
		},
		{
			"lines", "- wait 7 sec\n- 4 hands\r\n\r\nThey wrote.",
			[]string{"- wait 7 sec", "- 4 hands", "They wrote."},
		},
		{"numbered list", "1) a theme\n2. A line", []string{"1) a theme", "2. A line"}},
		{"semicolon", "4 hands; weak", []string{"4 hands;", "weak"}},
		{"brackets stay", `"Why?" (x4)`, []string{`"Why?" (x4)`}},
		{"curly quotations", "“Why? How?” she asks.", []string{"“Why? How?” she asks."}},
		{
			"single quotations", "The 'why? how?' question is open.",
			[]string{"The 'why? how?' question is open."},
		},
		{
			"apostrophes are none", "The kids' work. The teachers' room.",
			[]string{"The kids' work.", "The teachers' room."},
		},
		{"stray mark", `A 5" ruler. Two of them.`, []string{`A 5" ruler.`, "Two of them."}},
		{"no words", "!!! ... ?", []string{}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := []string{}
			for _, s := range Classify(language.English(), test.text).Statements {
				got = append(got, s.Text)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestLoad reads a second language, of a few words, with the same rules.
func TestLoad(t *testing.T) {
	french, err := language.Load(fstest.MapFS{
		"observed.txt": {Data: []byte("# verbes\nlever: lève, lèvent, leva; levant, levé\n")},
		"people.txt":   {Data: []byte("élève, élèves, enseignante")},
		"verdict.txt":  {Data: []byte("excellent, excellente, faible")},
		"number.txt":   {Data: []byte("quatre=4, huit=8")},
		"function.txt": {Data: []byte("la, le, les, une")},
		"object.txt":   {Data: []byte("main")},
	}, "français", nil)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]Class{
		"Quatre élèves lèvent la main.":             Evidence,
		"Excellente leçon.":                         Opinion,
		"Huit élèves lèvent la main. Leçon faible.": Mixed,
	} {
		if got := Classify(french, text).Class; got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
	if french.Name() != "français" || language.English().Name() != "English" {
		t.Error("a language has lost its name")
	}
}

// TestClassifyOtherLanguages: what is in neither English nor Spanish is not
// read, and a word of another language within English is English.
func TestClassifyOtherLanguages(t *testing.T) {
	for _, test := range []struct{ text, language string }{
		{"Die Lehrerin fragte sechs Schüler nach der Antwort", ""},
		{"Nur vier Schüler haben sich gemeldet", ""},
		{"L'enseignante a demandé aux élèves de lire", ""},
		{"Les élèves travaillent en groupes de quatre", ""},
		{"Os alunos trabalham em grupos e a professora pergunta", ""},
		{"Gli studenti lavorano in gruppo con la scheda", ""},
		{"Elèv yo ap travay an gwoup ak fèy la", ""},
		{"Uczniowie pracują w grupach, nauczycielka nie czeka", ""},
		{"Học sinh làm việc trong nhóm và giáo viên không đợi", ""},
		{"老师问了六个学生", ""},
		{"Los alumnos trabajan en grupos de cuatro con una hoja", "Spanish"},
		{"Se les dio cinco minutos para escribir", "Spanish"},
		{"Buen ritmo y muchas preguntas", "Spanish"},
		{`Ss say "le chat" and "la table" after T in French class`, "English"},
		{"French I: Ss conjugate être on whiteboards", "English"},
		{"Den of desks at the back, 6 Ss on the rug", "English"},
	} {
		got := Classify(language.English(), test.text)
		if got.Language != test.language || (got.Class == Unread) != (test.language == "") {
			t.Errorf("%q is %q, %s; want %q", test.text, got.Language, got.Class, test.language)
		}
	}
}
