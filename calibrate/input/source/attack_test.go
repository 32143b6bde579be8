package source

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

// attacks are files that unpack or spread to far more than they are. Each is
// made here, and refused within a small budget, in a moment and without much
// memory.
var attacks = map[string]func(t *testing.T) []byte{
	"zip in zip in zip": func(t *testing.T) []byte {
		data := zipped(t, "a.csv", strings.Repeat("a,b\n", 1<<20))
		for range 2 {
			var same []string
			for i := range 20 {
				same = append(same, fmt.Sprintf("%d.zip", i), string(data))
			}
			data = zipped(t, same...)
		}
		return data
	},
	"deeper than three": func(t *testing.T) []byte {
		data := zipped(t, "a.csv", "a,b\n")
		for range 5 {
			data = zipped(t, "a.zip", string(data))
		}
		return data
	},
	"gzip in gzip": func(t *testing.T) []byte {
		return gzipped(t, string(gzipped(t, strings.Repeat("a,b\n", 2<<20))))
	},
	"zstd":                     func(t *testing.T) []byte { return zstandard(t, strings.Repeat("a,b\n", 2<<20)) },
	"one row repeated":         func(t *testing.T) []byte { return zipped(t, "a.csv", "rater,score\n"+strings.Repeat("Ana,3\n", 1<<19)) },
	"one record of delimiters": func(t *testing.T) []byte { return gzipped(t, strings.Repeat(",", 4<<20)) },
	"overlapping entries":      overlapping,
	"entries without end": func(t *testing.T) []byte {
		return append([]byte("PK\x03\x04"), bytes.Repeat([]byte("PK\x01\x02"), maxParts+1)...)
	},
	"cell formats": func(t *testing.T) []byte {
		return xlsx(t, "", "xl/styles.xml", "<s><cellXfs>"+strings.Repeat("<xf/>", maxFormats+1)+"</cellXfs></s>")
	},
	"shared strings": func(t *testing.T) []byte {
		return xlsx(t, "", "xl/sharedStrings.xml", "<sst>"+strings.Repeat("<si/>", 1<<20)+"</sst>")
	},
	"long shared text": func(t *testing.T) []byte {
		return xlsx(t, "<sheetData>"+strings.Repeat(`<row><c t="s"><v>0</v></c></row>`, 25_000)+"</sheetData>",
			"xl/sharedStrings.xml", "<sst><si><t>"+strings.Repeat("x", 32_767)+"</t></si></sst>")
	},
	"cells far to the right": func(t *testing.T) []byte {
		return xlsx(t, "<sheetData>"+strings.Repeat(`<row><c r="XFD1"><v>1</v></c></row>`, 10_000)+"</sheetData>")
	},
	"merged ranges": func(t *testing.T) []byte {
		return xlsx(t, "<sheetData>"+strings.Repeat(`<row><c><v>1</v></c><c r="Z1"><v>1</v></c></row>`, 2000)+"</sheetData><mergeCells>"+
			strings.Repeat(`<mergeCell ref="A1:XFD1048576"/>`, 1000)+"</mergeCells>")
	},
	"attributes": func(t *testing.T) []byte {
		return xlsx(t, "<sheetData><row><c "+strings.Repeat(`a="" `, 1<<20)+"/></row></sheetData>")
	},
	"repeated rows": func(t *testing.T) []byte {
		return []byte(odsContent(`<table:table><table:table-row table:number-rows-repeated="1048576">` + odsCells("a", "b") + `</table:table-row></table:table>`))
	},
	"repeated cells": func(t *testing.T) []byte {
		cell := `<table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>` + strings.Repeat("x", 1<<14) + `</text:p></table:table-cell>`
		return []byte(odsContent(`<table:table><table:table-row>` + cell + `</table:table-row></table:table>`))
	},
	"keys of objects": func(t *testing.T) []byte {
		var b strings.Builder
		for i := range 20_000 {
			fmt.Fprintf(&b, "{\"k%d\":1}\n", i%16000)
		}
		return []byte(b.String())
	},
	"entities": func(t *testing.T) []byte {
		return xlsx(t, "", "xl/sharedStrings.xml", `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>`)
	},
}

// overlapping is an archive whose directory lists the same bytes many times.
func overlapping(t *testing.T) []byte {
	var packed bytes.Buffer
	w, _ := flate.NewWriter(&packed, 9)
	content := strings.Repeat("a,b\n", 1<<18)
	w.Write([]byte(content))
	w.Close()
	le := binary.LittleEndian
	head := func(signature uint32, name string) []byte {
		b := le.AppendUint32(nil, signature)
		if signature == 0x02014b50 {
			b = le.AppendUint16(b, 20)
		}
		b = append(b, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0)
		b = le.AppendUint32(b, uint32(packed.Len()))
		b = le.AppendUint32(b, uint32(len(content)))
		return append(le.AppendUint16(b, uint16(len(name))), 0, 0)
	}
	data := append(head(0x04034b50, "00.csv"), "00.csv"...)
	data = append(data, packed.Bytes()...)
	start := len(data)
	for i := range 50 {
		name := fmt.Sprintf("%02d.csv", i)
		data = append(data, head(0x02014b50, name)...)
		data = append(data, make([]byte, 14)...)
		data = append(data, name...)
	}
	size := len(data) - start
	data = append(data, 'P', 'K', 5, 6, 0, 0, 0, 0)
	data = le.AppendUint16(data, 50)
	data = le.AppendUint16(data, 50)
	data = le.AppendUint32(data, uint32(size))
	data = le.AppendUint32(data, uint32(start))
	return append(data, 0, 0)
}

func TestAttacks(t *testing.T) {
	for name, make := range attacks {
		t.Run(name, func(t *testing.T) {
			data := make(t)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			r := parse(t, "ratings", data, Options{Budget: NewBudget(t.Context(), 8<<20)})
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			if len(r.Sheets) > 0 || len(r.Problems) == 0 || len(r.Problems) > 3 {
				t.Errorf("%d sheets, %d problems", len(r.Sheets), len(r.Problems))
			}
			for _, p := range r.Problems {
				if p.Text == "" || p.Code != "too_large" && p.Code != "wrong_format" && p.Code != "empty_file" {
					t.Errorf("problem %+v", p)
				}
			}
			if spent := after.TotalAlloc - before.TotalAlloc; spent > 96<<20 {
				t.Errorf("%d MiB were allocated", spent>>20)
			}
			if took > 5*time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
}
