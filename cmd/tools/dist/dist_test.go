package main

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

var whole = flag.Bool("dist", false, "make the archive of this platform, and try what is in it")

// The archive of this platform is unpacked in a folder of its own, and used as a
// new user would: the program on PATH, the completion loaded, a manual opened,
// the package installed and removed.
func TestDist(t *testing.T) {
	if !*whole {
		t.Skip("go test ./dist -dist makes the archive")
	}
	t.Chdir("..") // where the program is run
	to := t.TempDir()
	if err := run("v1.2.3-test", to, runtime.GOOS+"/"+runtime.GOARCH); err != nil {
		t.Fatal(err)
	}
	shell(t, to, "sha256sum -c SHA256SUMS")
	shell(t, to, "tar xzf calibrate_1.2.3-test_*.tar.gz && mv calibrate_*/ unpacked")
	sample, err := filepath.Abs(root + "/testdata/samples/walkthrough.csv")
	if err != nil {
		t.Fatal(err)
	}
	unpacked := filepath.Join(to, "unpacked")
	t.Setenv("PATH", unpacked+":"+os.Getenv("PATH"))
	t.Setenv("HOME", to)
	if out := shell(t, to, "calibrate score '"+sample+"'"); !strings.Contains(out, "PARTLY ALIGNED") {
		t.Errorf("the report is %q", out)
	}
	if out := shell(t, to, "calibrate --version"); !strings.HasPrefix(out, "calibrate ") {
		t.Errorf("the version is %q", out)
	}
	out := shell(t, unpacked, `bash --norc -c 'source completions/calibrate.bash
		COMP_WORDS=(calibrate sc) COMP_CWORD=1 COMP_LINE="calibrate sc" COMP_POINT=12 COMP_TYPE=9
		_get_comp_words_by_ref() { cur=sc; prev=calibrate; words=("${COMP_WORDS[@]}"); cword=1; }
		__ltrim_colon_completions() { :; }
		__start_calibrate; echo "${COMPREPLY[@]}"; complete -p calibrate'`)
	if !strings.Contains(out, "score") || !strings.Contains(out, "-F __start_calibrate calibrate") {
		t.Errorf("the completion says %q", out)
	}
	if _, err := exec.LookPath("man"); err == nil {
		if out := shell(t, unpacked, "MANPAGER=cat man -l man/calibrate-score.1"); !strings.Contains(out, "--standard") {
			t.Errorf("the manual is %q", out)
		}
	}
	licensed := shell(t, unpacked, "cat THIRD_PARTY_LICENSES")
	for _, module := range []string{"Go go1.", "github.com/spf13/cobra", "gonum.org/v1/gonum", "github.com/gocarina/gocsv"} {
		if !strings.Contains(licensed, module) {
			t.Errorf("no license of %s", module)
		}
	}
	if _, err := exec.LookPath("dpkg"); err == nil && os.Getuid() == 0 {
		debianInstalls(t, to, sample)
	}
}

// debianInstalls installs the package below a folder, runs the program there, and
// removes it.
func debianInstalls(t *testing.T, to, sample string) {
	system := filepath.Join(to, "system")
	shell(t, to, "mkdir -p system/var/lib/dpkg/info system/var/lib/dpkg/updates && touch system/var/lib/dpkg/status")
	shell(t, to, "dpkg --root=system --log=/dev/null -i calibrate_*.deb")
	if out := shell(t, to, "system/usr/bin/calibrate score '"+sample+"'"); !strings.Contains(out, "PARTLY ALIGNED") {
		t.Errorf("the report is %q", out)
	}
	shell(t, system, "test -s usr/share/man/man1/calibrate-score.1.gz -a -s usr/share/bash-completion/completions/calibrate -a -s usr/share/doc/calibrate/copyright")
	shell(t, to, "dpkg --root=system --log=/dev/null -r calibrate")
	if _, err := os.Stat(filepath.Join(system, "usr/bin/calibrate")); err == nil {
		t.Error("the program is still there")
	}
}

// shell runs a line in a folder.
func shell(t *testing.T, dir, line string) string {
	t.Helper()
	c := exec.Command("sh", "-c", line)
	c.Dir = dir
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", line, err, out)
	}
	return string(out)
}

func TestDebianVersion(t *testing.T) {
	for version, want := range map[string]string{"1.2.3": "1.2.3", "1.2.3-4-gabc": "1.2.3+4+gabc", "abc123": "0~gitabc123", "5d8e482": "0~git5d8e482"} {
		if got := debianVersion(version); got != want {
			t.Errorf("%s: %s, want %s", version, got, want)
		}
	}
}
