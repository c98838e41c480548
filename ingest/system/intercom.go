package system

// intercom reads Intercom's reporting export, one row for each
// conversation. Its company is the customer's firm.
var intercom = System{
	Key:    "intercom",
	Name:   "Intercom",
	Strong: []string{"conversation_id", "conversation_started_at", "Conversation ID", "Conversation started at", "Teammate assigned", "Team assigned", "Conversation tags"},
	Weak:   []string{"Topic", "Company", "User name", "Channel", "Conversation state", "First closed at", "Last closed at", "Started at"},
	Columns: Aliases{
		"id":               {"conversation_id", "Conversation ID", "*conversation_id"},
		"opened":           {"conversation_started_at", "Conversation started at", "*conversation_started_at", "Started at", "created_at"},
		"resolved":         {"First closed at", "*first_closed_at"},
		"closed":           {"Last closed at", "*last_closed_at"},
		"updated":          {"Updated at", "updated_at"},
		"subject":          {"Title", "Conversation title", "Subject"},
		"description":      {"First message", "source.body", "Initial message"},
		"requester":        {"User name", "User email", "Contact name", "*user_id"},
		"category":         {"Topic", "Conversation tags", "Tags"},
		"company":          {"Company"},
		"assignment_group": {"Team assigned", "*team_assigned"},
		"assignee":         {"Teammate assigned", "*teammate_assigned"},
		"priority":         {"Priority"},
		"state":            {"Conversation state", "State", "*state"},
		"channel":          {"Channel", "*channel"},
	},
}
