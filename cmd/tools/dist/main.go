// Dist makes what a release consists of: an archive for each platform with the
// program, completions for four shells, man pages and licenses; and checksums.
//
//	go run -C cmd/tools ./dist -version v1.0.0 -to ../../dist
package main

import (
	"crypto/sha256"
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
	flag.Parse()
	if err := run(*version, *to); err != nil {
		fmt.Fprintln(os.Stderr, "dist:", err)
		os.Exit(1)
	}
}

func run(version, to string) error {
	if err := os.RemoveAll(to); err != nil {
		return err
	}
	work, err := os.MkdirTemp("", "calibrate-dist-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	if err := os.MkdirAll(to, 0o755); err != nil {
		return err
	}
	extras, err := extras(work)
	if err != nil {
		return err
	}
	var sums strings.Builder
	for _, p := range platforms {
		path, err := p.pack(version, work, to, extras)
		if err != nil {
			return fmt.Errorf("%s/%s: %w", p.system, p.processor, err)
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		fmt.Println(path)
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(content), filepath.Base(path))
	}
	return os.WriteFile(filepath.Join(to, "SHA256SUMS"), []byte(sums.String()), 0o644)
}

// root is the project's folder.
const root = "../.."

// pack builds the program for a platform and packs it with what goes along.
func (p platform) pack(version, work, to string, extras []entry) (string, error) {
	program := filepath.Join(work, "calibrate")
	if p.system == "windows" {
		program += ".exe"
	}
	build := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", program, "./cmd/calibrate")
	build.Dir = root
	build.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+p.system, "GOARCH="+p.processor)
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w: %s", err, out)
	}
	content, err := os.ReadFile(program)
	if err != nil {
		return "", err
	}
	name := fmt.Sprintf("calibrate_%s_%s_%s", strings.TrimPrefix(version, "v"), p.system, p.processor)
	entries := append([]entry{{filepath.Base(program), content, 0o755}}, extras...)
	if p.system == "windows" {
		return writeZip(filepath.Join(to, name+".zip"), entries)
	}
	return writeTar(filepath.Join(to, name+".tar.gz"), name, entries)
}
