//go:build !windows

package wording

// further is what one system alone says.
var further []meaning
