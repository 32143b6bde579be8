// Package pagetest drives the page that holds the whole program, and the rating
// sheet, in a real browser, opened from disk as people open them.
package pagetest

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"github.com/cb401426/calibrate/calibrate/report/browsertest"
)

// root is the main module's folder.
const root = "../../../.."

var (
	chromium context.Context
	work     string // a folder for what the tests write
	program  string // the command
	pageFile string // the page
)

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	if _, err := browsertest.Find(); err != nil {
		fmt.Println(err)
		if os.Getenv("CI") == "" {
			return 0
		}
		return 1
	}
	stop, err := prepare()
	if err != nil {
		fmt.Println(err)
		return 1
	}
	defer stop()
	return m.Run()
}

// prepare builds the command and the page, and starts the browser. Both can be
// given, as built before: PAGE_TEST_PROGRAM and PAGE_TEST_FILE.
func prepare() (func(), error) {
	var err error
	if work, err = os.MkdirTemp("", "calibrate-page-"); err != nil {
		return nil, err
	}
	if program = os.Getenv("PAGE_TEST_PROGRAM"); program == "" {
		program = filepath.Join(work, "calibrate")
		err = command(root, "go", "build", "-trimpath", "-o", program, "./cmd/calibrate")
	}
	if pageFile = os.Getenv("PAGE_TEST_FILE"); pageFile == "" {
		pageFile = filepath.Join(work, "calibrate.html")
		err = errors.Join(err, command(filepath.Join(root, "cmd/tools"), "go", "run", "./web", "-to", pageFile))
	}
	if err != nil {
		return nil, err
	}
	ctx, stop, err := browsertest.Start(context.Background())
	if err != nil {
		return nil, err
	}
	chromium = ctx
	return func() { stop(); os.RemoveAll(work) }, nil
}

func command(dir string, name string, args ...string) error {
	c := exec.Command(name, args...)
	c.Dir = dir
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", name, err, out)
	}
	return nil
}

// tab is a page of the browser, and the folder that it saves to.
type tab struct {
	*testing.T
	page  context.Context
	saved string
}

// open opens a file from disk. When the test ends, the page must have had no
// error and have asked nothing of the network, nor the disk.
func open(t *testing.T, path string) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(chromium)
	t.Cleanup(cancel)
	ctx, cancelTimeout := context.WithTimeout(ctx, 10*time.Minute)
	t.Cleanup(cancelTimeout)
	b := &tab{t, ctx, t.TempDir()}
	b.listen(path)
	b.do(
		action(network.Enable, network.EnableParams{}),
		action(log.Enable, cdp.Empty{}),
		action(browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{Behavior: "allow", DownloadPath: b.saved}),
		chromedp.EmulateViewport(1280, 1000),
		chromedp.Navigate("file://"+path),
	)
	return b
}

// listen notes what must not be.
func (b *tab) listen(path string) {
	var mutex sync.Mutex
	var faults []string
	add := func(format string, args ...any) {
		mutex.Lock()
		defer mutex.Unlock()
		faults = append(faults, fmt.Sprintf(format, args...))
	}
	err := chromedp.Listen(b.page, func(event any) {
		switch e := event.(type) {
		case *runtime.EventExceptionThrown:
			add("exception: %s %v", e.ExceptionDetails.Text, e.ExceptionDetails.Exception)
		case *log.EventEntryAdded:
			add("%s: %s", e.Entry.Level, e.Entry.Text)
		case *network.EventRequestWillBeSent:
			url := e.Request.URL
			if url != "file://"+path && !strings.HasPrefix(url, "data:") && !strings.HasPrefix(url, "blob:") && url != "about:srcdoc" {
				add("request of %s", url)
			}
		}
	})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		mutex.Lock()
		defer mutex.Unlock()
		for _, f := range faults {
			b.Error(f)
		}
	})
}

// action is an action that sends a command of the protocol.
func action[P, R any](c cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, c, params)
		return err
	})
}

func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.page, actions...); err != nil {
		b.Fatal(err)
	}
}

// ask evaluates an expression in a page.
func ask[T any](b *tab, expression string) T {
	b.Helper()
	v, err := chromedp.Run(b.page, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.Fatalf("%s: %v", expression, err)
	}
	return v
}

