package sweep

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/cb401426/calibrate/stats/text/language"
)

func TestSweep(t *testing.T) {
	known := []string{"Marisol Quintero", "Osei, Harold", "Will Park", "Dr. Ana O'Neil", "j.tully@x.example"}
	sweeper := NewSweeper(language.English(), known, []string{"the brisk protocol of the day"})
	for _, test := range []struct {
		name, text, want string
		names, emails    int
	}{
		{"nothing", "T asks S why.", "T asks S why.", 0, 0},
		{"empty", "", "", 0, 0},
		{"full name counts once", "Marisol Quintero said so", "[name] said so", 1, 0},
		{"part of a name", "as Quintero's notes say", "as [name]'s notes say", 1, 0},
		{"curly possessive", "Quintero’s notes", "[name]’s notes", 1, 0},
		{"surname first", "ask Harold", "ask [name]", 1, 0},
		{"known, all capitals", "ask HAROLD", "ask [name]", 1, 0},
		{"known, in lower case", "quintero saw it", "[name] saw it", 1, 0},
		{"a name that is a word", "Will she ask? I asked Will.", "Will she ask? I asked [name].", 1, 0},
		{"apostrophe", "O'Neil was there", "[name] was there", 1, 0},
		{"part of an address", "Tully and I", "[name] and I", 1, 0},
		{"student in a sentence", "then Zorblatt answers", "then [name] answers", 1, 0},
		{"student at its start", "Mateo reads.", "[name] reads.", 1, 0},
		{"unknown at its start", "Zorblatt reads.", "Zorblatt reads.", 0, 0},
		{"initial", "then Bea K. reads", "then [name]. reads", 1, 0},
		{"two in a row", "Bea and Leo", "[name] and [name]", 2, 0},
		{"after a title", "Mr. Green and Ms Day", "Mr. [name] and Ms [name]", 2, 0},
		{"days and months", "on Monday in May", "on Monday in May", 0, 0},
		{"days in the plural", "notes on Fridays and Mondays", "notes on Fridays and Mondays", 0, 0},
		{"subjects and tools", "in English on a Chromebook", "in English on a Chromebook", 0, 0},
		{"places", "the Nile in Egypt", "the Nile in Egypt", 0, 0},
		{"acronyms", "the ELA and PE teachers use IXL", "the ELA and PE teachers use IXL", 0, 0},
		{"mixed case", "on the SmartBoard", "on the SmartBoard", 0, 0},
		{"ordinary word", "the Timer ran", "the Timer ran", 0, 0},
		{"word of the file", "a Brisk start", "a Brisk start", 0, 0},
		{"Title Case", "Quibble Frobnicate Zorblatt Done", "Quibble Frobnicate Zorblatt Done", 0, 0},
		{"code", "see 3b and S1", "see 3b and S1", 0, 0},
		{"address", "to ana.b+c@mail.x.example.", "to [e-mail].", 0, 1},
		{"two addresses", "a@b.co,c@d.org", "[e-mail],[e-mail]", 0, 2},
		{"no address", "2 @ 5, @home, a@b", "2 @ 5, @home, a@b", 0, 0},
		{"no capitals in the script", "שלום 你好", "שלום 你好", 0, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := sweeper.Sweep(test.text)
			if want := (Swept{Text: test.want, Names: test.names, Emails: test.emails}); got != want {
				t.Errorf("got %+v, want %+v", got, want)
			}
		})
	}
}

func TestSweepTwice(t *testing.T) {
	sweeper := NewSweeper(language.English(), []string{"Ana Ortiz"}, nil)
	word := rapid.SampledFrom([]string{
		"Ana", "Ortiz", "Mateo", "Zorblatt", "the", "T", "asks", "a@b.co", "Mr", ".", ",", `"`, "\n", "K", "O’Neil’s",
	})
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for _, w := range rapid.SliceOf(word).Draw(t, "words") {
			text += w + " "
		}
		once := sweeper.Sweep(text)
		if twice := sweeper.Sweep(once.Text); twice.Names > 0 && twice.Text == once.Text || twice.Emails > 0 {
			t.Fatalf("%q is swept again: %q", once.Text, twice.Text)
		}
	})
}
