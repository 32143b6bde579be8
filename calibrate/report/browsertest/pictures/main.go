// Pictures writes the pictures of the README: the report of the walkthrough
// in a browser, as PNG, into the folder that it is given.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"github.com/cb401426/calibrate/calibrate/report/browsertest"
)

// picture is a part of the page: from the top of one section to the end of
// another.
type picture struct {
	name     string
	from, to string
	dark     bool
	width    float64 // 0 is that of the section
}

// pictures are what the README shows.
var pictures = []picture{
	{"report.png", "header", "#indicators", false, 0},
	{"report-dark.png", "header", "#indicators", true, 0},
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: go run ./pictures FOLDER")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "pictures:", err)
		os.Exit(1)
	}
}

func run(folder string) error {
	dir, err := os.MkdirTemp("", "calibrate-pictures-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	program, err := browsertest.Build(dir)
	if err != nil {
		return err
	}
	path, err := browsertest.Samples[0].Write(program, dir, "html", browsertest.Room)
	if err != nil {
		return err
	}
	browser, stop, err := browsertest.Start(context.Background())
	if err != nil {
		return err
	}
	defer stop()
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, p := range pictures {
		png, err := p.take(browser, path)
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, p.name), png, 0o644)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
	}
	return nil
}

// margin is the space around a picture, in pixels.
const margin = 14

// take opens the page and photographs the part larger than it is shown.
func (p picture) take(browser context.Context, path string) ([]byte, error) {
	tab, cancel := chromedp.NewContext(browser)
	defer cancel()
	scheme := "light"
	if p.dark {
		scheme = "dark"
	}
	if err := chromedp.Do(tab,
		chromedp.EmulateViewport(1240, 900, chromedp.EmulateScale(1.5)),
		chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
			_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
				Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
			})
			return err
		}),
		chromedp.Navigate("file://"+path),
	); err != nil {
		return nil, err
	}
	box, err := chromedp.Run(tab, chromedp.Evaluate[map[string]float64](fmt.Sprintf(`(() => {
		const from = document.querySelector(%q).getBoundingClientRect();
		const to = document.querySelector(%q).getBoundingClientRect();
		return {x: Math.min(from.x, to.x), y: from.y + scrollY, width: from.right - from.x, height: to.bottom - from.y};
	})()`, p.from, p.to)))
	if err != nil {
		return nil, err
	}
	if box["height"] <= 0 {
		return nil, errors.New("there is nothing between the sections")
	}
	if p.width > 0 {
		box["width"] = p.width
	}
	return p.clip(tab, box)
}

// clip photographs a part of the page.
func (p picture) clip(tab context.Context, box map[string]float64) (png []byte, err error) {
	beyond := true // what is not on the screen
	err = chromedp.Do(tab, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		result, err := cdp.Call(ctx, t, page.CaptureScreenshot, page.CaptureScreenshotParams{
			Format: page.CaptureScreenshotFormatPng, CaptureBeyondViewport: &beyond,
			Clip: &page.Viewport{
				X: max(box["x"]-margin, 0), Y: max(box["y"]-margin, 0),
				Width: box["width"] + 2*margin, Height: box["height"] + 2*margin, Scale: 1,
			},
		})
		png = result.Data
		return err
	}))
	return png, err
}
