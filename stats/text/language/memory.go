package language

import (
	"sync"
	"sync/atomic"
)

// mostRemembered bounds the bytes of text whose passages are kept.
const mostRemembered = 4 << 20

// memory keeps the passages of texts that are read in several ways, and the
// stems of their words. Many goroutines may use it.
type memory struct {
	passages, stems, spelled sync.Map
	bytes                    atomic.Int64
}

// Remembering returns the Language with a memory of what it reads: a reason
// that is compared, classified and swept is cut into words once. It is for as
// long as the texts are in use.
func (lang *Language) Remembering() *Language {
	with := *lang
	with.memory = &memory{}
	with.stemmer = func(word string) string {
		if s, ok := with.memory.stems.Load(word); ok {
			return s.(string)
		}
		s := lang.Stem(word)
		with.memory.stems.Store(word, s)
		return s
	}
	return &with
}

// passage returns the passage of a text, from memory where it is there.
func (m *memory) passage(lang *Language, s string) *Passage {
	if p, ok := m.passages.Load(s); ok {
		return p.(*Passage)
	}
	p := cut(lang, s)
	if m.bytes.Add(int64(len(s))) <= mostRemembered {
		m.passages.Store(s, p)
	}
	return p
}
