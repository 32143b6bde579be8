// Dist makes what a release consists of: an archive for each platform with the
// program, completions for four shells, man pages and licenses; a package for
// Debian and its kin; the page; and checksums.
//
//	go run -C cmd/tools ./dist -version v1.0.0 -to ../../dist
package main

import (
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A platform is where the program runs.
type platform struct{ system, processor string }

var platforms = []platform{
	{"linux", "amd64"}, {"linux", "arm64"},
	{"darwin", "amd64"}, {"darwin", "arm64"},
	{"windows", "amd64"}, {"windows", "arm64"},
}

func main() {
	version := flag.String("version", "devel", "the version that the archives are named for")
	to := flag.String("to", "../../dist", "the folder that they go to")
	only := flag.String("only", "", "one platform, such as linux/amd64, without the page")
	flag.Parse()
	if err := run(*version, *to, *only); err != nil {
		fmt.Fprintln(os.Stderr, "dist:", err)
		os.Exit(1)
	}
}

func run(version, to, only string) error {
	work, err := os.MkdirTemp("", "calibrate-dist-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	if err := errors.Join(os.RemoveAll(to), os.MkdirAll(to, 0o755)); err != nil {
		return err
	}
	extras, err := extras(work)
	if err != nil {
		return err
	}
	r := &release{version: strings.TrimPrefix(version, "v"), work: work, to: to, extras: extras}
	for _, p := range platforms {
		if name := p.system + "/" + p.processor; only == "" || only == name {
			if err := r.platform(p); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
	}
	if only == "" {
		if err := r.page(); err != nil {
			return err
		}
	}
	return r.sums()
}

// release is what is made: to the folder to, by way of the folder work.
type release struct {
	version, work, to string
	extras            []entry
	made              []string // files in the folder
}

// platform makes what there is for one platform.
func (r *release) platform(p platform) error {
	content, err := p.program(r.work)
	if err != nil {
		return err
	}
	path, err := p.pack(r, content)
	if err != nil {
		return err
	}
	r.made = append(r.made, path)
	if p.system == "linux" {
		return r.debian(p, content)
	}
	return nil
}

// page makes the page that holds the whole program.
func (r *release) page() error {
	path, err := filepath.Abs(filepath.Join(r.to, "calibrate.html"))
	if err != nil {
		return err
	}
	if out, err := exec.Command("go", "run", "./web", "-to", path).CombinedOutput(); err != nil {
		return fmt.Errorf("the page: %w: %s", err, out)
	}
	r.made = append(r.made, path)
	return nil
}

// sums writes the checksums.
func (r *release) sums() error {
	var sums strings.Builder
	for _, path := range r.made {
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		fmt.Printf("%s: %d bytes\n", path, len(content))
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(content), filepath.Base(path))
	}
	return os.WriteFile(filepath.Join(r.to, "SHA256SUMS"), []byte(sums.String()), 0o644)
}

// root is the project's folder.
const root = "../.."

// program builds the program for a platform.
func (p platform) program(work string) ([]byte, error) {
	path := filepath.Join(work, "calibrate")
	build := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", path, "./cmd/calibrate")
	build.Dir = root
	build.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+p.system, "GOARCH="+p.processor)
	if out, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w: %s", err, out)
	}
	return os.ReadFile(path)
}

// pack packs the program with what goes along.
func (p platform) pack(r *release, program []byte) (string, error) {
	name := fmt.Sprintf("calibrate_%s_%s_%s", r.version, p.system, p.processor)
	entries := append([]entry{{"calibrate", program, 0o755}}, r.extras...)
	if p.system == "windows" {
		entries[0].name += ".exe"
		return writeZip(filepath.Join(r.to, name+".zip"), entries)
	}
	return writeTar(filepath.Join(r.to, name+".tar.gz"), name, entries)
}
