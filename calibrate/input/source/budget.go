package source

import (
	"context"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// A Budget bounds the memory that one reading may take, all its files and all
// nesting together. What is met is charged by what it costs on its way to a
// table; where that is more than the budget, the reading ends in an *Exceeded.
// It also ends the reading when its context does. A nil Budget bounds nothing.
type Budget struct {
	Memory int64 // bytes

	ctx   context.Context
	spent int64
	count [len(charges)]int64
}

// DefaultMemory is the budget of a reading that no other was set for.
const DefaultMemory = 4 << 30

// A Charge is a kind of thing that a reading pays for.
type Charge int

// What a reading pays for.
const (
	Bytes   Charge = iota // read, unpacked, or repeated by a workbook
	Rows                  // kept
	Cells                 // kept
	Texts                 // that a workbook keeps once
	Ratings               // that the cells were read as
	Codes                 // rows of a clean long file, read in one pass
)

// charges says what each kind costs in bytes of memory, with what is made of
// it later and what the collector leaves meanwhile.
var charges = [...]struct {
	what string
	cost int64
}{
	Bytes:   {"bytes", 3},
	Rows:    {"rows", 96},
	Cells:   {"cells", 24},
	Texts:   {"texts", 24},
	Ratings: {"ratings", 500},
	Codes:   {"rows in one pass", 20},
}

// NewBudget returns a budget of so many bytes, or of DefaultMemory for 0.
func NewBudget(ctx context.Context, memory int64) *Budget {
	if memory == 0 {
		memory = DefaultMemory
	}
	return &Budget{Memory: memory, ctx: ctx}
}

// Spend charges n things. The error is that of the context, or an *Exceeded.
func (b *Budget) Spend(kind Charge, n int64) error {
	if b == nil {
		return nil
	}
	if err := b.ctx.Err(); err != nil {
		return err
	}
	b.count[kind] += n
	b.spent += n * charges[kind].cost
	if b.spent > b.Memory {
		return &Exceeded{Memory: b.Memory, count: b.count}
	}
	return nil
}

// Exhausted reports whether more was charged than there is.
func (b *Budget) Exhausted() bool { return b != nil && b.spent > b.Memory }

// left returns how many more bytes can be charged.
func (b *Budget) left() int64 { return max(0, b.Memory-b.spent) / charges[Bytes].cost }

// room returns how many of n things can be charged.
func (b *Budget) room(kind Charge, n int64) int64 {
	if b == nil {
		return n
	}
	return min(n, max(0, b.Memory-b.spent)/charges[kind].cost)
}

// Most returns how many bytes a reading can take in at all, and one more: the
// one that is too many.
func (b *Budget) Most() int64 {
	if b == nil {
		return math.MaxInt64
	}
	return b.Memory/charges[Bytes].cost + 1
}

// Exceeded is a reading beyond its budget.
type Exceeded struct {
	Memory int64
	count  [len(charges)]int64
}

// Error says what was met up to the limit.
func (e *Exceeded) Error() string {
	var met []string
	for kind, n := range e.count {
		if n > 0 {
			met = append(met, grouped(n)+" "+charges[kind].what)
		}
	}
	return fmt.Sprintf("it needs more memory than the %s that a reading may take, after %s", size(e.Memory), strings.Join(met, ", "))
}

// ParseMemory reads a number of bytes as people write it: 16GiB, 500 MB, 2G.
func ParseMemory(s string) (int64, error) {
	number := strings.TrimRight(strings.ToLower(strings.TrimSpace(s)), "abcdefghijklmnopqrstuvwxyz ")
	unit := strings.TrimSpace(strings.ToLower(strings.TrimSpace(s))[len(number):])
	v, err := strconv.ParseFloat(number, 64)
	shift := strings.Index(" kmgt", strings.TrimSuffix(strings.TrimSuffix(unit, "b"), "i"))
	if err != nil || v <= 0 || shift < 0 || unit == "" || v > 1<<20 && shift == 4 {
		return 0, fmt.Errorf("%q is no amount of memory: write 16GiB or 500MiB", s)
	}
	if unit == "b" {
		shift = 0
	}
	return int64(v * float64(int64(1)<<(10*shift))), nil
}

// size writes a number of bytes as people do.
func size(n int64) string {
	for _, unit := range []struct {
		name  string
		bytes int64
	}{{"GiB", 1 << 30}, {"MiB", 1 << 20}, {"KiB", 1 << 10}} {
		if n >= unit.bytes {
			return strings.TrimSuffix(fmt.Sprintf("%.1f", float64(n)/float64(unit.bytes)), ".0") + " " + unit.name
		}
	}
	return fmt.Sprint(n, " bytes")
}

// grouped writes a count with commas.
func grouped(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// readAll reads a stream to its end, as long as the budget lasts. The size is
// what the stream is said to have, 0 where that is not known.
func (b *Budget) readAll(in io.Reader, said int64) ([]byte, error) {
	data := make([]byte, 0, 512+min(said, b.left(), 1<<30))
	for {
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
		n, err := in.Read(data[len(data):min(cap(data), len(data)+1<<20)])
		data = data[:len(data)+n]
		if spent := b.Spend(Bytes, int64(n)); spent != nil {
			return nil, spent
		}
		if err == io.EOF {
			return data, nil
		}
		if err != nil {
			return nil, err
		}
	}
}
