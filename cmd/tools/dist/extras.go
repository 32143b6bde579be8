package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/cb401426/calibrate/cmd/tools/internal/licenses"
)

// extras returns what stands beside the program in every archive.
func extras(work string) ([]entry, error) {
	var entries []entry
	for _, name := range []string{"LICENSE", "README.md", "CHANGELOG.md"} {
		content, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return nil, err
		}
		entries = append(entries, entry{name, content, 0o644})
	}
	program := filepath.Join(work, "native")
	if _, err := inRoot("go", "build", "-o", program, "./cmd/calibrate"); err != nil {
		return nil, err
	}
	for shell, name := range map[string]string{
		"bash": "calibrate.bash", "zsh": "_calibrate", "fish": "calibrate.fish", "powershell": "calibrate.ps1",
	} {
		content, err := exec.Command(program, "completion", shell).Output()
		if err != nil {
			return nil, fmt.Errorf("completion %s: %w", shell, err)
		}
		entries = append(entries, entry{"completions/" + name, content, 0o644})
	}
	manuals := filepath.Join(work, "man")
	if _, err := inRoot("go", "run", "-tags", "man", "./cmd/calibrate", "man", manuals); err != nil {
		return nil, err
	}
	pages, err := filepath.Glob(filepath.Join(manuals, "*.1"))
	if err != nil {
		return nil, err
	}
	for _, page := range pages {
		content, err := os.ReadFile(page)
		if err != nil {
			return nil, err
		}
		entries = append(entries, entry{"man/" + filepath.Base(page), content, 0o644})
	}
	texts, err := licenses.Of(root, "./cmd/calibrate")
	return append(entries, entry{"THIRD_PARTY_LICENSES", texts, 0o644}), err
}

// inRoot runs a command in the project's folder.
func inRoot(name string, args ...string) ([]byte, error) {
	c := exec.Command(name, args...)
	c.Dir = root
	c.Stderr = os.Stderr
	return c.Output()
}
