//go:build !linux

package command

// systemMemory is not known here.
func systemMemory() int64 { return 0 }
