package pagetest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

const walkthrough = root + "/testdata/samples/walkthrough.csv"

// output is what the command prints in a folder, and what it says.
func output(t *testing.T, dir string, args ...string) (string, string) {
	t.Helper()
	var messages strings.Builder
	c := exec.Command(program, args...)
	c.Dir, c.Stderr = dir, &messages
	out, err := c.Output()
	if _, exited := err.(*exec.ExitError); err != nil && !exited {
		t.Fatal(err)
	}
	return string(out), messages.String()
}

// The page is ready and the first report there in a time that people wait for.
// docs/performance.md has what it takes where nothing else runs; here only what
// would be a fault on a busy machine too is one.
func TestTimes(t *testing.T) {
	ratings := filepath.Join(t.TempDir(), "ratings.csv")
	if out, messages := output(t, ".", "simulate", "--raters", "25", "--lessons", "1", "--indicators", "22", "--reasons", "-o", ratings); messages != "" {
		t.Fatal(out, messages)
	}
	for _, when := range []string{"at once", "when the program is warm"} {
		began := time.Now()
		b := open(t, pageFile)
		b.await(`program.offers`)
		t.Logf("loaded in %v", time.Since(began))
		if when != "at once" {
			b.await(`program.warmer?.ended`)
		}
		began = time.Now()
		b.drop(read(t, ratings))
		b.await(framed)
		t.Logf("dropped %s, the first report after %v", when, time.Since(began))
	}
	if info, err := os.Stat(pageFile); err != nil || info.Size() > 8_000_000 {
		t.Errorf("the page has %d bytes: %v", info.Size(), err)
	}
}

// A file is dropped, and the page for the room and every other tab are there.
func TestDrop(t *testing.T) {
	b := open(t, pageFile)
	b.drop(read(t, walkthrough))
	b.await(framed + `.includes("PARTLY ALIGNED")`)
	b.picture("room")
	for _, tab := range [][2]string{
		{"Agenda", "Find in the video"}, {"Full report", "R1"}, {"What was read", "84 ratings by 9 raters"}, {"Vote again", "count the hands"},
	} {
		b.press(tab[0])
		b.await(panel + `.includes("` + tab[1] + `")`)
		b.picture(strings.ToLower(strings.ReplaceAll(tab[0], " ", "-")))
	}
}

const panel = `(document.getElementById("panel").innerText + ` + framed + `)`

// The built-in sample is the first report of a newcomer.
func TestSample(t *testing.T) {
	b := open(t, pageFile)
	b.press("Try it on a sample")
	b.await(framed + `.includes("PARTLY ALIGNED")`)
}

const twice = "rater,lesson,indicator,score\nAna,L1,3b,2\nAna,L1,3b,4\nBo,L1,3b,3\nAna,L1,3c,1\nBo,L1,3c,2\n"

// A doubt is shown with its choices, and nothing is computed; a click settles it.
func TestDoubt(t *testing.T) {
	b := open(t, pageFile)
	b.drop(text("twice.csv", twice))
	b.await(`!document.getElementById("doubts").hidden`)
	b.picture("doubt")
	if !ask[bool](b, `document.getElementById("results").hidden`) {
		t.Error("results beside a doubt")
	}
	find := `[...document.querySelectorAll("#problems button")].find(e => e.textContent.includes("--duplicates highest"))`
	ask[bool](b, find+".click(), true")
	b.await(framed)
	if same := ask[string](b, `document.getElementById("same").textContent`); !strings.Contains(same, "calibrate score --duplicates highest twice.csv") {
		t.Errorf("the command line is %q", same)
	}
}

// Wrong files are refused with a reason, and a right one is read after them.
func TestWrongFile(t *testing.T) {
	b := open(t, pageFile)
	for name, content := range map[string]string{"picture.png": "\x89PNG\r\n\x1a\n\x00\x00", "empty.csv": "", "poem.txt": "Shall I compare thee\nto a summer's day?\n"} {
		b.drop(text(name, content))
		b.await(`document.getElementById("problems").innerText.includes("` + name + `")`)
		b.press("Remove")
		b.await(`document.getElementById("doubts").hidden`)
	}
	b.drop(read(t, walkthrough))
	b.await(framed + `.includes("PARTLY ALIGNED")`)
}

