package ingest_test

import (
	"fmt"
	"os"
	"strings"

	"ticketpatterns/ingest"
)

func ExampleReadReader() {
	export := `"number","opened_at","short_description","caller_id","state"
"INC0010112","2026-03-05 11:48:43","Printer on floor 3 jams","Ann Lee","New"
"INC0010113","soon","Mail is slow","Bob Ray","New"
`
	batch, err := ingest.ReadReader(strings.NewReader(export), "incident.csv", ingest.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	f := batch.Files[0]
	fmt.Printf("%s: %d rows = %d kept + %d merged + %d rejected\n", f.System, f.Rows, f.Kept, f.Merged, f.Rejected)
	fmt.Println(batch.Tickets[0].Subject)
	fmt.Println(batch.Rejects[0])
	// Output:
	// ServiceNow: 2 rows = 1 kept + 0 merged + 1 rejected
	// Printer on floor 3 jams
	// incident.csv:3: opened_at: opened is not a time, want one such as 2026-03-05 10:15
}

func ExampleWriteCanonical() {
	export := "Ticket ID,Created,Title,Dept\n7,05/03/2026 10:15,=printer jams,Sales\n8,13/03/2026 09:00,VPN drops,Sales\n"
	batch, err := ingest.ReadReader(strings.NewReader(export), "list.csv", ingest.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := ingest.WriteCanonical(os.Stdout, batch.Tickets); err != nil {
		fmt.Println(err)
	}
	// Output:
	// source,id,opened,resolved,closed,updated,subject,description,requester,department,category,subcategory,service,configuration_item,location,assignment_group,assignee,priority,impact,urgency,state,channel,reassignments,reopens,resolution_code,resolution,problem,change,parent,company,sla_met
	// register,7,2026-03-05T10:15:00Z,,,,'=printer jams,,,Sales,,,,,,,,,,,,,,,,,,,,,
	// register,8,2026-03-13T09:00:00Z,,,,VPN drops,,,Sales,,,,,,,,,,,,,,,,,,,,,
}
