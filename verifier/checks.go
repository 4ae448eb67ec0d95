package main

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"slices"
	"sort"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const end = int64(1)<<53 - 1

// A fault, and the positions of the log it lies in.
type fault struct {
	Code     string `json:"code"`
	Position int64  `json:"position"`
	Until    int64  `json:"until"`
}

type verdict struct {
	Leaves int     `json:"leaves"`
	Faults []fault `json:"faults"`
	Open   []int64 `json:"open"`
}

type checker struct {
	*pack
	log    note.Verifier
	faults []fault
	open   []int64
}

func (c *checker) report(code string, position, until int64) {
	c.faults = append(c.faults, fault{code, position, until})
}

// verify checks a pack with the log's key (or the key in the pack) and the reader's own checkpoints.
func verify(file []byte, key string, own []string) verdict {
	c := &checker{pack: openPack(file)}
	c.run(key, own)
	sort.SliceStable(c.faults, func(i, j int) bool {
		a, b := c.faults[i], c.faults[j]
		return a.Position < b.Position || a.Position == b.Position && a.Until < b.Until
	})
	return verdict{len(c.leaves), c.faults, c.open}
}

func (c *checker) run(key string, own []string) {
	if c.torn {
		after := int64(0)
		if n := len(c.leaves); n > 0 {
			after = c.leaves[n-1].line.P + 1
		}
		c.report("cut", after, end)
		return
	}
	if key == "" && c.head != nil {
		key = c.head.Key
	}
	log, err := note.NewVerifier(strings.TrimSpace(key))
	if err != nil || c.head == nil || c.seal == nil {
		c.report("seal", 0, end)
		return
	}
	c.log = log
	digest := sha256.Sum256(c.body)
	text := "retorno/evidence/v1\n" + c.head.Origin + "\n" + base64.StdEncoding.EncodeToString(digest[:]) + "\n"
	if sealed, ok := c.signed(*c.seal); !ok || sealed != text || log.Name() != c.head.Origin {
		c.report("seal", 0, end)
	}
	c.checkLeaves()
	c.checkChains()
	tree := c.checkTree()
	c.checkOwn(tree, own)
	c.checkGates()
}

// signed gives the text of a note when the log signed it.
func (c *checker) signed(text string) (string, bool) {
	opened, err := note.Open([]byte(text), note.VerifierList(c.log))
	if err != nil {
		return "", false
	}
	return opened.Text, true
}

var shownNames = map[string][]string{
	"exact":  {"exact", "by", "account", "gate", "definition"},
	"coarse": {"codes", "by", "gate", "definition"},
}

func (c *checker) checkLeaves() {
	period := c.head.Kind == "period"
	expected := int64(0)
	if period {
		expected = c.head.From
	}
	first := expected
	for _, l := range c.leaves {
		p := l.line.P
		if p < expected && p >= first {
			c.report("position", p, p+1)
		}
		if period && p > expected {
			c.report("position", expected, p)
		}
		if p >= expected {
			expected = p + 1
		}
	}
	if period && expected < c.head.To {
		c.report("position", expected, c.head.To)
	}
	for _, l := range c.leaves {
		c.checkLeaf(l)
	}
	for range c.unlogged {
		c.report("not-logged", c.head.Size, c.head.Size+1)
	}
}

func (c *checker) checkLeaf(l readLeaf) {
	p := l.line.P
	if l.leaf == nil {
		c.report("position", p, p+1)
		return
	}
	if l.line.H == nil || *l.line.H != hashText(*l.line.D) {
		c.report("leaf", p, p+1)
	}
	if l.line.Open == nil {
		c.report("lost", p, p+1)
		return
	}
	for name, shown := range l.line.Open {
		if !l.leaf.committed(name, shown) {
			c.report("value", p, p+1)
		}
	}
	for _, name := range shownNames[c.head.Precision] {
		if _, shown := l.line.Open[name]; l.leaf.C[name] != "" && !shown {
			c.report("value", p, p+1)
		}
	}
	if c.head.Precision == "exact" && l.leaf.Kind != "change" {
		var exact struct{ Run *string }
		if !l.value("exact", &exact) || exact.Run == nil || l.line.Run == nil || *exact.Run != *l.line.Run {
			c.report("chain", p, p+1)
		}
	}
}

func hashText(data string) string {
	h := tlog.RecordHash([]byte(data))
	return base64.StdEncoding.EncodeToString(h[:])
}