// await waits until an expression is true, and returns how long it took.
func (b *tab) await(expression string) time.Duration {
	b.Helper()
	return b.within(time.Minute, expression)
}

// within waits no longer than that.
func (b *tab) within(longest time.Duration, expression string) time.Duration {
	b.Helper()
	began := time.Now()
	for !ask[bool](b, "Boolean("+expression+")") {
		if time.Since(began) > longest {
			b.Fatalf("never: %s; the page says %q", expression, ask[string](b, "document.body.innerText.slice(0, 3000)"))
		}
		time.Sleep(20 * time.Millisecond)
	}
	return time.Since(began)
}

// file is a file to drop.
type file struct {
	Name    string `json:"name"`
	Content string `json:"content"` // base64
}

func read(t *testing.T, path string) file {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return file{filepath.Base(path), base64.StdEncoding.EncodeToString(content)}
}

// text is a file of a text.
func text(name, content string) file {
	return file{name, base64.StdEncoding.EncodeToString([]byte(content))}
}

// drop drops files on the page.
func (b *tab) drop(files ...file) {
	b.Helper()
	list, err := json.Marshal(files)
	if err != nil {
		b.Fatal(err)
	}
	ask[bool](b, `(() => {
		const data = new DataTransfer();
		for (const f of `+string(list)+`) data.items.add(new File([Uint8Array.from(atob(f.content), c => c.charCodeAt(0))], f.name));
		document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
		return true;
	})()`)
}

// framed is the text of the page that is shown in the frame.
const framed = `(document.querySelector("#panel iframe")?.contentDocument?.body?.innerText ?? "")`

// press clicks the button that begins with some words.
func (b *tab) press(words string) {
	b.Helper()
	find := fmt.Sprintf(`[...document.querySelectorAll("button")].find(e => e.textContent.trim().startsWith(%q))`, words)
	b.await(find)
	ask[bool](b, find+".click(), true")
}

// key presses a key, and lets it go.
func (b *tab) key(name string, code int) {
	b.Helper()
	typed := ""
	if len(name) == 1 {
		typed = name
	} else if name == "Enter" {
		typed = "\r"
	}
	b.do(
		action(input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: "keyDown", Key: name, Code: name, Text: typed, WindowsVirtualKeyCode: int64(code)}),
		action(input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: "keyUp", Key: name, Code: name, WindowsVirtualKeyCode: int64(code)}),
	)
}

// tabTo presses Tab until an element has the focus.
func (b *tab) tabTo(is string) {
	b.Helper()
	for range 60 {
		b.key("Tab", 9)
		if ask[bool](b, `(e => `+is+`)(document.activeElement)`) {
			return
		}
	}
	b.Fatalf("Tab never comes to %s", is)
}

// axe reports what axe-core finds on the page, outside of frames.
func (b *tab) axe(when string) {
	b.Helper()
	ask[bool](b, browsertest.Axe+"; true")
	type fault struct {
		ID, Impact, Help string
		Nodes            []string
	}
	for _, f := range ask[[]fault](b, strings.Replace(browsertest.AxeFaults, "axe.run(document,", "axe.run({exclude: [['iframe']]},", 1)) {
		b.Errorf("%s: %s (%s): %s: %q", when, f.ID, f.Impact, f.Help, f.Nodes)
	}
}

// download waits for a file that is saved.
func (b *tab) download(name string) []byte {
	b.Helper()
	path := filepath.Join(b.saved, name)
	for began := time.Now(); time.Since(began) < time.Minute; time.Sleep(20 * time.Millisecond) {
		if content, err := os.ReadFile(path); err == nil {
			return content
		}
	}
	b.Fatalf("%s was not saved; the page says %q", name, ask[string](b, `document.getElementById("status").textContent`))
	return nil
}

// picture writes what the page looks like to a folder, where PICTURES names one.
func (b *tab) picture(name string) {
	dir := os.Getenv("PICTURES")
	if dir == "" {
		return
	}
	err := chromedp.Do(b.page, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		shot, err := cdp.Call(ctx, target, page.CaptureScreenshot, page.CaptureScreenshotParams{})
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(dir, name+".png"), shot.Data, 0o644)
	}))
	if err != nil {
		b.Error(err)
	}
}
