package owner

import "slices"

// functions returns the built-in functions without teams: the parts of IT that every
// organisation has in some form, whatever its size. Words are in English and, where
// people use them, in German, French, Spanish and Portuguese.
func functions() []Function {
	return slices.Concat(workplaceFunctions(), roomFunctions(), infrastructureFunctions(), dataFunctions(), platformFunctions(),
		cloudFunctions(), applicationFunctions(), governanceFunctions())
}

// workplaceFunctions are what people touch every day.
func workplaceFunctions() []Function {
	return []Function{
		{
			Name:         "User support",
			DecidesAlone: "how tickets are taken, answered and closed",
			NeedsOthers:  "anything that removes a cause: the owner of that function",
			Categories:   []string{"general inquiry", "ticket status", "help desk", "service desk"},
			Groups: []string{"service desk", "servicedesk", "help desk", "helpdesk", "support desk", "user support", "first level", "first line", "1st level",
				"1st line", "level 1", "tier 1", "l1", "hotline", "benutzerservice", "centre de services", "mesa de ayuda", "central de servicos"},
			Terms:      []string{"ticket status", "no answer from the help desk", "on hold for", "opened a ticket", "hotline"},
			CauseTerms: []string{"reassigned to the wrong team", "no knowledge article"},
		},
		{
			Name:         "Endpoint and device management",
			DecidesAlone: "models, images, standard software and updates of computers and phones",
			NeedsOthers:  "network settings (Network), security baselines (Security)",
			Categories: []string{"desktop", "laptop", "notebook", "computer", "workstation", "pc", "endpoint", "mobile device",
				"smartphone", "tablet", "peripheral", "peripherals", "arbeitsplatz", "ordinateur", "equipo", "computador"},
			BroadCategories:    []string{"hardware", "material"},
			Services:           []string{"workplace", "client management", "mobile device management"},
			ConfigurationItems: []string{"laptop", "desktop", "notebook", "workstation", "wks", "nb", "pc", "docking station"},
			Groups:             []string{"workplace", "desktop", "endpoint", "client", "field service", "on site support", "mobile devices"},
			Terms: []string{"laptop", "notebook", "docking", "monitor", "bildschirm*", "ecran", "pantalla", "keyboard", "tastatur", "mouse",
				"maus", "headset", "battery", "akku", "blue screen", "bluescreen", "bios", "usb", "webcam", "smartphone", "iphone",
				"ordinateur", "computador", "ordenador", "handheld*", "barcode scanner", "barcode reader", "browser", "chrome", "firefox", "excel",
				"powerpoint", "pdf", "acrobat"},
			CauseTerms: []string{"docking firmware", "firmware update", "bios update", "driver update", "treiber", "device driver", "reimaged",
				"windows update", "battery swollen", "replaced battery", "replaced laptop", "group policy", "intune", "hardware defect"},
		},
		{
			Name:               "Printing",
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
	}
}

// roomFunctions are the rooms and buildings around a workplace, and how people learn to use it.
func roomFunctions() []Function {
	return []Function{
		{
			Name:               "Meeting rooms",
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
			Name:               "Building technology",
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
			Name:         "End-user training and adoption",
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
