package owner

// infrastructureFunctions are the parts of IT that few people see.
func infrastructureFunctions() []Function {
	return []Function{
		{
			Name:         "Networking",
			DecidesAlone: "switches, wireless, VPN, addresses and name resolution",
			NeedsOthers:  "firewall policy (Security), lines (Vendor and licence management)",
			Categories: []string{"network", "networking", "connectivity", "internet", "vpn", "wifi", "wi-fi", "wlan", "lan", "wan", "netzwerk*",
				"reseau", "reseaux", "red", "redes", "rede", "conectividad"},
			Services:           []string{"network", "vpn", "wifi", "wlan", "lan", "internet", "remote access", "netzwerk"},
			ConfigurationItems: []string{"switch", "router", "access point", "firewall", "vpn", "wlan", "sw", "rtr", "ap"},
			Groups:             []string{"network", "networking", "netzwerk", "reseau", "redes", "lan", "wan", "connectivity"},
			Terms: []string{"wifi", "wi-fi", "wlan", "vpn", "network", "netzwerk*", "internet", "ethernet", "no connection", "keine verbindung",
				"connection drops", "reseau", "pas de connexion", "sin conexion", "sem conexao", "rede"},
			CauseTerms: []string{"vlan*", "dhcp", "dns", "switch port", "switchport", "access point", "router", "subnet", "ip conflict", "ip address conflict",
				"routing", "patch cable", "network cable", "netzwerkkabel", "firewall rule", "packet loss", "bandwidth", "proxy", "mtu", "vpn gateway",
				"network configuration"},
			Carries: []string{"Printing", "Telephony", "Servers and operating systems", "Storage", "Identity and access", "Email and collaboration",
				"Business applications", "Meeting rooms"},
		},
		{
			Name:               "Telephony",
			DecidesAlone:       "extensions, call routing and desk phones",
			NeedsOthers:        "carriers (Vendor and licence management)",
			Categories:         []string{"telephony", "telephone", "phone", "voice", "telefonie", "telefon", "telephonie", "telefonia", "telefono"},
			Services:           []string{"telephony", "voice", "contact center", "call center"},
			ConfigurationItems: []string{"pbx", "desk phone", "voice gateway"},
			Groups:             []string{"telephony", "voice", "telefonie"},
			Terms: []string{"desk phone", "phone line", "extension", "dial tone", "voicemail", "call quality", "softphone*", "phone call", "phone calls", "incoming calls", "outgoing calls", "calls drop", "phone system",
				"contact center", "contact centre", "call center", "call centre", "telefonanlage", "telefon", "telephone", "telefono fijo", "ramal"},
			CauseTerms: []string{"pbx", "sip trunk", "call routing", "voice gateway", "extension moved"},
		},
		{
			Name:               "Servers and operating systems",
			DecidesAlone:       "patching, restarts and sizing of servers within the maintenance window",
			NeedsOthers:        "restarts in office hours (owner of the application)",
			Categories:         []string{"server", "servers", "operating system", "virtualization", "serveur", "servidor", "servidores", "betriebssystem"},
			Services:           []string{"server hosting", "virtual machines", "terminal server", "citrix", "remote desktop"},
			ConfigurationItems: []string{"server", "srv", "esx", "vm", "citrix"},
			Groups:             []string{"server", "servers", "windows", "unix", "linux", "virtualization", "systems", "citrix", "infrastructure"},
			Terms:              []string{"server down", "server is down", "terminal server", "citrix", "remote desktop", "server nicht erreichbar", "serveur", "servidor"},
			CauseTerms: []string{"server restarted", "restarted the server", "rebooted the server", "server neu gestartet", "windows service", "high cpu", "cpu load",
				"out of memory", "memory full", "patched the server", "server patch", "hypervisor", "virtual machine", "session host"},
			Carries: []string{"Business applications", "Databases", "Storage", "Printing", "Email and collaboration", "Endpoint and device management", "Backup and recovery"},
		},
	}
}

