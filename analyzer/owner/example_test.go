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
	fmt.Printf("%s (%.0f %%), or %s\n", answer.Team, 100*answer.Confidence, answer.Alternative)
	for _, e := range answer.Evidence {
		fmt.Println(e.Count, e.Code, e.Values, e.Tickets)
	}
	// Output:
	// Network (62 %), or Workplace
	// 2 cause_in_notes [{switch port 1} {vlan* 1}] [INC1 INC2]
}

func ExampleNearest() {
	name, ok := owner.Nearest("Netwrk", []string{"Database", "Network"})
	fmt.Println(name, ok)
	// Output: Network true
}
