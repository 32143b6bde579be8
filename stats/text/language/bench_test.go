package language

import "testing"

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		readEnglish()
	}
}
