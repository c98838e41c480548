package owner

// hardly is the share of tickets below which the map knows hardly any: a pattern of
// eight then shows it in less than one.
const hardly = 1.0 / 8

// Fit is how many tickets of an export the map knows anything of.
type Fit struct{ Known, Of int }

// Fit counts the tickets that Learn took which show a value of the map, or whose group
// it knows for more than the help desk.
func (f *Finder) Fit() Fit {
	fit := Fit{Of: len(f.export.tickets)}
	for _, t := range f.export.tickets {
		if f.knows(t) {
			fit.Known++
		}
	}
	return fit
}

func (f *Finder) knows(t shownTicket) bool {
	for _, v := range t.shown {
		if rules[v.rule].values != nil {
			return true
		}
	}
	b := f.Bind(t.facts.Group)
	return b.recognised && !b.Desk
}

// Fits reports whether the map knows more than hardly any of the tickets, or there are
// none.
func (x Fit) Fits() bool { return x.Of == 0 || float64(x.Known) >= hardly*float64(x.Of) }
