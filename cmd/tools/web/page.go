package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"errors"
	"fmt"
	"html"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"text/template"

	"github.com/cb401426/calibrate/cmd/tools/internal/licenses"
)

//go:embed page
var sources embed.FS

// scripts are the parts of the page's own script, in their order.
var scripts = []string{"shared.js", "program.js", "zip.js", "reading.js", "again.js", "views.js", "main.js"}

// parts are what the page is put together of.
type parts struct {
	Style, Script, Files, Worker string
	Runtime                      string   // of the toolchain
	Program                      []string // see textOf
	Sample, Licenses, Policy     string
}

// gather reads the parts.
func gather(program []byte) (*parts, error) {
	p := &parts{}
	var err error
	read := func(name string) string {
		content, failed := sources.ReadFile("page/" + name)
		err = errors.Join(err, failed)
		return string(content)
	}
	p.Style, p.Files, p.Worker = read("page.css"), read("files.js"), read("worker.js")
	for _, name := range scripts {
		p.Script += read(name)
	}
	sample, failed := os.ReadFile(filepath.Join(root, "testdata/samples/walkthrough.csv"))
	p.Sample = string(sample)
	err = errors.Join(err, failed)
	p.Runtime, failed = runtime()
	err = errors.Join(err, failed)
	p.Program, failed = textOf(program)
	err = errors.Join(err, failed)
	texts, failed := licenses.Of(root, "./cmd/calibrate", "GOOS=js", "GOARCH=wasm")
	p.Licenses = template.HTMLEscapeString(string(texts))
	err = errors.Join(err, failed)
	report, failed := reportScript()
	err = errors.Join(err, failed)
	p.Policy = policy(p.Script, report)
	return p, err
}

// policy forbids everything but the page's own script, the scripts of the
// reports that it shows, and the program in its worker.
func policy(own, report string) string {
	return strings.Join([]string{
		"default-src 'none'",
		"script-src 'sha256-" + digest(own) + "' " + report + " 'wasm-unsafe-eval' blob:",
		"worker-src blob:", "style-src 'unsafe-inline'", "img-src data:", "base-uri 'none'", "form-action 'none'",
	}, "; ")
}

func digest(script string) string {
	sum := sha256.Sum256([]byte(script))
	return base64.StdEncoding.EncodeToString(sum[:])
}

// reportScript is what a report's own policy lets run: the digest of its script.
func reportScript() (string, error) {
	show := exec.Command("go", "run", "./cmd/calibrate", "score", "--format", "html", "testdata/samples/walkthrough.csv")
	show.Dir = root
	page, err := show.Output()
	if err != nil {
		return "", fmt.Errorf("a report: %w", err)
	}
	_, rest, _ := strings.Cut(html.UnescapeString(string(page)), "script-src ")
	allowed, _, _ := strings.Cut(rest, "\"")
	allowed, _, _ = strings.Cut(allowed, ";")
	if !strings.HasPrefix(allowed, "'sha256-") {
		return "", fmt.Errorf("a report's policy names no script, but %q", allowed)
	}
	return allowed, nil
}

// runtime is the toolchain's script that runs a program in a browser.
func runtime() (string, error) {
	where, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return "", err
	}
	content, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(where)), "lib/wasm/wasm_exec.js"))
	return string(content), err
}

// textOf packs a program and writes it as text of a script in windows-1252,
// where each byte is a character: each is moved by 42, and what HTML would
// change or end the script at is moved by another 64 behind a "=", as yEnc does.
// Base64 would be a third larger, and the page over its size.
func textOf(program []byte) ([]string, error) {
	var packed bytes.Buffer
	z, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	_, err = z.Write(program)
	if err = errors.Join(err, z.Close()); err != nil {
		return nil, err
	}
	var parts []string
	for piece := range slices.Chunk(packed.Bytes(), partBytes) {
		text := make([]byte, 0, len(piece)*102/100)
		for _, b := range piece {
			switch b += 42; b {
			case 0, '\r', '<', '=':
				text = append(text, '=', b+64)
			default:
				text = append(text, b)
			}
		}
		parts = append(parts, string(text))
	}
	return parts, nil
}

// partBytes are those of a part of the packed program. A browser hands on what
// it has read: the smaller they are, the sooner it begins.
const partBytes = 1 << 18

// write puts the page together. All but the program is ASCII, so that it does
// not matter that the page is in windows-1252.
func (p *parts) write(w io.Writer) error {
	for name, part := range map[string]*string{
		"style": &p.Style, "script": &p.Script, "files": &p.Files, "worker": &p.Worker, "runtime": &p.Runtime, "sample": &p.Sample,
	} {
		if i := strings.IndexFunc(*part, func(r rune) bool { return r > 126 || r == '\r' }); i >= 0 {
			return fmt.Errorf("%s is not ASCII at %q", name, (*part)[i:min(i+10, len(*part))])
		}
		if strings.Contains(*part, "</") && name != "style" || strings.Contains(*part, "<!--") {
			return fmt.Errorf("%s would end its element", name)
		}
	}
	p.Licenses = ascii(p.Licenses)
	page, err := template.ParseFS(sources, "page/page.html")
	if err != nil {
		return err
	}
	return page.Execute(w, p)
}

// ascii writes other characters as HTML names them.
func ascii(s string) string {
	var out strings.Builder
	for _, r := range s {
		if r > 126 {
			fmt.Fprintf(&out, "&#%d;", r)
		} else {
			out.WriteRune(r)
		}
	}
	return out.String()
}
