package html

const alsoListed = 4 // other scopes shown at once

// AlsoFirst are the strongest of the other scopes that showed the same tickets.
func (f *finding) AlsoFirst() []string { return f.AlsoSeenAs[:min(len(f.AlsoSeenAs), alsoListed)] }

// AlsoMore are the rest of them.
func (f *finding) AlsoMore() []string { return f.AlsoSeenAs[len(f.AlsoFirst()):] }
