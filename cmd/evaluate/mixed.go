package main

import (
	"fmt"
	"math/rand/v2"
	"time"

	"ticketpatterns/analyzer/ticket"
)

// A mixed outage is one fault that people report by what it breaks for them: one
// cannot print, another cannot sign in, a third misses a drive. Its tickets share
// few words and no category; what they stand on is the cause.

// outage is one kind of mixed outage: the wordings of its symptoms, each with the
// category that a desk would choose, and the built-in function behind them.
type outage struct {
	kind     string
	function string
	oneSite  bool // all at one location; otherwise at all of them
	symptoms []wording
}

const (
	outageTickets = 15
	outageHours   = 30 // from the first ticket to the last
)

var outages = []outage{
	{"network of a site", "Networking", true, []wording{
		{"Label printer in shipping does not react", "Print jobs stay in the queue, the printer shows ready.", "Printing"},
		{"Cannot print delivery notes", "Nothing comes out since this morning, none of the printers here.", "Printing"},
		{"Printer offline on second floor", "Windows says offline, cable is plugged in.", "Printing"},
		{"Shared drive gone", "Drive P is not there any more after lunch.", "Storage"},
		{"Department folder cannot be opened", "Explorer says the path was not found.", "Storage"},
		{"Desk phones dead", "All phones in our row show registering.", "Telephony"},
		{"Phone drops every call", "Calls end after a few seconds, colleagues have the same.", "Telephony"},
		{"Outlook disconnected", "Status bar says trying to connect, no mail since nine.", "Email"},
		{"Mails stay in the outbox", "Nothing leaves my mailbox.", "Email"},
		{"SAP logon hangs", "The logon pad waits and then says partner not reached.", "Application"},
		{"Order entry times out", "Every save takes minutes and then fails.", "Application"},
		{"Cannot sign in at the shared computer", "It says that no logon servers are available.", "Access"},
		{"Web pages do not load", "Browser waits forever, intranet too.", "Software"},
		{"Remote desktop freezes", "The session to the terminal server stops every few minutes.", "Software"},
		{"Room screen shows no picture from the laptop", "The meeting room cannot be reached from the booking page.", "Hardware"},
		{"No connection at my desk", "Laptop is plugged in and has no network.", "Network"},
		{"Wireless and cable both slow", "Nothing works since the morning.", "Network"},
	}},
	{"sign-in", "Identity and access", false, []wording{
		{"SAP asks for my password again and again", "The password is right, it worked yesterday.", "Application"},
		{"Cannot log in to the time sheet", "It says access denied although nothing changed.", "Application"},
		{"Outlook keeps asking for credentials", "I enter the password and the window comes back.", "Email"},
		{"Teams signs me out every minute", "I have to log in again and again.", "Email"},
		{"VPN refuses my login", "Authentication failed, with the right password.", "Network"},
		{"Wireless does not accept my account", "It asks for user name and password and then nothing.", "Network"},
		{"Laptop: the user name or password is incorrect", "I am sure that it is right.", "Hardware"},
		{"No access to the purchasing portal", "Single sign-on shows an error page.", "Application"},
		{"Intranet says sign in failed", "All my colleagues get the same message.", "Software"},
		{"Scanner login at the warehouse does not work", "My badge number and password are refused.", "Hardware"},
		{"Printer does not accept my login", "Follow me printing says unknown user.", "Printing"},
		{"Locked out of everything", "My account seems to be locked since eight.", "Access"},
		{"Verification code does not come", "The second factor never arrives, I cannot log in.", "Access"},
		{"Folder says no permission", "I could open it last week, now permission denied.", "Storage"},
		{"CRM login loop", "After the login page comes the login page.", "Application"},
	}},
	{"storage", "Storage", false, []wording{
		{"Shared drive very slow", "Opening a folder takes a minute.", "Storage"},
		{"Drive S shows disk full", "I cannot save, there is no space left.", "Storage"},
		{"Excel file on the department drive opens read-only", "It says locked, nobody has it open.", "Software"},
		{"Word cannot save to the network drive", "There was an error writing to the file.", "Software"},
		{"My profile does not load", "Sign-in takes ten minutes, then the desktop is empty.", "Access"},
		{"Home folder is empty", "All my documents on drive H are gone.", "Storage"},
		{"Scans do not arrive in the folder", "The copier says that it could not write to the file share.", "Printing"},
		{"SAP cannot attach a document", "Error while writing to the archive folder.", "Application"},
		{"Report export fails", "The report cannot be written to the shared drive.", "Application"},
		{"Nightly backup was not complete", "Volume could not be read.", "Backup"},
		{"Drawings cannot be opened", "CAD says file not accessible on the file server.", "Application"},
		{"Mapped drives have a red cross", "All of them, since this morning.", "Storage"},
		{"Outlook archive cannot be found", "The pst file on my network drive is not accessible.", "Email"},
		{"Intranet pictures are missing", "Files of the document library cannot be read from the share.", "Software"},
		{"Payroll file cannot be imported", "Cannot open the import file on the shared drive.", "Application"},
	}},
	{"provider of mail and meetings", "Email and collaboration", false, []wording{
		{"Outlook on the web does not open", "Something went wrong, try again later.", "Email"},
		{"No new mail since ten", "Colleagues wait for my mails too.", "Email"},
		{"Teams shows we are having trouble", "Chats do not load.", "Software"},
		{"Cannot join the Teams meeting", "The meeting does not start for anybody.", "Software"},
		{"SharePoint page is not available", "Service unavailable.", "Software"},
		{"OneDrive does not sync", "It says that sync is paused.", "Storage"},
		{"Calendar is empty", "All my appointments are gone in Outlook.", "Email"},
		{"Shared mailbox cannot be opened", "The folder cannot be expanded.", "Email"},
		{"Files in Teams do not open", "A white page, then an error.", "Software"},
		{"Room booking from Outlook fails", "The room does not answer.", "Other"},
		{"Phone does not get mails", "Mail app says cannot connect to server.", "Hardware"},
		{"Office online does not load documents", "Word and Excel in the browser stay white.", "Software"},
		{"Access to the team site denied", "It says sorry, something is wrong.", "Access"},
		{"Mails to customers come back", "Delayed delivery, they say.", "Email"},
		{"Teams calls have no sound", "Nobody hears anybody, since ten.", "Telephony"},
	}},
}

