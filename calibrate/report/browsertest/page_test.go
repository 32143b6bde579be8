package browsertest

import (
	"context"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

var (
	browser context.Context
	program string
	reports string
	written = map[string]string{} // pages by sample and reading
)

func TestMain(m *testing.M) { os.Exit(run(m)) }

// run starts the browser once for all tests.
func run(m *testing.M) int {
	if _, err := Find(); err != nil {
		if os.Getenv("REPORT_BROWSER") == "" && os.Getenv("CI") == "" {
			fmt.Println("skipped:", err)
			return 0
		}
		fmt.Println(err)
		return 1
	}
	var err error
	if reports, err = os.MkdirTemp("", "calibrate-reports-"); err != nil {
		fmt.Println(err)
		return 1
	}
	defer os.RemoveAll(reports)
	if program, err = Build(reports); err != nil {
		fmt.Println(err)
		return 1
	}
	ctx, stop, err := Start(context.Background())
	if err != nil {
		fmt.Println(err)
		return 1
	}
	defer stop()
	browser = ctx
	return m.Run()
}

// look is how a page is looked at.
type look struct {
	width, height int64
	dark          bool
	paper         bool
}

// open opens a report in a page of its own. When the test ends, the page must
// have had no error and have sent no request.
func open(t *testing.T, s Sample, reading Reading, l look) context.Context {
	t.Helper()
	path, ok := written[s.Name+reading.Name]
	if !ok {
		var err error
		if path, err = s.Write(program, reports, "html", reading); err != nil {
			t.Fatal(err)
		}
		written[s.Name+reading.Name] = path
	}
	page, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	page, cancelTimeout := context.WithTimeout(page, time.Minute)
	t.Cleanup(cancelTimeout)
	var mutex sync.Mutex
	var faults []string
	add := func(format string, args ...any) {
		mutex.Lock()
		defer mutex.Unlock()
		faults = append(faults, fmt.Sprintf(format, args...))
	}
	err := chromedp.Listen(page, func(event any) {
		switch e := event.(type) {
		case *runtime.EventExceptionThrown:
			add("exception: %s", e.ExceptionDetails.Text)
		case *runtime.EventConsoleAPICalled:
			add("console: %s", e.Type)
		case *log.EventEntryAdded:
			add("%s: %s", e.Entry.Level, e.Entry.Text)
		case *network.EventRequestWillBeSent:
			if url := e.Request.URL; url != "file://"+path && !strings.HasPrefix(url, "data:") {
				add("request of %s", url)
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		mutex.Lock()
		defer mutex.Unlock()
		for _, f := range faults {
			t.Error(f)
		}
	})
	scheme, media := "light", "screen"
	if l.dark {
		scheme = "dark"
	}
	if l.paper {
		media = "print"
	}
	if l.width == 0 {
		l.width, l.height = 1280, 900
	}
	do(t, page,
		command(network.Enable, network.EnableParams{}),
		command(log.Enable, cdp.Empty{}),
		chromedp.EmulateViewport(l.width, l.height),
		command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Media: media, Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
		}),
		chromedp.Navigate("file://"+path),
	)
	return page
}

// command is an action that sends a command of the protocol.
func command[P, R any](c cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, c, params)
		return err
	})
}

// do runs actions in a page.
func do(t *testing.T, page context.Context, actions ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(page, actions...); err != nil {
		t.Fatal(err)
	}
}

// ask evaluates an expression in a page.
func ask[T any](t *testing.T, page context.Context, expression string) T {
	t.Helper()
	v, err := chromedp.Run(page, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// each runs a test on both readings of every sample.
func each(t *testing.T, test func(*testing.T, Sample, Reading)) {
	for _, s := range Samples {
		for _, reading := range Readings {
			t.Run(s.Name+" "+reading.Name, func(t *testing.T) { test(t, s, reading) })
		}
	}
}
