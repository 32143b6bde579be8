package pagetest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
)

const ours = `id: ours
name: Our rubric
scale: 1=Below,2=Basic,3=Proficient
indicators:
  - {id: A, name: Questioning, words: {1: Nobody is asked why., 3: Students ask each other why.}}
  - {id: B, name: Feedback}
`

// sheet writes a rating sheet and opens it.
func sheet(t *testing.T, flags ...string) *tab {
	t.Helper()
	return open(t, sheetFile(t, flags...))
}

// sheetFile writes a rating sheet.
func sheetFile(t *testing.T, flags ...string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "ours.yaml"), []byte(ours), 0o644); err != nil {
		t.Fatal(err)
	}
	args := append([]string{"template", "-q", "--rubric", "ours.yaml", "--lessons", "Fractions,Decimals", "-o", "sheet.html"}, flags...)
	if _, messages := output(t, dir, args...); messages != "" {
		t.Fatal(messages)
	}
	return filepath.Join(dir, "sheet.html")
}

// typed types a text where the focus is.
func (b *tab) typed(text string) {
	b.Helper()
	b.do(action(input.InsertText, input.InsertTextParams{Text: text}))
}

// fill fills in a sheet by keyboard: the name, a level of each indicator, and a
// reason with its time.
func (b *tab) fill(name string, downs int) {
	b.tabTo(`e.id === "rater"`)
	b.typed(name)
	for i := range 4 {
		b.tabTo(`e.type === "radio"`)
		b.key(" ", 32)
		for range (downs + i) % 4 { // the fourth is "not observed"
			b.key("ArrowDown", 40)
		}
		b.tabTo(`e.tagName === "TEXTAREA"`)
		b.typed("She asked \"why\", and waited; then, silence.")
		b.tabTo(`e.className === "time"`)
		b.typed("12:3" + string(rune('0'+i)))
	}
	b.tabTo(`e.type === "submit"`)
	b.key("Enter", 13)
}

// Two people fill in the same sheet, and their files are one set of ratings that
// reads without a flag.
func TestSheet(t *testing.T) {
	dir := t.TempDir()
	for i, name := range []string{"Ana Ortiz", "Bo Chen"} {
		b := sheet(t, "--video", "https://videos.example/1")
		if link := ask[string](b, `document.querySelector("section a").href`); link != "https://videos.example/1" {
			t.Errorf("the video is at %q", link)
		}
		if !strings.Contains(ask[string](b, "document.body.innerText"), "Students ask each other why.") {
			t.Error("the rubric's words are missing")
		}
		b.fill(name, i)
		b.picture("sheet")
		content := b.download("ratings " + name + ".csv")
		if err := os.WriteFile(filepath.Join(dir, name+".csv"), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	out, messages := output(t, dir, "check", "--format", "json", "Ana Ortiz.csv", "Bo Chen.csv")
	var c struct {
		OK                                      bool
		Ratings, Raters, Lessons, Indicators    int
		Layout                                  string
		NotObserved                             int `json:"not_observed"`
		Repairs, Duplicates, Blank, DroppedRows int
		Preview                                 []struct{ Reason string }
	}
	if err := json.Unmarshal([]byte(out), &c); err != nil {
		t.Fatal(err, messages)
	}
	if !c.OK || c.Ratings != 6 || c.NotObserved != 2 || c.Raters != 2 || c.Lessons != 2 || c.Indicators != 2 || c.Repairs != 0 || c.Layout != "long" {
		t.Errorf("read as %+v", c)
	}
	if want := `12:30 She asked "why", and waited; then, silence.`; len(c.Preview) == 0 || c.Preview[0].Reason != want {
		t.Errorf("the reasons are %+v", c.Preview)
	}
	if out, messages := output(t, dir, "score", "Ana Ortiz.csv", "Bo Chen.csv"); !strings.Contains(out, "2 raters") {
		t.Error(out, messages)
	}
}

// What is filled in outlives the page, for the one who did, and is erased on
// demand; a sheet without a name is not saved.
func TestSheetKeeps(t *testing.T) {
	b := sheet(t, "--raters", "Ana,Bo")
	ask[bool](b, `localStorage.clear(), true`)
	b.tabTo(`e.type === "radio"`)
	b.key(" ", 32)
	b.tabTo(`e.type === "submit"`)
	b.key("Enter", 13)
	b.await(`document.getElementById("status").textContent.includes("name is needed")`)
	if id := ask[string](b, "document.activeElement.id"); id != "rater" {
		t.Errorf("the focus is on %q", id)
	}
	choose := func(name string) {
		ask[bool](b, `(r => { r.value = "`+name+`"; r.dispatchEvent(new Event("change")); return true; })(document.getElementById("rater"))`)
	}
	choose("Ana")
	for _, again := range []struct{ name, says string }{{"Bo", "0 of 4"}, {"Ana", "1 of 4"}} {
		ask[bool](b, `window.old = true, location.reload(), true`)
		b.await(`!window.old && document.getElementById("status")?.textContent.startsWith("0 of 4")`)
		choose(again.name)
		b.await(`document.getElementById("status").textContent.startsWith("` + again.says + `")`)
	}
	ask[bool](b, `window.confirm = () => true, document.getElementById("erase").click(), true`)
	b.await(`document.getElementById("status").textContent.startsWith("0 of 4")`)
	if n := ask[int](b, `Object.keys(localStorage).filter(k => k.endsWith(" ana")).length`); n != 0 {
		t.Errorf("%d things are kept", n)
	}
}

func TestSheetAxe(t *testing.T) {
	b := sheet(t, "--raters", "Ana,Bo", "--video", "https://videos.example/1")
	b.axe("sheet")
}
