package html

import "strings"

const alsoListed = 4 // other scopes shown at once

// also are the other scopes and windows that showed the same tickets, each once:
// of several counts in one, as of weeks that end on different days, the strongest.
func (f *finding) also() []string {
	var out []string
	told := map[string]bool{}
	for _, line := range f.AlsoSeenAs {
		scope := line
		if end := strings.LastIndex(line, ": "); end >= 0 {
			scope = line[:end]
		}
		if !told[scope] {
			told[scope] = true
			out = append(out, line)
		}
	}
	return out
}

// AlsoFirst are the strongest of the other scopes.
func (f *finding) AlsoFirst() []string {
	all := f.also()
	return all[:min(len(all), alsoListed)]
}

// AlsoMore are the rest of them.
func (f *finding) AlsoMore() []string { return f.also()[len(f.AlsoFirst()):] }
