package ingest

import (
	"io"
	"sync"
	"ticketpatterns/ingest/system"
	"time"

	"ticketpatterns/analyzer/fold"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// People is what was read from lists of people.
type People struct {
	// People holds each person once for each name by which tickets may call
	// them: login, mail address, display name.
	People   []ticket.Person
	Rejects  []ticket.Reject
	Files    []File
	Warnings []result.Warning
}

// personRow is one person, as gocsv reads it.
type personRow struct {
	Requester  string `csv:"requester"`
	Login      string `csv:"login"`
	Mail       string `csv:"mail"`
	Name       string `csv:"name"`
	First      string `csv:"first"`
	Last       string `csv:"last"`
	Department string `csv:"department"`
	Location   string `csv:"location"`
}

// people sets out to the person under each name, or returns why there is none.
func (r *personRow) people(out *[]ticket.Person) string {
	if r.Department == "" && r.Location == "" {
		return "neither department nor location, want one of them"
	}
	names := []string{r.Requester, r.Login, r.Mail, r.Name}
	if r.First != "" && r.Last != "" {
		names = append(names, r.First+" "+r.Last, r.Last+", "+r.First)
	}
	seen := make(map[string]bool)
	for _, n := range names {
		if key := fold.Spelling(n); key != "" && !seen[key] {
			*out = append(*out, ticket.Person{Requester: n, Department: r.Department, Location: r.Location, Alias: len(seen) > 0})
			seen[key] = true
		}
	}
	if len(*out) == 0 {
		return "no name, login or mail address, want one"
	}
	return ""
}

// peopleSchema is what a list of people may hold.
var peopleSchema = sync.OnceValue(func() *schema {
	return (&schema{
		what:     "people",
		fields:   []string{"requester", "login", "mail", "name", "first", "last", "department", "location"},
		required: []string{"department"},
		example:  []string{"requester", "department", "location"},
		needs:    map[string]string{"department": "in which department a person works"},
		systems: []system.System{{
			Key:  "people",
			Form: result.FormPeople,
			Columns: system.Aliases{
				"requester":  {"requester", "requester id", "caller", "user id", "employee id", "person id", "user", "id", "personnel number"},
				"login":      {"login", "user name", "username", "sam account name", "sAMAccountName", "account", "uid", "upn", "user principal name"},
				"mail":       {"mail", "email", "e-mail", "email address", "e-mail address", "mail address", "work email"},
				"name":       {"name", "display name", "full name", "employee name", "cn"},
				"first":      {"first name", "given name", "firstname", "Vorname", "Prénom"},
				"last":       {"last name", "surname", "family name", "lastname", "sn", "Nachname", "Nom"},
				"department": {"department", "dept", "department name", "business unit", "division", "org unit", "organizational unit", "cost center", "cost centre", "Abteilung", "Département", "Departamento", "Afdeling", "Dział"},
				"location":   {"location", "site", "office", "physical delivery office name", "building", "branch", "city", "Standort", "Lieu", "Ubicación", "Localização"},
			},
		}},
	}).compile()
})

// ReadPeople reads lists of people; paths are as in Read. Options.Columns is for
// tickets and does not apply. A row without a name, or with neither department
// nor location, is rejected.
func ReadPeople(paths []string, o Options) (*People, error) {
	o.Columns = nil
	if err := o.Validate(); err != nil {
		return nil, err
	}
	p := &People{}
	err := eachFile(paths, nil, func(r io.Reader, name string) error {
		t, err := readTable(r, name, peopleSchema(), o, nil, (*personRow).people)
		t.each(func(_ int, v *[]ticket.Person, _ []time.Time) { p.People = append(p.People, *v...) })
		p.Files, p.Rejects = append(p.Files, t.file), append(p.Rejects, t.rejects.listed...)
		p.Warnings = append(p.Warnings, t.file.Warnings...)
		return err
	})
	return p, err
}
