package owner_test

import (
	"fmt"

	"ticketpatterns/analyzer/owner"
)

func ExampleMap_Find() {
	tickets := []owner.Facts{
		{TicketID: "INC1", Category: "Printing", Text: "Label printer offline again", Resolution: "Printer was in the wrong VLAN"},
		{TicketID: "INC2", Category: "Printing", Text: "Nothing prints in hall B", Resolution: "VLAN on the switch port corrected"},
		{TicketID: "INC3", Category: "Printing", Text: "Drucker offline", Resolution: "works again after restart"},
	}
	answer := owner.DefaultMap().Find(tickets, owner.Context{})
	fmt.Printf("%s (%s), or %s\n", answer.Team, answer.Strength, answer.Alternative)
	for _, e := range answer.Evidence {
		fmt.Println(e.Count, e.Code, e.Values, e.Tickets)
	}
	// Output:
	// Network (fair), or Workplace
	// 2 cause_in_notes [{vlan* 2}] [INC1 INC2]
}

// The worked example of the package comment: three of four tickets say "mail" and
// three "scanner". Of the export's tickets half say "mail" and none says "scanner", so
// that it is the scanner that tells.
func ExampleFinder_Learn() {
	m := owner.Map{Functions: []owner.Function{
		{Name: "Post", Team: "Collaboration", Terms: []string{"mail"}},
		{Name: "Handhelds", Team: "Warehouse Systems", Terms: []string{"scanner"}},
	}}
	f := m.Finder()
	tickets := []owner.Facts{
		{TicketID: "1", Subject: "scanner dead", Text: "answer by mail"},
		{TicketID: "2", Subject: "no login at the scanner", Text: "mail me"},
		{TicketID: "3", Subject: "scanner again"},
		{TicketID: "4", Subject: "logon refused", Text: "mail or phone"},
	}
	fmt.Println("without the export:", f.Find(tickets, owner.Context{}).Alternative != "")
	var others []owner.Facts
	for i := range 80 {
		others = append(others, owner.Facts{TicketID: fmt.Sprint("other ", i), Text: []string{"thank you", "send a mail"}[i%2]})
	}
	f.Learn(others)
	answer := f.Find(tickets, owner.Context{})
	fmt.Printf("%s, %q\n", answer.Team, answer.Alternative)
	// Output:
	// without the export: true
	// Warehouse Systems, ""
}

func ExampleNearest() {
	name, ok := owner.Nearest("Netwrk", []string{"Database", "Network"})
	fmt.Println(name, ok)
	// Output: Network true
}
