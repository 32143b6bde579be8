// Web makes the page: one file that holds the program, compiled to WebAssembly,
// and is opened from disk without a server.
//
//	go run -C cmd/tools ./web -to ../../dist/calibrate.html
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// root is the project's folder.
const root = "../.."

// mostBytes is how large the page may be.
const mostBytes = 8_000_000

func main() {
	to := flag.String("to", "../../dist/calibrate.html", "the file to write")
	flag.Parse()
	if err := run(*to); err != nil {
		fmt.Fprintln(os.Stderr, "web:", err)
		os.Exit(1)
	}
}

func run(to string) error {
	program, err := compiled()
	if err != nil {
		return err
	}
	parts, err := gather(program)
	if err != nil {
		return err
	}
	var page bytes.Buffer
	if err := parts.write(&page); err != nil {
		return err
	}
	if page.Len() > mostBytes {
		return fmt.Errorf("the page has %d bytes, more than %d", page.Len(), mostBytes)
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	fmt.Printf("%s: %d bytes\n", to, page.Len())
	return os.WriteFile(to, page.Bytes(), 0o644)
}

// inlined are the packages that work is spent in. Without inlining the others
// the program is a tenth smaller when packed.
var inlined = []string{
	"runtime", "internal/runtime/...", "math/...", "strings", "bytes", "unicode/utf8", "strconv", "sync/...",
	"github.com/cb401426/calibrate/stats/...", "github.com/cb401426/calibrate/calibrate/input/...",
	"github.com/blevesearch/snowballstem/...", "gonum.org/v1/gonum/...",
}

// compiled is the program for a browser.
func compiled() ([]byte, error) {
	dir, err := os.MkdirTemp("", "calibrate-web-*")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "calibrate.wasm")
	modules, remove, err := workbookLanguages.without()
	if err != nil {
		return nil, err
	}
	defer remove()
	words := []string{"build", modules, "-trimpath", "-ldflags", "-s -w", "-o", path, "-gcflags=all=-l"}
	for _, pattern := range inlined {
		words = append(words, "-gcflags="+pattern+"=")
	}
	build := exec.Command("go", append(words, "./cmd/calibrate")...)
	build.Dir = root
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w: %s", err, out)
	}
	return os.ReadFile(path)
}
