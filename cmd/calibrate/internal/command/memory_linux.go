package command

import (
	"math"
	"os"
	"strconv"
	"strings"
	"syscall"
)

// systemMemory is the memory that this process can have, 0 where that is not
// known: the least of what is built in, and what the container and the shell
// allow.
func systemMemory() int64 {
	most := int64(math.MaxInt64)
	take := func(n int64) {
		if n > 0 {
			most = min(most, n)
		}
	}
	var address syscall.Rlimit
	if syscall.Getrlimit(syscall.RLIMIT_AS, &address) == nil && address.Cur < math.MaxInt64 {
		take(int64(address.Cur))
	}
	for _, file := range []string{"/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"} {
		if content, err := os.ReadFile(file); err == nil {
			n, _ := strconv.ParseInt(strings.TrimSpace(string(content)), 10, 64)
			take(n)
		}
	}
	if content, err := os.ReadFile("/proc/meminfo"); err == nil {
		fields := strings.Fields(string(content[:min(len(content), 80)]))
		if len(fields) > 2 && fields[0] == "MemTotal:" {
			n, _ := strconv.ParseInt(fields[1], 10, 64)
			take(n << 10)
		}
	}
	if most == math.MaxInt64 {
		return 0
	}
	return most
}
