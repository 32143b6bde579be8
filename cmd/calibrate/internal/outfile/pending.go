package outfile

import (
	"crypto/rand"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
)

// prefix begins the names of temporary files; the number of the process that
// writes it follows.
const prefix = ".calibrate-"

// pending knows the temporary files of this process.
var pending = registry{files: map[string]bool{}}

type registry struct {
	mu    sync.Mutex
	files map[string]bool
}

// create makes a new temporary file that others may read as the mode and the
// umask allow.
func (r *registry) create(dir string, mode fs.FileMode) (*os.File, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	name := filepath.Join(dir, fmt.Sprintf("%s%d-%s", prefix, os.Getpid(), rand.Text()))
	f, err := openNew(name, mode|0o200)
	if err != nil {
		return nil, err
	}
	lock(f)
	r.files[name] = true
	return f, nil
}

// remove removes a temporary file that was not given its name.
func (r *registry) remove(name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.files[name] {
		os.Remove(name)
		delete(r.files, name)
	}
}

// commit gives all files their names. Where one cannot have it, those before
// it are taken back: what was new is gone again, and what stood there stands.
func (r *registry) commit(targets []target) (failed int, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	var undo []func()
	var spare []string
	defer func() {
		for i := len(undo) - 1; i >= 0 && err != nil; i-- {
			undo[i]()
		}
		for _, name := range spare {
			os.Remove(name)
		}
	}()
	dirs := map[string]bool{}
	for i, t := range targets {
		if t.stream {
			continue
		}
		kept, err := keep(t.path, len(targets) > 1)
		if err != nil {
			return i, err
		}
		if kept != "" {
			spare = append(spare, kept)
		}
		if err := os.Rename(t.temporary, t.path); err != nil {
			return i, err
		}
		delete(r.files, t.temporary)
		undo = append(undo, func() {
			if kept == "" {
				os.Remove(t.path)
			} else {
				os.Rename(kept, t.path)
			}
		})
		dirs[filepath.Dir(t.path)] = true
	}
	for dir := range dirs {
		syncDir(dir)
	}
	return 0, nil
}

// keep gives a file that is to be replaced a second name, where it may have to
// come back.
func keep(path string, several bool) (string, error) {
	if _, err := os.Lstat(path); !several || err != nil {
		return "", nil
	}
	name := filepath.Join(filepath.Dir(path), fmt.Sprintf("%s%d-%s", prefix, os.Getpid(), rand.Text()))
	if err := os.Link(path, name); err != nil {
		return "", nil // a file system without links: it cannot come back
	}
	return name, nil
}

// syncDir sees the names of a folder to the disk, where the system can.
func syncDir(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}

// Abandon removes the temporary files of this process, and lets no more be
// made or named: it is called when the program is about to end. A commit that
// has begun is waited for.
func Abandon() {
	pending.mu.Lock() // and never unlocked
	for name := range pending.files {
		os.Remove(name)
	}
}

// sweep removes the temporary files of processes that are no more.
func sweep(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		number, _, ok := strings.Cut(strings.TrimPrefix(e.Name(), prefix), "-")
		pid, err := strconv.Atoi(number)
		if !strings.HasPrefix(e.Name(), prefix) || !ok || err != nil || pid == os.Getpid() || !e.Type().IsRegular() || alive(pid) {
			continue
		}
		path := filepath.Join(dir, e.Name())
		if abandoned(path) {
			os.Remove(path)
		}
	}
}
