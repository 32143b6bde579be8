//go:build !unix

package outfile

import "os"

// alive reports whether there is a process of a number.
func alive(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	_ = p.Release()
	return true
}

// lock does nothing: a file that is open cannot be removed here.
func lock(*os.File) {}

// abandoned leaves it to the removal, which fails while a file is open.
func abandoned(string) bool { return true }
