package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
)

// The lines of an evidence pack, as docs/record.md describes them.

type head struct {
	Kind      string
	Origin    string
	Key       string
	Size      int64
	From      int64
	To        int64
	For       *string
	Precision string
}

type gate struct {
	Outcomes []string
	Needs    []string
}

type definition struct {
	digest string
	gates  map[string]gate
}

type leafLine struct {
	P    int64
	H    *string
	D    *string
	Run  *string
	Open map[string][2]string
}

type leaf struct {
	V    int
	Kind string
	Prev *string
	C    map[string]string
}

type nodeLine struct {
	L int
	I int64
	H string
}

// A leaf taken apart. leaf is nil where it is missing or is none.
type readLeaf struct {
	line leafLine
	leaf *leaf
}

type pack struct {
	head        *head
	checkpoints []string
	definitions []json.RawMessage
	leaves      []readLeaf
	nodes       []nodeLine
	unlogged    int
	body        []byte
	seal        *string
	torn        bool
}

// openPack takes a file apart. A line that is none, or anything after the seal, makes it torn.
func openPack(file []byte) *pack {
	p := &pack{body: file}
	for rest := file; len(rest) > 0; {
		end := bytes.IndexByte(rest, '\n')
		if end < 0 || p.seal != nil || !p.take(rest[:end]) {
			p.torn = true
			return p
		}
		if p.seal != nil {
			p.body = file[:len(file)-len(rest)]
		}
		rest = rest[end+1:]
	}
	return p
}

func (p *pack) take(line []byte) bool {
	var kind struct{ T string }
	if json.Unmarshal(line, &kind) != nil {
		return false
	}
	switch kind.T {
	case "head":
		var h head
		if json.Unmarshal(line, &h) != nil {
			return false
		}
		if p.head == nil {
			p.head = &h
		}
	case "checkpoint":
		var c struct{ Note string }
		if json.Unmarshal(line, &c) != nil {
			return false
		}
		p.checkpoints = append(p.checkpoints, c.Note)
	case "definition":
		p.definitions = append(p.definitions, json.RawMessage(line))
	case "leaf":
		var l leafLine
		if json.Unmarshal(line, &l) != nil {
			return false
		}
		p.leaves = append(p.leaves, readLeaf{l, parseLeaf(l.D)})
	case "node":
		var n nodeLine
		if json.Unmarshal(line, &n) != nil {
			return false
		}
		p.nodes = append(p.nodes, n)
	case "unlogged":
		p.unlogged++
	case "ledger":
	case "seal":
		var s struct{ Note string }
		if json.Unmarshal(line, &s) != nil {
			return false
		}
		p.seal = &s.Note
	default:
		return false
	}
	return true
}

func parseLeaf(text *string) *leaf {
	if text == nil {
		return nil
	}
	var l leaf
	if json.Unmarshal([]byte(*text), &l) != nil || l.V != 1 || l.Prev == nil || l.C == nil {
		return nil
	}
	if l.Kind != "act" && l.Kind != "read" && l.Kind != "change" {
		return nil
	}
	return &l
}

// committed says whether the leaf commits to the value shown.
func (l *leaf) committed(name string, shown [2]string) bool {
	salt, err := base64.StdEncoding.DecodeString(shown[0])
	if err != nil {
		return false
	}
	digest := sha256.Sum256(append(salt, shown[1]...))
	return l.C[name] == base64.StdEncoding.EncodeToString(digest[:])
}

// value reads a shown value into what it is expected to be; false where it is not shown.
func (r readLeaf) value(name string, into any) bool {
	shown, ok := r.line.Open[name]
	return ok && json.Unmarshal([]byte(shown[1]), into) == nil
}
