package owner

import "testing"

func TestBind(t *testing.T) {
	f := DefaultMap().Finder()
	for _, c := range []struct{ group, want, why string }{
		{"Network", "Networking", `its name holds "network"`},
		{"IT-NETWORK-L2", "Networking", `its name holds "network"`},
		{"Netzwerkteam Nord", "Networking", `its name is like "netzwerk"`},
		{"Service Desk", "User support", `its name holds "service desk"`},
		{"Service Desk Network", "User support", `its name holds "service desk"`},
		{"Workplace", "Endpoint and device management", `its name holds "workplace"`},
		{"IT Management", "Data governance", "the team has that name, and this is its first function"},
		{"Datenbanken", "Databases", `its name is like "datenbank"`},
		{"Databse Admins", "Databases", ""},
		{"Printers", "Printing", ""},
		{"Hardware", "Endpoint and device management", `its name is like "hardware"`},
		{"Software", "Business applications", `its name is like "software"`},
		{"Infrastructure", "Servers and operating systems", ""},
		{"Phishing Response", "Security", ""},
		{"Team 7", "", "nothing in the map is like it"},
		{"", "", "nothing in the map is like it"},
		{"Head Office Porto", "", "nothing in the map is like it"},
		{"Cantina", "", "nothing in the map is like it"},
	} {
		got := f.Bind(c.group)
		if got.Function != c.want || c.why != "" && got.Why != c.why {
			t.Errorf("Bind(%q) = %q (%s), want %q (%s)", c.group, got.Function, got.Why, c.want, c.why)
		}
		if got.Desk != (got.Function == "User support") {
			t.Errorf("Bind(%q): desk %v", c.group, got.Desk)
		}
	}
}
