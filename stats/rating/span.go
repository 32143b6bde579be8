package rating

// A Span is where a text stands in something large that is read when the text
// is asked for: up to a terabyte in, and 16 MiB long. A Span without a size
// stands for no text.
type Span uint64

const spanBits = 24 // of the size

// MostSpan is the size of the longest text of a Span.
const MostSpan = 1<<spanBits - 1

// NewSpan returns the Span of so many bytes from at on.
func NewSpan(at int64, size int) Span { return Span(at<<spanBits | int64(size)) }

// At returns where the text begins.
func (s Span) At() int64 { return int64(s >> spanBits) }

// Size returns the bytes of the text.
func (s Span) Size() int { return int(s & MostSpan) }

// Texts reads the texts of Spans. It has to serve several goroutines.
type Texts interface{ Text(Span) string }
