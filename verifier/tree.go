package main

import (
	"encoding/base64"
	"errors"

	"golang.org/x/mod/sumdb/tlog"
)

type place struct {
	level int
	index int64
}

// A tree of which some leaves and some nodes are known. What can be computed from leaves is.
type tree struct {
	leaves   map[int64]tlog.Hash
	given    map[place]tlog.Hash
	shown    map[place]bool
	near     map[place]bool
	known    map[place]*tlog.Hash
	disagree func(position, until int64)
}

func parseHash(text string) (tlog.Hash, bool) {
	var h tlog.Hash
	raw, err := base64.StdEncoding.DecodeString(text)
	if err != nil || len(raw) != tlog.HashSize {
		return h, false
	}
	copy(h[:], raw)
	return h, true
}

func newTree(disagree func(position, until int64)) *tree {
	return &tree{map[int64]tlog.Hash{}, map[place]tlog.Hash{}, map[place]bool{}, map[place]bool{}, map[place]*tlog.Hash{}, disagree}
}

func mark(marks map[place]bool, level int, index int64) {
	for ; level <= 52 && !marks[place{level, index}]; level, index = level+1, index/2 {
		marks[place{level, index}] = true
	}
}

func (t *tree) node(at place) *tlog.Hash {
	if hash, ok := t.known[at]; ok {
		return hash
	}
	var own *tlog.Hash
	if at.level == 0 {
		if leaf, ok := t.leaves[at.index]; ok {
			own = &leaf
		}
	} else if t.near[at] {
		left := t.node(place{at.level - 1, 2 * at.index})
		right := t.node(place{at.level - 1, 2*at.index + 1})
		if left != nil && right != nil {
			both := tlog.NodeHash(*left, *right)
			own = &both
		}
	}
	told, isGiven := t.given[at]
	if own != nil && isGiven && *own != told {
		t.disagree(at.index<<at.level, (at.index+1)<<at.level)
	}
	hash := own
	if !t.shown[at] && isGiven {
		hash = &told
	}
	t.known[at] = hash
	return hash
}

var errUnknown = errors.New("a node is not known")

// root gives the hash of the tree of that size, by the library's own arithmetic.
func (t *tree) root(size int64) (tlog.Hash, error) {
	return tlog.TreeHash(size, tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		hashes := make([]tlog.Hash, 0, len(indexes))
		for _, stored := range indexes {
			level, n := tlog.SplitStoredHashIndex(stored)
			hash := t.node(place{level, n})
			if hash == nil {
				return nil, errUnknown
			}
			hashes = append(hashes, *hash)
		}
		return hashes, nil
	}))
}

func (c *checker) checkTree() *tree {
	t := newTree(func(position, until int64) { c.report("tree", position, until) })
	for _, l := range c.leaves {
		if l.line.H != nil {
			if hash, ok := parseHash(*l.line.H); ok {
				t.leaves[l.line.P] = hash
				mark(t.shown, 0, l.line.P)
				mark(t.near, 0, l.line.P)
				continue
			}
		}
		c.report("tree", l.line.P, l.line.P+1)
	}
	for _, n := range c.nodes {
		if hash, ok := parseHash(n.H); ok {
			t.given[place{n.L, n.I}] = hash
			mark(t.near, n.L, n.I)
		}
	}
	for at := range t.given {
		t.node(at)
	}
	c.checkRoots(t)
	if c.head.Size < c.head.To {
		c.report("position", c.head.Size, c.head.To)
	}
	return t
}

func (c *checker) checkRoots(t *tree) {
	good, signed := int64(0), false
	for _, text := range c.checkpoints {
		said, ok := c.checkpoint(text)
		if !ok {
			// The size is only said, not signed: it bounds where the fault can be.
			until := good + 1
			if unsigned, ok := parseCheckpoint(text); ok {
				until = unsigned.N
			}
			c.report("checkpoint", good, until)
			continue
		}
		signed = signed || said.N == c.head.Size
		hash, err := t.root(said.N)
		if err == nil && hash == said.Hash {
			good = said.N
		} else if err == nil || said.N == c.head.Size {
			c.report("root", good, said.N)
		}
	}
	if !signed {
		c.report("checkpoint", good, c.head.Size)
	}
}

func (c *checker) checkOwn(t *tree, own []string) {
	good := int64(0)
	for _, text := range own {
		said, ok := c.checkpoint(text)
		if !ok {
			c.report("own-checkpoint", 0, c.head.Size)
			continue
		}
		if said.N > c.head.Size {
			c.report("own-checkpoint", c.head.Size, said.N)
			return
		}
		hash, err := t.root(said.N)
		switch {
		case err != nil:
			c.open = append(c.open, said.N)
		case hash == said.Hash:
			good = max(good, said.N)
		default:
			c.report("own-checkpoint", good, said.N)
			return
		}
	}
}
