package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ticketpatterns/analyzer/dataset"
	"ticketpatterns/analyzer/owner"
	"ticketpatterns/analyzer/result"
	"ticketpatterns/analyzer/ticket"
)

// TestOrganisation holds that the map is one that config.yaml would take, and
// that every owner a family may name is a team that owns something.
func TestOrganisation(t *testing.T) {
	m := organisationMap()
	if err := m.Validate(); err != nil {
		t.Error(err)
	}
	owns := map[string]bool{}
	for _, f := range m.Functions {
		owns[f.Team] = true
	}
	for of, teams := range organisationOwners {
		for _, team := range teams {
			if !owns[team] {
				t.Errorf("%q: %q owns nothing", of, team)
			}
		}
	}
	known := map[string]bool{}
	for _, f := range owner.DefaultMap().Functions {
		known[f.Name] = true
	}
	for _, team := range organisationTeams {
		for _, f := range team.functions {
			if !known[f] {
				t.Errorf("%s: there is no built-in function %q", team.team, f)
			}
		}
	}
	for f := range organisationCategories {
		if !known[f] {
			t.Errorf("there is no built-in function %q", f)
		}
	}
}

func TestNamed(t *testing.T) {
	right := []string{"Network", "Warehouse"}
	category := result.Owner{Team: "Workplace", Alternative: "Network"}
	for _, c := range []struct {
		team, alternative string
		want              named
	}{
		{"Network", "", named{1, 1, 1, 0, 1}},
		{"Warehouse", "Network", named{1, 1, 1, 0, 1}},
		{"Security", "Network", named{1, 0, 1, 0, 1}},
		{"Security", "", named{1, 0, 0, 0, 1}},
		{"", "", named{1, 0, 0, 0, 1}},
	} {
		var n named
		n.count(c.team, c.alternative, category, right)
		if n != c.want {
			t.Errorf("%q, or %q: %+v, want %+v", c.team, c.alternative, n, c.want)
		}
	}
	var n named
	if n.count("", "", result.Owner{}, []string{""}); n.first != 0 || n.plain != 0 {
		t.Error("nobody counts as the right owner")
	}
}

// groupTickets are tickets of two teams: three printers filed as printing and
// held by the network, and others.
func groupTickets() []ticket.Ticket {
	var all []ticket.Ticket
	add := func(n int, k ticket.Ticket) {
		for range n {
			k.Source, k.ID, k.Opened = "x", fmt.Sprint(len(all)), plantEnd
			all = append(all, k)
		}
	}
	add(3, ticket.Ticket{Subject: "printer offline again", Category: "Printing", Resolution: "wrong VLAN", AssignmentGroup: "Network"})
	add(2, ticket.Ticket{Subject: "mailbox full", Category: "Email", AssignmentGroup: "Messaging"})
	add(4, ticket.Ticket{Subject: "status of my ticket", Category: "General Inquiry", AssignmentGroup: "Service Desk"})
	add(1, ticket.Ticket{Subject: "strange noise", AssignmentGroup: "Group 70"})
	add(1, ticket.Ticket{Subject: "no group"})
	return all
}

func TestReportGroups(t *testing.T) {
	out := &table{}
	if err := reportGroups(out, "test", groupTickets()); err != nil {
		t.Fatal(err)
	}
	// 11 tickets, 10 with a group, 9 of them bound, 4 kept by the desk. Of the five
	// left all are right by their notes and words, and the two mails by category.
	want := "test|11|10|9|4|each ticket|5|1.00|1.00|0.40|0.40|0.60"
	if got := strings.Join(out.rows[0], "|"); got != want {
		t.Errorf("row\n%s, want\n%s", got, want)
	}
	if got := out.rows[1]; got[5] != "each issue" || got[6] != "1" || got[7] != "1.00" || got[9] != "0.00" {
		t.Errorf("row %q, want the one issue of three printers: the network by its notes, wrong by its category", got)
	}
}

func TestOwnersCommand(t *testing.T) {
	dir := testData(t)
	write(t, dir, "planted/families_Y.csv", "family_id,family_title,category,root_cause_owner,subject,description\nP2,Tides,sea,Moon,tide,high tide\n")
	write(t, dir, "exports/tool/tickets.csv", "number,opened_at,short_description,category,assignment_group\n"+
		"INC1,2026-03-01 10:00:00,wifi gone,Network,Network\nINC2,2026-03-02 10:00:00,wifi slow,Network,Network\n")
	write(t, dir, "exports/tool/other.csv", "a,b\n1,2\n")
	out, err := runIt(t, "owners", dir, "-backgrounds", "eclipse", "-seeds", "1", "-weeks", "10", "-per-week", "10", "-sizes", "2", "-families", "-given", "-tables", "outbreaks,mixed,groups")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(out, "\n")
	for _, want := range []string{
		"22 teams      by lot  outbreaks of 2  1",
		"8 teams       90 %    P1 Wi-Fi drops  1",
		"Left out, as the maps of the organisations lack their owner: Moon.",
		"22 teams      60 %    network of a site ",
		"tool/tickets.csv  2        2             2      0       each ticket  2  1.00",
	} {
		if !slices.ContainsFunc(lines, func(l string) bool { return strings.HasPrefix(l, want) }) {
			t.Errorf("no line begins with %q:\n%s", want, out)
		}
	}
}

// Every owner a family may name is a team of the second organisation too, and every
// mixed outage has an owner in both.
func TestOrganisationsKnowTheirOwners(t *testing.T) {
	for _, o := range organisations() {
		if err := o.m.Validate(); err != nil {
			t.Errorf("%s: %v", o.name, err)
		}
		for of := range organisationOwners {
			if len(o.right[of]) == 0 {
				t.Errorf("%s: nobody owns %q", o.name, of)
			}
		}
		for _, of := range outages {
			if len(of.symptoms) < outageTickets || slices.Contains(o.ofFunction(of.function), "") || o.ofFunction(of.function) == nil {
				t.Errorf("%s, %s: %d symptoms, owner %v", o.name, of.kind, len(of.symptoms), o.ofFunction(of.function))
			}
		}
	}
}

// Complement Bayes tells two groups by their words, also if one has most tickets.
func TestComplementBayes(t *testing.T) {
	c := newComplementBayes()
	for range 9 {
		c.learn("Mail", []string{"outlook", "closes"})
	}
	c.learn("Network", []string{"wifi", "drops"})
	c.normalise()
	if got := c.predict([]string{"wifi", "closes", "drops"}); got != "Network" {
		t.Errorf("got %q, want Network", got)
	}
	if got := c.predict([]string{"outlook"}); got != "Mail" {
		t.Errorf("got %q, want Mail", got)
	}
}

// Groups are the right team in the share of tickets asked for.
func TestAskRegroups(t *testing.T) {
	o := organisations()[1]
	var all []ticket.Ticket
	for i := range 400 {
		all = append(all, ticket.Ticket{Source: "x", ID: fmt.Sprint(i), Opened: plantEnd, Subject: "wifi", AssignmentGroup: "Service Desk"})
	}
	a := o.ask(dataset.New(all, plantEnd), func(string) []string { return []string{"Infrastructure"} }, 0.6, 1)
	n := 0
	for _, k := range a.data.Tickets {
		if k.AssignmentGroup == "Infrastructure" {
			n++
		}
	}
	if n < 210 || n > 270 {
		t.Errorf("%d of 400 groups are right, want about 240", n)
	}
	if got := a.held([]string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}); got != "Infrastructure" {
		t.Errorf("held most: %q", got)
	}
}
