package owner

import "testing"

func TestBind(t *testing.T) {
	f := DefaultMap().Finder()
	for _, c := range []struct{ group, want, why string }{
		{"Network", "Networking", "value network"},
		{"IT-NETWORK-L2", "Networking", "value network"},
		{"Netzwerkteam Nord", "Networking", "likeness netzwerk"},
		{"Service Desk", "User support", "value service desk"},
		{"Service Desk Network", "User support", "value service desk"},
		{"Workplace", "Endpoint and device management", "value workplace"},
		{"IT Management", "Data governance", "team "},
		{"Datenbanken", "Databases", "likeness datenbank"},
		{"Databse Admins", "Databases", ""},
		{"Printers", "Printing", ""},
		{"Hardware", "Endpoint and device management", "likeness hardware"},
		{"Software", "Business applications", "likeness software"},
		{"Infrastructure", "Servers and operating systems", ""},
		{"Phishing Response", "Security", ""},
		{"Team 7", "", " "},
		{"", "", " "},
		{"Head Office Porto", "", " "},
		{"Cantina", "", " "},
	} {
		got := f.Bind(c.group)
		if why := string(got.By) + " " + got.Value; got.Function != c.want || c.why != "" && why != c.why {
			t.Errorf("Bind(%q) = %q (%s), want %q (%s)", c.group, got.Function, why, c.want, c.why)
		}
		if got.Desk != (got.Function == "User support") {
			t.Errorf("Bind(%q): desk %v", c.group, got.Desk)
		}
	}
}