// addOutage adds the tickets of an outage at the end of an export, each from another
// person, and returns them all with the ids of the outage.
func addOutage(e export, of outage, seed uint64) ([]ticket.Ticket, map[string]bool) {
	chance := rand.New(rand.NewPCG(seed, 7))
	all, ids := append([]ticket.Ticket{}, e.tickets...), map[string]bool{}
	site := plantSites[chance.IntN(len(plantSites))]
	start := plantEnd.AddDate(0, 0, -3).Add(8 * time.Hour)
	for i, at := range chance.Perm(len(of.symptoms))[:outageTickets] {
		w := of.symptoms[at]
		k := ticket.Ticket{
			Source: "made", ID: fmt.Sprintf("M%07d", i), Opened: start.Add(time.Duration(chance.IntN(outageHours*60)) * time.Minute), Subject: w.subject, Description: w.description,
			Category: w.category, Requester: fmt.Sprintf("Mix%04d", i), Department: plantDepartments[chance.IntN(len(plantDepartments))],
			Location: plantSites[chance.IntN(len(plantSites))], AssignmentGroup: plantGroups[chance.IntN(len(plantGroups))], State: "Closed",
		}
		if of.oneSite {
			k.Location = site
		}
		k.Resolved = k.Opened.Add(time.Duration(1+chance.IntN(20)) * time.Hour)
		all, ids[k.ID] = append(all, k), true
	}
	return all, ids
}
