package main

import (
	"runtime/debug"
	"testing"
)

func TestVersion(t *testing.T) {
	stamped := func(version, revision, modified string) *debug.BuildInfo {
		return &debug.BuildInfo{
			Main:     debug.Module{Version: version},
			Settings: []debug.BuildSetting{{Key: "vcs.revision", Value: revision}, {Key: "vcs.modified", Value: modified}},
		}
	}
	for _, test := range []struct {
		name, release, commit string
		info                  *debug.BuildInfo
		want                  string
	}{
		{"nothing known", "", "", &debug.BuildInfo{}, "devel"},
		{"go run", "", "", &debug.BuildInfo{Main: debug.Module{Version: "(devel)"}}, "devel"},
		{"built from a checkout", "", "", stamped("v0.0.0-2026", "0123abc", "false"), "v0.0.0-2026, commit 0123abc"},
		{"built from a changed checkout", "", "", stamped("(devel)", "0123abc", "true"), "devel, commit 0123abc with changes"},
		{"a release", "v1.2.3", "4567def", stamped("(devel)", "0123abc", "true"), "v1.2.3, commit 4567def"},
	} {
		if got := versionOf(test.release, test.commit, test.info); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}
