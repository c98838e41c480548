package html

const alsoListed = 4 // other scopes shown at once

// AlsoFirst are the strongest of the other scopes that showed the same tickets.
func (f *finding) AlsoFirst() []string { return f.sightings(0, min(len(f.AlsoSeenAs), alsoListed)) }

// AlsoMore are the rest of them.
func (f *finding) AlsoMore() []string {
	return f.sightings(min(len(f.AlsoSeenAs), alsoListed), len(f.AlsoSeenAs))
}

func (f *finding) sightings(from, to int) []string {
	var out []string
	for _, s := range f.AlsoSeenAs[from:to] {
		out = append(out, f.in.Sighting(s))
	}
	return out
}
