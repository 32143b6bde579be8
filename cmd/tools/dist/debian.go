package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

// nfpm writes packages for Debian; https://nfpm.goreleaser.com.
const nfpm = "github.com/goreleaser/nfpm/v2/cmd/nfpm@v2.45.2"

// places are where the files of an archive go in a package.
var places = map[string]string{
	"completions/calibrate.bash": "/usr/share/bash-completion/completions/calibrate",
	"completions/_calibrate":     "/usr/share/zsh/vendor-completions/_calibrate",
	"completions/calibrate.fish": "/usr/share/fish/vendor_completions.d/calibrate.fish",
	"LICENSE":                    "/usr/share/doc/calibrate/copyright",
	"THIRD_PARTY_LICENSES":       "/usr/share/doc/calibrate/THIRD_PARTY_LICENSES",
	"CHANGELOG.md":               "/usr/share/doc/calibrate/changelog.gz",
}

// debian makes the package for Debian and its kin.
func (r *release) debian(p platform, program []byte) error {
	dir := filepath.Join(r.work, "debian-"+p.processor)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	config := fmt.Sprintf(`name: calibrate
arch: %s
version: %q
version_schema: none
section: science
priority: optional
maintainer: calibrate maintainers <maintainers@calibrate.invalid>
description: |-
  How far is your team from a shared understanding of good instruction?
  Reads how administrators rated the same lesson, each on their own, and says
  where the team is apart, why, and what to talk about first.
license: Apache-2.0
mtime: 1970-01-01T00:00:00Z
contents:
`, p.processor, debianVersion(r.version))
	add := func(name, place string, content []byte, mode os.FileMode) error {
		source := filepath.Join(dir, strings.ReplaceAll(name, "/", "_"))
		config += fmt.Sprintf("  - {src: %q, dst: %q, file_info: {mode: %#o, mtime: 1970-01-01T00:00:00Z}}\n", source, place, mode)
		return os.WriteFile(source, content, mode)
	}
	if err := add("calibrate", "/usr/bin/calibrate", program, 0o755); err != nil {
		return err
	}
	for _, e := range r.extras {
		place, content := places[e.name], e.content
		if page, ok := strings.CutPrefix(e.name, "man/"); ok {
			place = "/usr/share/man/man1/" + page + ".gz"
		}
		if strings.HasSuffix(place, ".gz") {
			content = gzipped(content)
		}
		if place == "" {
			continue
		}
		if err := add(e.name, place, content, 0o644); err != nil {
			return err
		}
	}
	return r.packDebian(p, dir, config)
}

func (r *release) packDebian(p platform, dir, config string) error {
	settings := filepath.Join(dir, "nfpm.yaml")
	if err := os.WriteFile(settings, []byte(config), 0o644); err != nil {
		return err
	}
	path, err := filepath.Abs(filepath.Join(r.to, fmt.Sprintf("calibrate_%s_%s.deb", r.version, p.processor)))
	if err != nil {
		return err
	}
	pack := exec.Command("go", "run", nfpm, "package", "--config", settings, "--packager", "deb", "--target", path)
	if out, err := pack.CombinedOutput(); err != nil {
		return fmt.Errorf("nfpm: %w: %s", err, out)
	}
	r.made = append(r.made, path)
	return nil
}

var numbered = regexp.MustCompile(`^\d+(\.\d+)+`)

// debianVersion is a version as Debian orders it: a commit without a tag comes
// before every release.
func debianVersion(version string) string {
	if numbered.MatchString(version) {
		return strings.ReplaceAll(version, "-", "+")
	}
	return "0~git" + strings.ReplaceAll(version, "-", "+")
}

func gzipped(content []byte) []byte {
	var out bytes.Buffer
	z, _ := gzip.NewWriterLevel(&out, gzip.BestCompression) // a level that there is
	if _, err := z.Write(content); err != nil {
		panic(err) // memory takes everything
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}
