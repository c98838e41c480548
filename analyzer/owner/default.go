package owner

import "slices"

// DefaultMap returns the built-in owner map, equal to the owners of config.yaml
// as shipped: the functions that every IT department has, in some form, and the
// teams of an invented organisation of middle size to own them. The functions
// are meant to be kept and the teams to be replaced. Words are in English and,
// where people use them, German, French, Spanish and Portuguese.
//
// Two functions have no owner on purpose. Meeting rooms and building technology
// lie between IT and building services and so most often belong to nobody, and
// a map without gaps would hide that the report lists gaps.
func DefaultMap() Map {
	return Map{
		FunctionsPerPerson: 2,
		PatternsPerPerson:  3,
		Teams:              defaultTeams(),
		Functions: slices.Concat(workplaceFunctions(), infrastructureFunctions(), platformFunctions(),
			applicationFunctions(), governanceFunctions()),
	}
}

// The teams of the built-in map.
const (
	serviceDesk   = "Service Desk"
	workplace     = "Workplace"
	network       = "Network"
	servers       = "Server and Storage"
	databases     = "Database Administration"
	identity      = "Identity and Access"
	collaboration = "Collaboration"
	cloud         = "Cloud"
	applications  = "Application Support"
	development   = "Development"
	deployment    = "Deployment"
	security      = "Security"
	training      = "Training and Adoption"
	management    = "IT Management"
	nobody        = ""
)

func defaultTeams() []Team {
	return []Team{
		{Name: serviceDesk, Contact: "servicedesk@example.com", Size: 6},
		{Name: workplace, Contact: "workplace@example.com", Size: 4},
		{Name: network, Contact: "network@example.com", Size: 3},
		{Name: servers, Contact: "servers@example.com", Size: 4},
		{Name: databases, Contact: "databases@example.com", Size: 2},
		{Name: identity, Contact: "identity@example.com", Size: 2},
		{Name: collaboration, Contact: "collaboration@example.com", Size: 2},
		{Name: cloud, Contact: "cloud@example.com", Size: 2},
		{Name: applications, Contact: "applications@example.com", Size: 5},
		{Name: development, Contact: "development@example.com", Size: 6},
		{Name: deployment, Contact: "deployment@example.com", Size: 2},
		{Name: security, Contact: "security@example.com", Size: 2},
		{Name: training, Contact: "training@example.com", Size: 1},
		{Name: management, Contact: "it-management@example.com", Size: 3},
	}
}

