package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
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
	licenses, err := licenses()
	return append(entries, entry{"THIRD_PARTY_LICENSES", licenses, 0o644}), err
}

// inRoot runs a command in the project's folder.
func inRoot(name string, args ...string) ([]byte, error) {
	c := exec.Command(name, args...)
	c.Dir = root
	c.Stderr = os.Stderr
	return c.Output()
}

// licenses puts together the licenses of all modules that are linked.
func licenses() ([]byte, error) {
	list, err := inRoot("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}", "./cmd/calibrate")
	if err != nil {
		return nil, err
	}
	var out strings.Builder
	seen := map[string]bool{}
	for line := range strings.Lines(string(list)) {
		fields := strings.Fields(line)
		if len(fields) != 3 || seen[fields[0]] {
			continue
		}
		seen[fields[0]] = true
		texts, err := filepath.Glob(filepath.Join(fields[2], "LICEN[CS]E*"))
		if err != nil || len(texts) == 0 {
			return nil, fmt.Errorf("%s has no license file", fields[0])
		}
		content, err := os.ReadFile(texts[0])
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&out, "%s %s\n\n%s\n%s\n\n", fields[0], fields[1], content, strings.Repeat("=", 72))
	}
	return []byte(out.String()), nil
}
