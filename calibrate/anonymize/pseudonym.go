package anonymize

import (
	"bytes"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"errors"
	"fmt"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// pseudonymLength is that of a pseudonym in letters of five bits: two of a
// million people have the same with a chance of less than one in a million.
const pseudonymLength = 12

// Pseudonym returns what stands for a name: a part of its HMAC-SHA256 (RFC
// 2104) under a key. Spellings that are read as one name have the same.
func Pseudonym(key []byte, name string) string {
	h := hmac.New(sha256.New, key)
	h.Write([]byte(cell.Fold(name)))
	return "R-" + base32.StdEncoding.EncodeToString(h.Sum(nil))[:pseudonymLength]
}

// NewKey returns the text of a new key.
func NewKey() string {
	key := make([]byte, sha256.Size)
	_, _ = rand.Read(key) // never fails
	return hex.EncodeToString(key) + "\n"
}

// leastKey is the shortest key, in bytes.
const leastKey = 32

// ParseKey reads a key's text: one line without blanks, so that no other file
// is taken for a key.
func ParseKey(content []byte) ([]byte, error) {
	key := bytes.TrimSpace(content)
	switch {
	case len(key) < leastKey:
		return nil, fmt.Errorf("a key has %d characters or more", leastKey)
	case bytes.ContainsAny(key, " \t\r\n"):
		return nil, errors.New("a key is one line without blanks: this is another file")
	}
	return key, nil
}
