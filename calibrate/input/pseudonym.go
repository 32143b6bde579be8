package input

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"fmt"
	"strings"
)

// pseudonymLength is that of a pseudonym in letters of five bits: two of a
// million people have the same with a chance of less than one in a million.
const pseudonymLength = 12

// Pseudonym returns what stands for a name: a part of its HMAC-SHA256 (RFC
// 2104) under a key. Spellings that are read as one name have the same.
func Pseudonym(key []byte, name string) string {
	h := hmac.New(sha256.New, key)
	h.Write([]byte(fold(name)))
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

// ParseKey reads a key's text.
func ParseKey(content []byte) ([]byte, error) {
	key := []byte(strings.TrimSpace(string(content)))
	if len(key) < leastKey {
		return nil, fmt.Errorf("a key has %d characters or more", leastKey)
	}
	return key, nil
}
