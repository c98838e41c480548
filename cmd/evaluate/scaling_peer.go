package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"os/exec"
	"time"
)

// peerScript clusters and counts with pandas and scikit-learn.
//
//go:embed peer.py
var peerScript string

// peerNeeds are the modules that peerScript imports.
const peerNeeds = "import pandas, sklearn; print(pandas.__version__, sklearn.__version__)"

// peer is the script with the interpreter that runs it. The zero value runs nothing.
type peer struct {
	python   string // "" = none is there that has what the script needs
	versions string // of pandas and scikit-learn
}

// peerCost is what the peer took; all 0 if it did not run.
type peerCost struct{ Wall, CPU float64 } // seconds

// findPeer asks an interpreter for what the script needs; "" asks for none.
func findPeer(python string) peer {
	if python == "" {
		return peer{}
	}
	versions, err := exec.Command(python, "-c", peerNeeds).Output()
	if err != nil {
		return peer{}
	}
	return peer{python, string(bytes.TrimSpace(versions))}
}

// measure runs the peer on an export of so many tickets.
func (p peer) measure(file string, tickets int) (c peerCost, err error) {
	if p.python == "" {
		return c, nil
	}
	var out, log bytes.Buffer
	child := exec.Command(p.python, "-", file)
	child.Stdin, child.Stdout, child.Stderr = bytes.NewBufferString(peerScript), &out, &log
	began := time.Now()
	if err := child.Run(); err != nil {
		return c, fmt.Errorf("running the peer with %s: %w: %s", p.python, err, bytes.TrimSpace(log.Bytes()))
	}
	c.Wall, c.CPU = time.Since(began).Seconds(), (child.ProcessState.UserTime() + child.ProcessState.SystemTime()).Seconds()
	var said struct{ Tickets int }
	if err := json.Unmarshal(out.Bytes(), &said); err != nil || said.Tickets != tickets {
		return c, fmt.Errorf("the peer says %q, want %d tickets", out.String(), tickets)
	}
	return c, nil
}

// columns are those that compare a run with the peer's.
func (p peer) columns(c cost, of peerCost) []any {
	if p.python == "" {
		return nil
	}
	return []any{decimals(of.Wall, 1), decimals(of.CPU, 1), decimals(of.Wall/c.total(), 2)}
}

func (p peer) header() []string {
	if p.python == "" {
		return nil
	}
	return []string{"peer s", "peer CPU s", "peer/total"}
}

func (p peer) note(out *table) {
	if p.python == "" {
		out.note("No peer ran: -peer wants a Python with pandas and scikit-learn.")
		return
	}
	out.note("peer: peer.py, which clusters and counts with pandas and scikit-learn (%s), on the same file.", p.versions)
}
