package main

import (
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// checkpoint reads a checkpoint this log signed.
func (c *checker) checkpoint(text string) (tlog.Tree, bool) {
	signed, ok := c.signed(text)
	if !ok {
		return tlog.Tree{}, false
	}
	tree, ok := parseCheckpoint(signed)
	return tree, ok && strings.HasPrefix(signed, c.log.Name()+"\n")
}

// parseCheckpoint reads origin, size and root, C2SP tlog-checkpoint.
func parseCheckpoint(text string) (tlog.Tree, bool) {
	lines := strings.Split(text, "\n")
	if len(lines) < 3 || lines[0] == "" {
		return tlog.Tree{}, false
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	hash, ok := parseHash(lines[2])
	if err != nil || size < 0 || !ok {
		return tlog.Tree{}, false
	}
	return tlog.Tree{N: size, Hash: hash}, true
}