// What an act was, as far as it is shown.
type codes struct {
	Seq   *int64
	Step  *string
	Clock *struct{ Step *string }
}

func (r readLeaf) codes() (codes, bool) {
	var none codes
	if r.leaf == nil || r.leaf.Kind != "act" {
		return none, false
	}
	var exact struct {
		Seq *int64
		Act *codes
	}
	if r.value("exact", &exact) && exact.Seq != nil && exact.Act != nil {
		exact.Act.Seq = exact.Seq
		return *exact.Act, true
	}
	var coarse codes
	if r.value("codes", &coarse) && coarse.Seq != nil {
		return coarse, true
	}
	return none, false
}

func (c *checker) checkChains() {
	type link struct {
		hash string
		seq  int64
		p    int64
	}
	whole := c.head.Kind == "run" || c.head.From == 0
	last := map[string]link{}
	owner := map[string]bool{}
	for _, l := range c.leaves {
		if l.leaf == nil || l.line.Run == nil {
			continue
		}
		run, p, prev := *l.line.Run, l.line.P, *l.leaf.Prev
		before, known := last[run]
		outside := !whole && prev != "" && (!known || before.p < c.head.From)
		switch {
		case outside:
			if owner[prev] && prev != before.hash {
				c.report("chain", p, p+1)
			}
		case known && prev != before.hash, !known && prev != "":
			c.report("chain", p, p+1)
		}
		seq := before.seq
		if act, ok := l.codes(); ok {
			seq = *act.Seq
			if !outside && seq != before.seq+1 {
				c.report("gap", p, p+1)
			}
		}
		hash := hashText(*l.line.D)
		owner[hash] = true
		last[run] = link{hash, seq, p}
	}
}

func (c *checker) checkGates() {
	known := map[string]definition{}
	for _, raw := range c.definitions {
		if d, ok := c.readDefinition(raw); ok {
			known[d.digest] = d
		}
	}
	following := map[string]*definition{}
	for _, l := range c.leaves {
		act, ok := l.codes()
		if !ok || l.line.Run == nil {
			continue
		}
		run := *l.line.Run
		if _, seen := following[run]; !seen {
			var named struct{ Digest string }
			l.value("definition", &named)
			if d, there := known[named.Digest]; there {
				following[run] = &d
			} else {
				c.report("definition", l.line.P, l.line.P+1)
				following[run] = nil
			}
		}
		step := act.Step
		if step == nil && act.Clock != nil {
			step = act.Clock.Step
		}
		if d := following[run]; d != nil && step != nil {
			if _, gated := d.gates[*step]; gated {
				c.checkPassage(d, l)
			}
		}
	}
}

func (c *checker) checkPassage(d *definition, l readLeaf) {
	var passage *struct{ Passed, Held []string }
	if !l.value("gate", &passage) || passage == nil {
		c.report("gate", l.line.P, l.line.P+1)
		return
	}
	for _, passed := range passage.Passed {
		step := passed[:max(0, strings.LastIndexByte(passed, ':'))]
		for _, fact := range d.gates[step].Needs {
			if !slices.Contains(passage.Held, fact) {
				c.report("gate", l.line.P, l.line.P+1)
				break
			}
		}
	}
}

// readDefinition takes what gates ask for from the pack, and sees that it is no less than what the protocol itself requires.
func (c *checker) readDefinition(raw json.RawMessage) (definition, bool) {
	var line struct {
		Digest string
		Body   string
		Gates  map[string]gate
	}
	if json.Unmarshal(raw, &line) != nil {
		return definition{}, false
	}
	digest := sha256.Sum256([]byte(line.Body))
	if hex.EncodeToString(digest[:]) != line.Digest {
		return definition{}, false
	}
	var body struct {
		Steps []struct {
			ID       string
			Effects  []string
			Requires []string
		}
	}
	if json.Unmarshal([]byte(line.Body), &body) != nil {
		return definition{}, false
	}
	gated := []string{"departs", "hands-over", "discloses-identity", "issues-document"}
	for _, step := range body.Steps {
		own, there := line.Gates[step.ID]
		isGate := slices.ContainsFunc(step.Effects, func(e string) bool { return slices.Contains(gated, e) })
		less := there && slices.ContainsFunc(step.Requires, func(f string) bool { return !slices.Contains(own.Needs, f) })
		if isGate && !there || less {
			c.report("definition", 0, 1)
			break
		}
	}
	return definition{line.Digest, line.Gates}, true
}
