package system

import "ticketpatterns/analyzer/result"

// osTicket reads osTicket. Its department is the support department that
// the ticket was routed to, never the requester's.
var osTicket = System{
	Key:    "osticket",
	Name:   "osTicket",
	Strong: []string{"Help Topic", "SLA Due Date", "Team Assigned", "Agent Assigned", "Thread Count", "Reopen Count", "SLA Plan", "From Email", "Attachment Count"},
	Weak:   []string{"Ticket Number", "Date Created", "Current Status", "Last Updated", "Overdue", "Answered", "From", "Closed Date", "Merged", "Linked"},
	Columns: Aliases{
		"id":               {"Ticket Number"},
		"opened":           {"Date Created", "Create Date"},
		"closed":           {"Closed Date", "Close Date"},
		"updated":          {"Last Updated"},
		"subject":          {"Subject"},
		"requester":        {"From Email", "From"},
		"category":         {"Help Topic", "Category"},
		"assignment_group": {"Team Assigned", "Department"},
		"assignee":         {"Agent Assigned"},
		"priority":         {"Priority"},
		"state":            {"Current Status"},
		"channel":          {"Source"},
		"reopens":          {"Reopen Count"},
	},
	Trait: result.WarnSupportDepartment,
}