// What is saved is what the command writes.
func TestDownloads(t *testing.T) {
	b := open(t, pageFile)
	b.drop(read(t, walkthrough))
	b.await(framed)
	samples := filepath.Dir(walkthrough)
	b.press("Save as a page")
	if want, _ := output(t, samples, "score", "--format", "html", "walkthrough.csv"); rounded(string(b.download("report.html"))) != rounded(want) {
		t.Error("the page is not the command's")
	}
	b.press("Save the data")
	if want, _ := output(t, samples, "score", "--format", "json", "walkthrough.csv"); !alike(string(b.download("report.json")), want) {
		t.Error("the data are not the command's")
	}
	b.press("Save as a workbook")
	if want, _ := output(t, samples, "score", "--format", "xlsx", "walkthrough.csv"); string(b.download("report.xlsx")) != want {
		t.Error("the workbook is not the command's")
	}
	b.press("Who is who")
	if key := string(b.download("who-is-who.csv")); strings.Count(key, "\n") != 10 {
		t.Errorf("the key is %q", key)
	}
	b.press("Private sheets")
	content := b.download("private-sheets.zip")
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil || len(z.File) != 9 {
		t.Fatalf("%v: %v", z, err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		page, err := io.ReadAll(r) // which checks the sum
		if err != nil || !bytes.HasPrefix(page, []byte("<!DOCTYPE html>")) {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

// Print prints the page that is shown, and nothing of what is around it.
func TestPrint(t *testing.T) {
	b := open(t, pageFile)
	b.drop(read(t, walkthrough))
	b.await(framed)
	ask[bool](b, `document.querySelector("#panel iframe").contentWindow.print = () => { window.printed = true; }, true`)
	b.press("Print")
	b.await(`window.printed`)
}

// Standard, groups, names and the words of the levels are changed in place.
func TestChanges(t *testing.T) {
	b := open(t, pageFile)
	b.drop(read(t, walkthrough))
	b.await(framed)
	ask[bool](b, `(() => {
		document.getElementById("standard").value = "kansas";
		document.getElementById("by").value = "role";
		document.getElementById("names").checked = true;
		document.querySelector("#levels input").value = "Not yet";
		document.getElementById("settings").requestSubmit();
		return true;
	})()`)
	b.await(framed + `.includes("Not yet")`)
	want, _ := output(t, filepath.Dir(walkthrough), "score", "--scale", "1=Not yet,2=Basic,3=Proficient,4=Distinguished",
		"--standard", "kansas", "--by", "role", "--names", "--full", "--format", "html", "walkthrough.csv")
	b.press("Full report")
	b.await(framed + `.includes("role")`)
	if got := ask[string](b, `document.querySelector("#panel iframe").srcdoc`); rounded(got) != rounded(want) {
		t.Error("the page is not the command's")
	}
	b.press("Take back all changes")
	b.await(framed + `.includes("Unsatisfactory")`)
}

// Agreed scores stand beside the ratings in a file of their own, and are taken
// back with the other changes.
func TestMaster(t *testing.T) {
	key := "lesson,indicator,score\nGrade 5 fractions,3b,2\nGrade 5 fractions,3d,3\n"
	dir := t.TempDir()
	ratings, err := os.ReadFile(walkthrough)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{"walkthrough.csv": ratings, "agreed-key.csv": []byte(key)} {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	b := open(t, pageFile)
	b.drop(read(t, walkthrough))
	b.await(framed)
	ask[bool](b, `(() => {
		const files = new DataTransfer(), input = document.getElementById("master");
		files.items.add(new File([`+strconv.Quote(key)+`], "key.csv"));
		input.files = files.files;
		input.dispatchEvent(new Event("change"));
		return true;
	})()`)
	b.await(`document.getElementById("same").textContent.includes("--master agreed-key.csv")`)
	b.press("Full report")
	b.await(framed + `.includes("agreed")`)
	want, messages := output(t, dir, "score", "--master", "agreed-key.csv", "--full", "--format", "html", "walkthrough.csv")
	if got := ask[string](b, `document.querySelector("#panel iframe").srcdoc`); rounded(got) != rounded(want) {
		t.Errorf("the page is not the command's %s", messages)
	}
	b.press("Take back all changes")
	b.await(`!document.getElementById("same").textContent.includes("--master")`)
}

// A survey opens as one.
func TestSurvey(t *testing.T) {
	b := open(t, pageFile)
	b.drop(read(t, root+"/testdata/samples/13_tensions_now_should.csv"))
	b.await(framed)
	want, _ := output(t, filepath.Dir(walkthrough), "survey", "--format", "html", "13_tensions_now_should.csv")
	if got := ask[string](b, `document.querySelector("#panel iframe").srcdoc`); rounded(got) != rounded(want) {
		t.Error("the page is not the command's")
	}
}

// Votes after the talk stand beside those before it, and the decisions are saved.
func TestVoteAgain(t *testing.T) {
	b := open(t, pageFile)
	b.drop(read(t, walkthrough))
	b.await(framed)
	b.press("Vote again")
	b.await(`document.querySelectorAll("#panel input[type=number]").length >= 4`)
	// 3d, where two said Unsatisfactory, three Basic, three Proficient and one
	// Distinguished: 7 of 36 pairs agree; then eight Basic and one Proficient: 28.
	ask[bool](b, `(() => {
		const inputs = document.querySelectorAll("#panel section:first-of-type input[type=number]");
		[0, 8, 1, 0].forEach((n, i) => { inputs[i].value = n; inputs[i].oninput(); });
		const agreed = document.querySelector("#panel select");
		agreed.value = "2"; agreed.onchange();
		const wording = document.querySelectorAll("#panel input[type=text]")[1];
		wording.value = "=checks, before the exit"; wording.oninput();
		return true;
	})()`)
	b.await(panel + `.includes("19% of the time; now 78%")`)
	b.picture("voted")
	b.press("Save the decisions")
	saved := b.download("decisions.csv")
	want := `,Grade 5 fractions,3d,Using Assessment in Instruction,2|3,"1: 2, 2: 3, 3: 3, 4: 1","2: 8, 3: 1",2,,"'=checks, before the exit",,,,`
	if !strings.Contains(string(saved), want) {
		t.Errorf("the decisions are %q", saved)
	}
	// The command reads them, for the next meeting.
	samples, err := filepath.Abs(filepath.Dir(walkthrough))
	if err != nil {
		t.Fatal(err)
	}
	out, messages := output(t, b.saved, "agenda", "--decisions", "decisions.csv", filepath.Join(samples, "walkthrough.csv"))
	if messages != "" || !strings.Contains(out, "checks, before the exit") {
		t.Errorf("%s\n%s", out, messages)
	}
}

// A hundred thousand rows, 20 MB, are read while the page stays awake.
func TestLarge(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes most of a minute")
	}
	const rows, raters = 100_000, 100
	b := open(t, pageFile)
	b.await(`program.offers`)
	ask[bool](b, fmt.Sprintf(`(() => {
		const lines = ["rater,lesson,indicator,score,reason"];
		const reason = "The teacher asked why, waited, and three students at the back answered in turn. ".repeat(2);
		for (let i = 0; i < %d; i++) {
			const rater = i %% %d, item = Math.floor(i / %[2]d);
			lines.push(["rater " + rater, "lesson " + Math.floor(item / 20), "2" + "abcdefghijklmnopqrst"[item %% 20], 1 + (item + rater * rater) %% 4, '"' + reason + i + '"'].join(","));
		}
		const content = lines.join("\n");
		window.size = content.length;
		window.longest = 0;
		let last = performance.now();
		setInterval(() => { const now = performance.now(); window.longest = Math.max(window.longest, now - last); last = now; }, 10);
		add([new File([content], "large.csv")]);
		return true;
	})()`, rows, raters))
	if size := ask[int](b, "window.size"); size < 18_000_000 {
		t.Errorf("only %d bytes", size)
	}
	took := b.within(8*time.Minute, framed)
	longest := ask[float64](b, "window.longest")
	t.Logf("%d rows in %v, the page away for %.0f ms at most", rows, took, longest)
	if longest > 3000 {
		t.Error("the page froze")
	}
}

// Everything is reached and done by keyboard.
func TestKeyboard(t *testing.T) {
	b := open(t, pageFile)
	b.await(`program.offers`)
	b.tabTo(`e.id === "sample"`)
	b.key("Enter", 13)
	b.await(framed)
	b.tabTo(`e.tagName === "SUMMARY"`)
	b.key("Enter", 13)
	b.tabTo(`e.id === "names"`)
	b.key(" ", 32)
	b.tabTo(`e.type === "submit"`)
	b.key("Enter", 13)
	b.await(`document.getElementById("same").textContent.includes("--names")`)
	b.await(framed)
	b.tabTo(`e.role === "tab"`)
	b.key("ArrowRight", 39)
	b.await(framed + `.includes("Find in the video")`)
	if id := ask[string](b, "document.activeElement.id"); id != "tab-agenda" {
		t.Errorf("the focus is on %q", id)
	}
}

// No fault of accessibility, before a file is there, with a doubt, and in each
// tab.
func TestAxe(t *testing.T) {
	b := open(t, pageFile)
	b.axe("empty")
	b.drop(text("twice.csv", twice))
	b.await(`!document.getElementById("doubts").hidden`)
	b.axe("doubt")
	b.press("Remove")
	b.drop(read(t, walkthrough))
	b.await(framed)
	ask[bool](b, `document.querySelector("details").open = true`)
	b.axe("room")
	for _, tab := range []string{"Vote again", "What was read"} {
		b.press(tab)
		b.await(`document.querySelector("#panel table")`)
		b.axe(tab)
	}
}
