package main

import (
	"cmp"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// release and commit are set by .ci/release:
//
//	go build -ldflags "-X main.release=v1.2.3 -X main.commit=0123abc"
var release, commit string

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Say which version this is",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			out := printer{w: a.stdout}
			out.linef("ticketpatterns %s", version())
			return out.done()
		},
	}
}

// version names the release and its commit, as far as they are known.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{}
	}
	return versionOf(release, commit, info)
}

// versionOf takes what the build was told over what Go recorded about it.
func versionOf(release, commit string, info *debug.BuildInfo) string {
	recorded := map[string]string{}
	for _, s := range info.Settings {
		recorded[s.Key] = s.Value
	}
	if info.Main.Version == "(devel)" {
		info.Main.Version = ""
	}
	revision := recorded["vcs.revision"]
	if revision != "" && recorded["vcs.modified"] == "true" {
		revision += " with changes"
	}
	text := cmp.Or(release, info.Main.Version, "devel")
	if commit = cmp.Or(commit, revision); commit != "" {
		text += ", commit " + commit
	}
	return text
}
