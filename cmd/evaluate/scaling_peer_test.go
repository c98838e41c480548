package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestScalingWithoutPeer: where no such Python is, the table has no columns for
// the peer and says why.
func TestScalingWithoutPeer(t *testing.T) {
	if p := findPeer(filepath.Join(t.TempDir(), "no-python")); p != (peer{}) {
		t.Errorf("found the peer %v where no interpreter is", p)
	}
	if p := (peer{}); p.header() != nil || p.columns(cost{}, peerCost{}) != nil {
		t.Errorf("columns %v without a peer", p.header())
	}
	out, said := &table{}, bytes.Buffer{}
	peer{}.note(out)
	if err := out.write(&said); err != nil || !strings.Contains(said.String(), "No peer ran") {
		t.Errorf("error %v, the table says %q, want that no peer ran", err, said.String())
	}
}

// TestPeerCountsTheSameTickets runs the script on a made export.
func TestPeerCountsTheSameTickets(t *testing.T) {
	var beside peer
	for _, python := range []string{"python3", "/usr/bin/python3"} {
		if beside.python == "" {
			beside = findPeer(python)
		}
	}
	if beside.python == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("no Python with pandas and scikit-learn, which .ci/run installs")
		}
		t.Skip("no Python with pandas and scikit-learn")
	}
	file := filepath.Join(t.TempDir(), "export.csv")
	if err := writeExportFile(file, 600, newWordings(1, nil)); err != nil {
		t.Fatal(err)
	}
	c, err := beside.measure(file, 600)
	if err != nil || c.Wall <= 0 || c.CPU <= 0 {
		t.Errorf("the peer took %v, error %v", c, err)
	}
	if _, err := beside.measure(file, 601); err == nil {
		t.Error("no error for a peer that counts other tickets")
	}
	if len(beside.columns(cost{Read: 1}, c)) != len(beside.header()) {
		t.Errorf("%d columns for the header %v", len(beside.columns(cost{Read: 1}, c)), beside.header())
	}
}
