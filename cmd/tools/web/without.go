package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A table is a variable that the page does without: the program never looks
// into it, and what fills it at the start is a function so large that a browser
// spends a third of its time for compiling on it.
type table struct{ module, file, begins, ends string }

// workbookLanguages is how dates are written in each language, in the cells of
// workbooks that are read. The program reads them by itself, and a test holds
// that those it writes are the command's.
var workbookLanguages = table{
	module: "github.com/xuri/excelize/v2", file: "numfmt.go",
	begins: "\tsupportedLanguageInfo = map[int]languageInfo{\n", ends: "\n\t}\n",
}

// copied is where the module is copied to, below the project's folder: its path
// is part of what is built, and the same everywhere.
const copied = "dist/web"

// without copies the module without the table, and returns the flag to build
// with the copy and a function that removes it.
func (t table) without() (flag string, remove func(), err error) {
	dir := filepath.Join(root, copied)
	remove = func() { os.RemoveAll(dir) }
	defer func() {
		if err != nil {
			remove()
		}
	}()
	remove()
	if err := t.copyTo(filepath.Join(dir, "module")); err != nil {
		return "", nil, err
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		content, failed := os.ReadFile(filepath.Join(root, name))
		if name == "go.mod" {
			content = fmt.Appendf(content, "\nreplace %s => ./%s/module\n", t.module, copied)
		}
		err = errors.Join(err, failed, os.WriteFile(filepath.Join(dir, name), content, 0o600))
	}
	return "-modfile=" + copied + "/go.mod", remove, err
}

// copyTo copies the module but for its tests and for what fills the table.
func (t table) copyTo(dir string) error {
	list := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", t.module)
	list.Dir = root
	out, err := list.Output()
	if err != nil {
		return err
	}
	module := os.DirFS(strings.TrimSpace(string(out)))
	names, err := fs.Glob(module, "*")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, name := range names {
		source := filepath.Ext(name) == ".go" && !strings.HasSuffix(name, "_test.go")
		if !source && name != "go.mod" {
			continue
		}
		content, err := fs.ReadFile(module, name)
		if err == nil && name == t.file {
			content, err = t.cut(content)
		}
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name), content, 0o600)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// cut leaves the table empty.
func (t table) cut(content []byte) ([]byte, error) {
	head, rest, begins := bytes.Cut(content, []byte(t.begins))
	_, tail, ends := bytes.Cut(rest, []byte(t.ends))
	if !begins || !ends {
		return nil, fmt.Errorf("%s of %s has no more %q: see whether the page still does better without it", t.file, t.module, t.begins)
	}
	return bytes.Join([][]byte{head, []byte(strings.TrimSpace(t.begins)), []byte("}\n"), tail}, nil), nil
}
