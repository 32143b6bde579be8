package outfile

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// names lists a folder.
func names(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return strings.Join(all, " ")
}

func content(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// links skips a test where there are no symbolic links, as for most users of
// Windows.
func links(t *testing.T) {
	t.Helper()
	dir := t.TempDir()
	if err := os.Symlink("to", filepath.Join(dir, "link")); err != nil {
		t.Skip(err)
	}
	if _, err := os.Readlink(filepath.Join(dir, "link")); err != nil {
		t.Skip(err)
	}
}

func TestWrite(t *testing.T) {
	links(t)
	dir := t.TempDir()
	path := func(name string) string { return filepath.Join(dir, name) }
	os.WriteFile(path("old"), []byte("before"), 0o640)
	os.Symlink("old", path("link"))
	os.Symlink("chain2", path("chain1"))
	os.Symlink("new", path("chain2"))
	for name, want := range map[string]string{"plain": "plain", "link": "old", "chain1": "new"} {
		if err := Write([]File{{path(name), []byte(name), 0o600}}); err != nil {
			t.Fatal(err)
		}
		if got := content(t, path(want)); got != name {
			t.Errorf("%s: %q", want, got)
		}
	}
	info, _ := os.Stat(path("old"))
	if info.Mode() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
	if got := names(t, dir); got != "chain1 chain2 link new old plain" {
		t.Errorf("names %s", got)
	}
}

// Where one of several cannot be written none is, and what stood there stands.
func TestAllOrNone(t *testing.T) {
	links(t)
	dir := t.TempDir()
	path := func(name string) string { return filepath.Join(dir, name) }
	os.WriteFile(path("a"), []byte("before"), 0o600)
	os.Mkdir(path("folder"), 0o700)
	os.Symlink("round", path("circle"))
	os.Symlink("circle", path("round"))
	for _, last := range []string{"folder", "no/such/folder/x", "circle", strings.Repeat("x", 300)} {
		err := Write([]File{{path("a"), []byte("after"), 0o600}, {path("b"), nil, 0o600}, {path(last), nil, 0o600}})
		if err == nil || !strings.Contains(err.Error(), "cannot write") {
			t.Errorf("%s: %v", last, err)
		}
		if got := names(t, dir); got != "a circle folder round" || content(t, path("a")) != "before" {
			t.Errorf("%s left %s", last, got)
		}
	}
	// The name is taken by a folder after the first file has had its own.
	targets := []target{{path: path("a"), temporary: path("t1")}, {path: path("folder"), temporary: path("t2")}}
	for _, x := range targets {
		os.WriteFile(x.temporary, []byte("after"), 0o600)
	}
	if failed, err := pending.commit(targets); err == nil || failed != 1 || content(t, path("a")) != "before" {
		t.Errorf("%d, %v", failed, err)
	}
}

// One file under two names is refused, also by links.
func TestClash(t *testing.T) {
	links(t)
	dir := t.TempDir()
	path := func(name string) string { return filepath.Join(dir, name) }
	os.WriteFile(path("a"), nil, 0o600)
	os.Link(path("a"), path("hard"))
	os.Symlink("a", path("soft"))
	os.Symlink("none", path("dangling"))
	os.Symlink(".", path("here"))
	for _, pair := range [][2]string{{"a", "a"}, {"a", "hard"}, {"a", "soft"}, {"dangling", "none"}, {"a", "here/a"}, {"new", "./new"}, {"new", "here/new"}} {
		var clash *Clash
		err := Write([]File{{dir + "/" + pair[0], nil, 0o600}, {dir + "/" + pair[1], nil, 0o600}})
		if !errors.As(err, &clash) {
			t.Errorf("%v: %v", pair, err)
		}
	}
}

// What a killed run has left is removed, and what another still writes is not.
func TestSweep(t *testing.T) {
	dead := exec.Command("true")
	if err := dead.Run(); err != nil {
		t.Skip(err)
	}
	dir := t.TempDir()
	for _, name := range []string{
		fmt.Sprintf("%s%d-A", prefix, dead.Process.Pid), fmt.Sprintf("%s%d-B", prefix, os.Getpid()),
		fmt.Sprintf("%s%d-C", prefix, os.Getppid()), prefix + "mine", prefix + "12x-y",
	} {
		os.WriteFile(filepath.Join(dir, name), nil, 0o600)
	}
	locked, err := os.Create(filepath.Join(dir, fmt.Sprintf("%s%d-L", prefix, dead.Process.Pid)))
	if err != nil {
		t.Fatal(err)
	}
	defer locked.Close()
	lock(locked)
	if err := Write([]File{{filepath.Join(dir, "x"), nil, 0o600}}); err != nil {
		t.Fatal(err)
	}
	got := names(t, dir)
	if strings.Contains(got, "-A") || len(strings.Fields(got)) != 6 {
		t.Errorf("left %s", got)
	}
}