// workplaceFunctions are what people touch every day.
func workplaceFunctions() []Function {
	return []Function{
		{
			Name: "User support", Team: serviceDesk,
			DecidesAlone: "how tickets are taken, answered and closed",
			NeedsOthers:  "anything that removes a cause: the owner of that function",
			Categories:   []string{"general inquiry", "ticket status", "help desk", "service desk"},
			Terms:        []string{"ticket status", "no answer from the help desk", "on hold for", "opened a ticket", "hotline"},
			CauseTerms:   []string{"reassigned to the wrong team", "no knowledge article"},
		},
		{
			Name: "Endpoint and device management", Team: workplace,
			DecidesAlone: "models, images, standard software and updates of computers and phones",
			NeedsOthers:  "network settings (Network), security baselines (Security)",
			Categories: []string{"hardware", "desktop", "laptop", "notebook", "computer", "workstation", "pc", "endpoint", "mobile device",
				"smartphone", "tablet", "peripheral", "peripherals", "arbeitsplatz", "ordinateur", "equipo", "computador", "material"},
			Services:           []string{"workplace", "client management", "mobile device management"},
			ConfigurationItems: []string{"laptop", "desktop", "notebook", "workstation", "wks", "nb", "pc", "docking station"},
			Groups:             []string{"workplace", "desktop", "endpoint", "client", "field service", "on site support", "mobile devices"},
			Terms: []string{"laptop", "notebook", "docking", "monitor", "bildschirm*", "ecran", "pantalla", "keyboard", "tastatur", "mouse",
				"maus", "headset", "battery", "akku", "blue screen", "bluescreen", "bios", "usb", "webcam", "smartphone", "iphone",
				"ordinateur", "computador", "ordenador"},
			CauseTerms: []string{"docking firmware", "firmware update", "bios update", "driver update", "treiber", "device driver", "reimaged",
				"windows update", "battery swollen", "replaced battery", "replaced laptop", "group policy", "intune", "hardware defect"},
		},
		{
			Name: "Printing", Team: workplace,
			DecidesAlone:       "print queues, drivers, printers and their maintenance contract",
			NeedsOthers:        "network segments of printers (Network)",
			Categories:         []string{"print", "printing", "printer", "printers", "drucker", "drucken", "impression", "imprimante", "impresion", "impresora", "impressora", "impressao", "scanner"},
			Services:           []string{"print", "printing", "print service", "druck"},
			ConfigurationItems: []string{"printer", "prt", "prn", "print server", "mfp", "plotter"},
			Groups:             []string{"printing", "print", "drucker"},
			Terms: []string{"printer", "printers", "print", "printing", "prints", "print queue", "drucker*", "drucken", "druckt", "imprimante*",
				"imprimer", "impresora*", "imprimir", "impressora*", "scanner", "badge printer", "label printer"},
			CauseTerms: []string{"print driver", "printer driver", "druckertreiber", "spooler", "print server", "toner", "paper jam", "papierstau", "fuser"},
		},
		{
			Name: "Meeting rooms", Team: nobody,
			DecidesAlone:       "nothing yet",
			NeedsOthers:        "an owner between IT and building services",
			Categories:         []string{"meeting room", "meeting rooms", "conference room", "audio video", "av equipment", "besprechungsraum", "salle de reunion", "sala de reuniones", "sala de reuniao"},
			Services:           []string{"meeting rooms", "room systems"},
			ConfigurationItems: []string{"room panel", "room system", "projector", "beamer"},
			Terms: []string{"meeting room", "conference room", "projector", "beamer", "room screen", "room camera", "room display", "hdmi",
				"besprechungsraum", "besprechungsraume", "salle de reunion", "videoprojecteur", "sala de reuniones", "proyector", "sala de reuniao", "projetor"},
			CauseTerms: []string{"room panel", "room system", "hdmi cable", "projector lamp"},
		},
		{
			Name: "Building technology", Team: nobody,
			DecidesAlone:       "nothing yet",
			NeedsOthers:        "an owner between IT and building services",
			Categories:         []string{"facilities", "facility", "building", "door access", "access control", "gebaude", "batiment", "edificio"},
			Services:           []string{"door access", "access control", "building management"},
			ConfigurationItems: []string{"door reader", "door controller", "time clock"},
			Groups:             []string{"facilities", "building services"},
			Terms: []string{"door", "doors", "door reader", "badge", "badge reader", "key card", "keycard", "turnstile", "gate", "time clock", "tur", "zutritt*", "ausweis", "porte",
				"puerta", "tarjeta de acceso", "porta", "cracha"},
			CauseTerms: []string{"door controller", "badge reader", "badge system", "access control system", "passed to facilities", "facility management"},
		},
		{
			Name: "End-user training and adoption", Team: training,
			DecidesAlone: "guides, courses and what new tools are announced with",
			NeedsOthers:  "the content (owner of the application), people's time (their department)",
			Categories:   []string{"how to", "training", "question", "schulung", "formation", "capacitacion", "treinamento"},
			Services:     []string{"training"},
			Groups:       []string{"training"},
			Terms: []string{"how do i", "how to", "how can i", "where do i find", "is there a guide", "wie kann ich", "wie geht", "comment faire",
				"comment puis je", "como hago", "como puedo", "como faco", "como posso"},
			CauseTerms: []string{"explained to user", "showed user how", "user error", "user training", "walked the user through", "walked user through", "sent the guide",
				"benutzer erklart", "anleitung geschickt", "explique a l utilisateur", "se explico al usuario", "explicado ao usuario", "works as designed"},
		},
	}
}