// dataFunctions are where data are stored.
func dataFunctions() []Function {
	return []Function{
		{
			Name:               "Databases",
			DecidesAlone:       "indexes, maintenance jobs and parameters of databases",
			NeedsOthers:        "schema changes (owner of the application), more disk (Storage)",
			Categories:         []string{"database", "databases", "datenbank", "base de donnees", "base de datos", "banco de dados"},
			Services:           []string{"database", "sql", "oracle"},
			ConfigurationItems: []string{"sql", "oracle", "db", "database", "postgres", "mysql"},
			Groups:             []string{"database", "databases", "dba", "datenbank"},
			Terms:              []string{"database", "datenbank*", "base de donnees", "base de datos", "banco de dados", "sql error"},
			CauseTerms: []string{"deadlock*", "lock wait", "lock waits", "table lock", "lock on table", "long running query", "slow query", "query plan", "missing index",
				"index rebuilt", "rebuilt index", "tablespace", "blocking session",
				"statistics updated", "sql server", "oracle", "database", "datenbank", "connection pool", "transaction log"},
		},
		{
			Name:               "Storage",
			DecidesAlone:       "shares, quotas and growth within the budget",
			NeedsOthers:        "new disks (Procurement), who may read a share (Data governance)",
			Categories:         []string{"storage", "file share", "file server", "network drive", "shared drive", "speicher", "laufwerk", "stockage", "almacenamiento", "armazenamento"},
			Services:           []string{"file service", "storage", "file shares"},
			ConfigurationItems: []string{"nas", "san", "file server", "storage"},
			Groups:             []string{"storage", "file services"},
			Terms: []string{"shared drive", "network drive", "mapped drive", "netzlaufwerk*", "laufwerk*", "file share", "disk space", "quota", "lecteur reseau",
				"unidad de red", "unidade de rede", "pasta compartilhada", "carpeta compartida"},
			CauseTerms: []string{"disk full", "volume full", "quota raised", "quota increased", "quota exceeded", "file server", "dfs", "nas", "san", "share moved"},
			Carries:    []string{"Business applications", "Printing", "Endpoint and device management", "Backup and recovery"},
		},
		{
			Name:         "Backup and recovery",
			DecidesAlone: "schedules and tests of restores",
			NeedsOthers:  "how long data are kept (Data governance)",
			Categories:   []string{"backup", "restore", "datensicherung", "sauvegarde", "copia de seguridad", "copias de seguridad"},
			Services:     []string{"backup", "restore"},
			Groups:       []string{"backup"},
			Terms:        []string{"restore file", "restore a file", "deleted by mistake", "deleted file", "wiederherstell*", "restaurer", "recuperar archivo", "recuperar arquivo", "backup"},
			CauseTerms:   []string{"restored from backup", "backup job", "backup failed", "from shadow copy", "aus dem backup"},
		},
	}
}

// platformFunctions are what applications and people stand on.
func platformFunctions() []Function {
	return []Function{
		{
			Name:         "Identity and access",
			DecidesAlone: "how accounts are made, changed and removed; sign-in methods",
			NeedsOthers:  "who may have which right (owner of the application), exceptions (Security)",
			Categories: []string{"identity", "access", "account", "accounts", "login", "password", "user management", "permissions", "authentication",
				"zugang", "berechtigung*", "benutzerkonto", "passwort", "acces", "compte", "mot de passe", "acceso", "accesos", "contrasena", "cuenta", "acesso", "senha"},
			Services: []string{"active directory", "single sign on", "identity", "authentication"},
			Groups:   []string{"identity", "access management", "iam", "active directory"},
			Terms: []string{"password", "passwort*", "kennwort*", "mot de passe", "contrasena", "senha", "locked out", "account locked", "gesperrt", "login", "log in",
				"sign in", "anmeld*", "einloggen", "mfa", "authenticator", "two factor", "access denied", "no access", "permission", "permissions", "berechtigung*",
				"zugriff", "acces refuse", "acceso denegado", "acesso negado"},
			CauseTerms: []string{"account unlocked", "unlocked account", "password reset", "reset password", "group membership", "added to group", "role missing", "role assigned",
				"mfa reset", "token expired", "password expired", "password policy", "active directory", "entra", "single sign on", "sso", "federation", "konto entsperrt",
				"passwort zuruckgesetzt"},
			Carries: []string{"Business applications", "Email and collaboration", "Storage", "Printing", "Endpoint and device management", "Servers and operating systems",
				"Software development"},
		},
		{
			Name:         "Email and collaboration",
			DecidesAlone: "mail flow, mailboxes, chat and document sharing settings",
			NeedsOthers:  "sharing with people outside (Data governance, Security)",
			Categories: []string{"email", "e-mail", "mail", "outlook", "exchange", "teams", "sharepoint", "onedrive", "collaboration", "messaging", "office",
				"office 365", "microsoft 365", "messagerie", "courriel", "correo", "correo electronico"},
			Services: []string{"email", "e-mail", "mail", "exchange", "outlook", "teams", "sharepoint", "onedrive", "collaboration"},
			Groups:   []string{"messaging", "mail", "exchange", "collaboration", "office 365"},
			Terms: []string{"outlook", "mailbox", "postfach", "email", "e-mail", "emails", "mail", "calendar", "kalender", "shared mailbox", "teams", "sharepoint", "onedrive",
				"messagerie", "courriel", "correo", "calendario"},
			CauseTerms: []string{"mailbox full", "mail flow", "transport rule", "outlook profile", "ost file", "exchange", "connector", "mailbox migrated", "teams cache",
				"sharing policy", "sync client", "outlook add in"},
			Carries: []string{"Meeting rooms", "Telephony", "Storage", "Endpoint and device management"},
		},
		// One function for each platform: two platforms without named owners are
		// two gaps, not one.
	}
}

