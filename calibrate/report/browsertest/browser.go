package browsertest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/chromedp/chromedp"
)

// names are the browsers that are looked for.
var names = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"}

// ErrNoBrowser says that there is no browser.
var ErrNoBrowser = errors.New("no browser: install chromium, or name one in REPORT_BROWSER")

// Find returns the path of the browser.
func Find() (string, error) {
	if path := os.Getenv("REPORT_BROWSER"); path != "" {
		return exec.LookPath(path)
	}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", ErrNoBrowser
}

// flags keep the browser quiet: nothing of its own goes over the network.
var flags = []string{
	"no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "no-default-browser-check",
	"disable-background-networking", "disable-component-update", "disable-sync",
	"disable-extensions", "disable-default-apps", "hide-scrollbars", "mute-audio",
}

// Start starts the browser with an empty profile. The function ends it.
func Start(ctx context.Context) (context.Context, func(), error) {
	path, err := Find()
	if err != nil {
		return nil, nil, err
	}
	profile, err := os.MkdirTemp("", "calibrate-browser-")
	if err != nil {
		return nil, nil, err
	}
	options := []chromedp.ExecAllocatorOption{chromedp.ExecPath(path), chromedp.Headless, chromedp.UserDataDir(profile)}
	for _, name := range flags {
		options = append(options, chromedp.Flag(name, true))
	}
	allocator, cancelAllocator := chromedp.NewExecAllocator(ctx, options...)
	browser, cancelBrowser := chromedp.NewContext(allocator)
	stop := func() {
		cancelBrowser()
		cancelAllocator()
		os.RemoveAll(profile)
	}
	if err := chromedp.Do(browser); err != nil {
		stop()
		return nil, nil, fmt.Errorf("%s does not start: %w", path, err)
	}
	return browser, stop, nil
}

// Build builds calibrate into a folder and returns its path.
func Build(dir string) (string, error) {
	path := filepath.Join(dir, "calibrate")
	cmd := exec.Command("go", "build", "-o", path, "./cmd/calibrate")
	cmd.Dir = root
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	return filepath.Abs(path)
}

// root is the main module's folder.
const root = "../../.."
