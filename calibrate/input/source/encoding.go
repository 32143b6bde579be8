package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// Decode returns bytes as UTF-8 text, the name of the encoding they were in,
// and whether that was guessed. A byte order mark decides; then valid UTF-8;
// then the pattern of NUL bytes of UTF-16 without a mark; else Windows-1252
// or MacRoman, whichever makes better text.
func Decode(b []byte, wanted string) (text, name string, guessed bool, err error) {
	if wanted != "" {
		return decodeAs(b, wanted)
	}
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		b = b[3:]
		if utf8.Valid(b) {
			return string(b), "utf-8", false, nil
		}
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		text, err = transform(b[2:], unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM))
		return text, "utf-16le", false, err
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		text, err = transform(b[2:], unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM))
		return text, "utf-16be", false, err
	}
	if order, ok := utf16Without(b); ok {
		text, err = transform(b, unicode.UTF16(order, unicode.IgnoreBOM))
		name = "utf-16le"
		if order == unicode.BigEndian {
			name = "utf-16be"
		}
		return text, name, true, err
	}
	if utf8.Valid(b) {
		return string(b), "utf-8", false, nil
	}
	return decodeLegacy(b)
}

// decodeAs decodes from a named encoding.
func decodeAs(b []byte, name string) (string, string, bool, error) {
	e, canonical, err := Encoding(name)
	if err != nil {
		return "", "", false, err
	}
	for _, mark := range []string{"\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"} {
		if strings.HasPrefix(canonical, "utf") {
			b = bytes.TrimPrefix(b, []byte(mark))
		}
	}
	text, err := transform(b, e)
	return text, canonical, false, err
}

// Encoding returns an encoding and its usual name by the names that people and the web use.
func Encoding(name string) (encoding.Encoding, string, error) {
	switch key := strings.ReplaceAll(strings.ToLower(strings.TrimSpace(name)), "_", "-"); key {
	case "utf-16", "utf16", "utf-16le", "utf16le":
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le", nil
	case "utf-16be", "utf16be":
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be", nil
	case "macroman", "mac-roman", "mac":
		return charmap.Macintosh, "macroman", nil
	case "ansi", "cp1252", "latin1", "latin-1":
		return charmap.Windows1252, "windows-1252", nil
	default:
		e, err := htmlindex.Get(key)
		if err != nil {
			return nil, "", fmt.Errorf("unknown encoding %q: utf-8, utf-16, windows-1252 and macroman are usual", name)
		}
		canonical, _ := htmlindex.Name(e)
		return e, canonical, nil
	}
}

func transform(b []byte, e encoding.Encoding) (string, error) {
	out, err := e.NewDecoder().Bytes(b)
	return string(out), err
}

// utf16Without recognises UTF-16 without a mark: in the first kilobyte most
// of every second byte is NUL.
func utf16Without(b []byte) (unicode.Endianness, bool) {
	head := b[:min(len(b), 1024)&^1]
	if len(head) < 4 {
		return unicode.LittleEndian, false
	}
	var nul [2]int
	for i, c := range head {
		if c == 0 {
			nul[i%2]++
		}
	}
	half := len(head) / 2
	switch {
	case nul[1]*10 > half*7 && nul[0] == 0:
		return unicode.LittleEndian, true
	case nul[0]*10 > half*7 && nul[1] == 0:
		return unicode.BigEndian, true
	}
	return unicode.LittleEndian, false
}

// decodeLegacy decodes bytes of one of the code pages of old spreadsheets.
func decodeLegacy(b []byte) (string, string, bool, error) {
	if looksMacRoman(b) {
		text, err := transform(b, charmap.Macintosh)
		return text, "macroman", true, err
	}
	text, err := transform(b, charmap.Windows1252)
	return text, "windows-1252", true, err
}
