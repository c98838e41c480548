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

// The name of a team outweighs what is built in for others, and what the site wrote
// outweighs the name.
func TestBindPrefersTheSite(t *testing.T) {
	m := DefaultMap()
	m.Teams = append(m.Teams, Team{Name: "ERP Competence Centre"})
	m.Functions = append(m.Functions, Function{Name: "Ledger", Team: "ERP Competence Centre", Terms: []string{"ledger"}})
	if got := m.Finder().Bind("ERP Competence Centre"); got.Function != "Ledger" {
		t.Errorf("%+v, want the function of that team", got)
	}
	m.Functions[0].Groups = append(m.Functions[0].Groups, "competence centre")
	if got := m.Finder().Bind("ERP Competence Centre"); got.Function != "User support" {
		t.Errorf("%+v, want the function for which the site wrote the group", got)
	}
}
