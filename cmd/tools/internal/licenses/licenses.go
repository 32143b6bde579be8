// Package licenses puts together the licenses of what is linked into a program.
package licenses

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

// Of returns the licenses of Go itself and of every module that a package is
// built of, for the platform that the environment says.
func Of(root, of string, environment ...string) ([]byte, error) {
	version, err := goCommand(root, environment, "env", "GOVERSION", "GOROOT")
	if err != nil {
		return nil, err
	}
	toolchain := strings.Fields(version)
	modules := []string{"Go " + toolchain[0] + " " + toolchain[1]}
	list, err := goCommand(root, environment, "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}", of)
	if err != nil {
		return nil, err
	}
	under := map[string][]string{} // modules by license
	var texts []string
	seen := map[string]bool{}
	for _, line := range append(modules, strings.Split(list, "\n")...) {
		fields := strings.Fields(line)
		if len(fields) != 3 || seen[fields[0]] {
			continue
		}
		seen[fields[0]] = true
		text, err := license(fields[2])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", fields[0], err)
		}
		if under[text] == nil {
			texts = append(texts, text)
		}
		under[text] = append(under[text], fields[0]+" "+fields[1])
	}
	var out strings.Builder
	for _, text := range texts {
		fmt.Fprintf(&out, "%s\n\n%s\n%s\n\n", strings.Join(under[text], "\n"), text, strings.Repeat("=", 72))
	}
	return []byte(out.String()), nil
}

// named tells files of licenses and notices by their names.
var named = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents)`)

// license is the license and the notices in a module's folder.
func license(dir string) (string, error) {
	files, err := os.ReadDir(dir)
	if err != nil {
		return "", err
	}
	var all []string
	for _, f := range files {
		if f.IsDir() || !named.MatchString(f.Name()) {
			continue
		}
		content, err := os.ReadFile(filepath.Join(dir, f.Name()))
		if err != nil {
			return "", err
		}
		all = append(all, string(content))
	}
	if len(all) == 0 {
		return "", fmt.Errorf("no license file in %s", dir)
	}
	return strings.Join(all, "\n"), nil
}

func goCommand(root string, environment []string, args ...string) (string, error) {
	c := exec.Command("go", args...)
	c.Dir, c.Stderr, c.Env = root, os.Stderr, append(os.Environ(), environment...)
	out, err := c.Output()
	return string(out), err
}
