package pagetest

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// fox is Firefox, driven by Marionette, the protocol that is built into it: a
// length, a colon, and [0, id, command, parameters] or [1, id, error, result].
// https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
type fox struct {
	*testing.T
	conn  net.Conn
	in    *bufio.Reader
	id    int
	saved string
}

// startFox starts Firefox with a profile of its own; the test is skipped where
// there is none.
func startFox(t *testing.T) *fox {
	path, err := exec.LookPath("firefox-esr")
	if err != nil {
		if path, err = exec.LookPath("firefox"); err != nil {
			t.Skip("no Firefox")
		}
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := listener.Addr().(*net.TCPAddr).Port
	listener.Close()
	f := &fox{T: t, saved: t.TempDir()}
	profile := t.TempDir()
	settings := fmt.Sprintf(`user_pref("marionette.port", %d);
user_pref("browser.download.folderList", 2);
user_pref("browser.download.dir", %q);
user_pref("browser.download.always_ask_before_handling_new_types", false);
user_pref("browser.helperApps.neverAsk.saveToDisk", "text/csv,text/html,application/json,application/zip");
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("app.update.enabled", false);
`, port, f.saved)
	if err := os.WriteFile(filepath.Join(profile, "user.js"), []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
	browser := exec.Command(path, "--headless", "--marionette", "--no-remote", "--profile", profile, "about:blank")
	browser.Env = append(os.Environ(), "HOME="+profile, "MOZ_HEADLESS=1")
	if err := browser.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		f.call("Marionette:Quit", map[string]any{"flags": []string{"eForceQuit"}})
		_ = browser.Process.Kill()
		_ = browser.Wait()
	})
	f.connect(port)
	return f
}

func (f *fox) connect(port int) {
	for began := time.Now(); ; time.Sleep(200 * time.Millisecond) {
		conn, err := net.Dial("tcp", "127.0.0.1:"+strconv.Itoa(port))
		if err == nil {
			f.conn, f.in = conn, bufio.NewReader(conn)
			f.receive() // who is there
			f.call("WebDriver:NewSession", map[string]any{"capabilities": map[string]any{}})
			return
		}
		if time.Since(began) > time.Minute {
			f.Fatal(err)
		}
	}
}

// receive reads one message.
func (f *fox) receive() []byte {
	length, err := f.in.ReadString(':')
	if err != nil {
		f.Error(err)
		return nil
	}
	n, _ := strconv.Atoi(strings.TrimSuffix(length, ":"))
	message := make([]byte, n)
	if _, err := io.ReadFull(f.in, message); err != nil {
		f.Error(err)
	}
	return message
}

// call sends a command and returns its result.
func (f *fox) call(command string, parameters map[string]any) json.RawMessage {
	f.Helper()
	f.id++
	message, _ := json.Marshal([]any{0, f.id, command, parameters})
	fmt.Fprintf(f.conn, "%d:%s", len(message), message)
	var answer []json.RawMessage
	if err := json.Unmarshal(f.receive(), &answer); err != nil || len(answer) != 4 {
		return nil // it has quit
	}
	if string(answer[2]) != "null" {
		f.Fatalf("%s: %s", command, answer[2])
	}
	return answer[3]
}

// ask evaluates a script that returns a text.
func (f *fox) ask(script string) string {
	f.Helper()
	var result struct{ Value any }
	if err := json.Unmarshal(f.call("WebDriver:ExecuteScript", map[string]any{"script": script, "args": []any{}}), &result); err != nil {
		f.Fatal(err)
	}
	return fmt.Sprint(result.Value)
}

func (f *fox) await(expression, words string) {
	f.Helper()
	for began := time.Now(); !strings.Contains(f.ask("return "+expression), words); time.Sleep(100 * time.Millisecond) {
		if time.Since(began) > 2*time.Minute {
			f.Fatalf("never %q; the page says %q", words, f.ask("return document.body.innerText.slice(0, 2000)"))
		}
	}
}

// choose gives a file to the page, as its dialog does.
func (f *fox) choose(path string) {
	f.Helper()
	var found struct{ Value map[string]string }
	_ = json.Unmarshal(f.call("WebDriver:FindElement", map[string]any{"using": "css selector", "value": "#choose"}), &found)
	for _, id := range found.Value {
		f.call("WebDriver:ElementSendKeys", map[string]any{"id": id, "text": path})
	}
}

func (f *fox) press(words string) {
	f.Helper()
	f.await(fmt.Sprintf(`(e => e ? (e.click(), "pressed") : "")([...document.querySelectorAll("button")].find(e => e.textContent.includes(%q)))`, words), "pressed")
}

func (f *fox) download(name string) string {
	f.Helper()
	for began := time.Now(); time.Since(began) < time.Minute; time.Sleep(100 * time.Millisecond) {
		if content, err := os.ReadFile(filepath.Join(f.saved, name)); err == nil && len(content) > 0 {
			return string(content)
		}
	}
	f.Fatalf("%s was not saved", name)
	return ""
}

// The page in Firefox: a wrong file, a doubt that is settled, a report, saved.
func TestFirefox(t *testing.T) {
	f := startFox(t)
	dir := t.TempDir()
	for name, content := range map[string]string{"poem.txt": "Shall I compare thee\nto a summer's day?\n", "twice.csv": twice} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	f.call("WebDriver:Navigate", map[string]any{"url": "file://" + pageFile})
	f.choose(filepath.Join(dir, "poem.txt"))
	f.await(`document.getElementById("problems").innerText`, "poem.txt")
	f.press("Remove")
	f.choose(filepath.Join(dir, "twice.csv"))
	f.press("--duplicates highest")
	f.await(framed, "Calibration report")
	f.press("Remove")
	sample, err := filepath.Abs(walkthrough)
	if err != nil {
		t.Fatal(err)
	}
	f.choose(sample)
	f.await(framed, "PARTLY ALIGNED")
	f.press("Save the data")
	if want, _ := output(t, filepath.Dir(walkthrough), "score", "--format", "json", "walkthrough.csv"); !alike(f.download("report.json"), want) {
		t.Error("the data are not the command's")
	}
	f.press("Vote again")
	f.await(`document.getElementById("panel").innerText`, "count the hands")
}

// The rating sheet in Firefox.
func TestFirefoxSheet(t *testing.T) {
	f := startFox(t)
	f.call("WebDriver:Navigate", map[string]any{"url": "file://" + sheetFile(t)})
	f.ask(`for (const e of document.querySelectorAll("input[value='2 - Basic']")) e.click();
		const rater = document.getElementById("rater"); rater.value = "Ana"; rater.dispatchEvent(new Event("change")); return "";`)
	f.press("Save the ratings")
	if saved := f.download("ratings Ana.csv"); strings.Count(saved, "Ana,") != 4 || strings.Count(saved, "2 - Basic") != 4 {
		t.Errorf("saved %q", saved)
	}
}