// cloudFunctions are the clouds, and the security of all of it.
func cloudFunctions() []Function {
	return []Function{
		{
			Name:               "Cloud platform Azure",
			DecidesAlone:       "subscriptions, networks and limits in Azure",
			NeedsOthers:        "spending above the budget (Vendor and licence management)",
			Categories:         []string{"azure"},
			BroadCategories:    []string{"cloud"},
			Services:           []string{"azure"},
			ConfigurationItems: []string{"azure"},
			Groups:             []string{"azure", "cloud"},
			Terms:              []string{"azure portal", "azure"},
			CauseTerms:         []string{"azure subscription", "azure outage", "app service", "azure"},
		},
		{
			Name:               "Cloud platform AWS",
			DecidesAlone:       "accounts, networks and limits in AWS",
			NeedsOthers:        "spending above the budget (Vendor and licence management)",
			Categories:         []string{"aws", "amazon web services"},
			BroadCategories:    []string{"cloud"},
			Services:           []string{"aws", "amazon web services"},
			ConfigurationItems: []string{"aws", "ec2"},
			Groups:             []string{"aws", "cloud"},
			Terms:              []string{"aws console", "aws"},
			CauseTerms:         []string{"s3 bucket", "ec2", "aws"},
		},
		{
			Name:               "Cloud platform Google",
			DecidesAlone:       "projects, networks and limits in Google Cloud",
			NeedsOthers:        "spending above the budget (Vendor and licence management)",
			Categories:         []string{"google cloud", "gcp"},
			BroadCategories:    []string{"cloud"},
			Services:           []string{"google cloud", "gcp"},
			ConfigurationItems: []string{"gcp"},
			Groups:             []string{"google cloud", "gcp", "cloud"},
			Terms:              []string{"google cloud", "gcp"},
			CauseTerms:         []string{"google cloud", "gcp", "bigquery"},
		},
		{
			Name:         "Security",
			DecidesAlone: "blocking, isolating and scanning; named coordinator when several teams act",
			NeedsOthers:  "changes on systems (their owners)",
			Categories:   []string{"security", "phishing", "malware", "virus", "spam", "sicherheit", "securite", "seguridad", "seguranca"},
			Services:     []string{"security", "antivirus"},
			Groups:       []string{"security", "soc", "information security"},
			Terms: []string{"phishing", "phish", "suspicious mail", "suspicious email", "suspicious link", "spam", "virus", "malware", "ransomware", "verdachtig*", "hameconnage",
				"correo sospechoso", "email suspeito", "qr code", "hacked"},
			CauseTerms: []string{"phishing", "malware", "antivirus", "quarantine", "edr", "blocked by security", "compromised account", "certificate expired", "expired certificate",
				"zertifikat abgelaufen", "certificat expire", "certificado caducado", "certificado expirado"},
		},
	}
}
