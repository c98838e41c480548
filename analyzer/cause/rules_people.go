package cause

import "ticketpatterns/analyzer/result"

var trainingRules = []rule{
	{
		kind: result.CauseTraining, code: result.EvidenceTrainingText, weight: said, reads: text,
		words: []string{
			"how do i", "how do we", "how can i", "how can we", "how to", "how does", "how should i", "where do i", "where can i", "where is the", "where do we", "which button",
			"what do i", "is there a guide", "is there a manual", "manual for", "instructions for", "can someone show", "can you show", "please explain", "do not know how",
			"don t know how", "not sure how", "wie kann ich", "wie geht", "wie mache ich", "wo finde ich", "wie bekomme ich", "weiß nicht wie", "gibt es eine anleitung",
			"comment faire", "comment puis", "comment je", "où trouver", "où se trouve", "je ne sais pas comment", "cómo puedo", "como puedo", "cómo hago", "como hago",
			"cómo se", "dónde está", "no sé cómo", "como faço", "como posso", "onde encontro", "não sei como", "come posso", "come faccio", "dove trovo", "hoe kan ik",
			"waar vind ik",
		},
		fires:  []example{{ticket: Facts{Text: "how do i enter a trip in the new form"}}, {ticket: Facts{Text: "wo finde ich das formular"}}},
		silent: []example{{ticket: Facts{Text: "no idea how this could happen it crashes"}}},
	},
	{
		kind: result.CauseTraining, code: result.EvidenceTrainingNotes, weight: noted, reads: notes,
		words: []string{
			"explained", "showed user how", "showed the user", "showed how", "user error", "user training", "walked the user", "walked user", "sent the guide", "sent guide",
			"sent the manual", "sent instructions", "guided the user", "how to guide", "works as designed", "knowledge article sent", "erklärt", "anleitung geschickt", "anleitung gesendet",
			"bedienfehler", "gezeigt", "expliqué", "erreur utilisateur", "explicado", "se explicó", "error de usuario", "erro do usuário", "spiegato", "uitgelegd",
		},
		fires:  []example{{ticket: Facts{Notes: "explained to user"}}, {ticket: Facts{Notes: "anleitung geschickt"}}},
		silent: []example{{ticket: Facts{Notes: "sent a technician"}}},
	},
	{
		kind: result.CauseTraining, code: result.EvidenceTrainingCode, weight: coded, reads: code,
		words:  []string{"user error", "user education", "training", "advice given", "information provided", "how to", "knowledge provided", "user guidance", "explained"},
		fires:  []example{{ticket: Facts{Code: "user education"}}},
		silent: []example{{ticket: Facts{Code: "solved permanently"}}},
	},
	{
		kind: result.CauseTraining, code: result.EvidenceShortHandling, weight: supported, supports: true,
		fires:  []example{shown(result.EvidenceShortHandling, "1")},
		silent: []example{shown(result.EvidencePeakHours, "1"), shown(result.EvidenceShortHandling, "2")},
	},
}

var accessRules = []rule{
	{
		kind: result.CauseAccess, code: result.EvidenceAccessText, weight: said, reads: text,
		words: []string{
			"access denied", "no access", "need access", "lost access", "access to the folder", "permission", "permissions", "not authorized", "not authorised", "unauthorized",
			"account locked", "account is locked", "locked account", "locked out", "locks me out", "no rights", "password expired", "forgot my password", "forgotten password",
			"reset my password", "password reset", "reset password", "cannot sign in", "can t sign in", "cannot log in", "can t log in", "cannot login", "can t login", "login not possible", "login failed",
			"sign in failed", "mfa", "authenticator", "unlock", "berechtigung*", "keine rechte", "kein zugriff", "zugriff verweigert", "gesperrt", "passwort vergessen",
			"passwort abgelaufen", "anmeldung nicht möglich", "kann mich nicht anmelden", "accès refusé", "compte bloqué", "compte verrouillé", "mot de passe oublié",
			"acceso denegado", "permiso*", "cuenta bloqueada", "contraseña", "acesso negado", "conta bloqueada", "senha", "accesso negato", "account bloccato",
			"geen toegang", "wachtwoord vergeten",
		},
		fires:  []example{{ticket: Facts{Text: "account locked again"}}, {ticket: Facts{Text: "zugriff verweigert auf das laufwerk"}}},
		silent: []example{{ticket: Facts{Text: "access point in hall b is dark"}}},
	},
	{
		kind: result.CauseAccess, code: result.EvidenceAccessNotes, weight: noted, reads: notes,
		words: []string{
			"unlocked", "account unlocked", "password reset", "reset password", "reset the password", "mfa reset", "reset mfa", "access granted", "granted access", "added to group", "added to the group",
			"group membership", "permission granted", "permissions granted", "permissions corrected", "role assigned", "assigned role", "rights granted", "entsperrt", "freigeschaltet",
			"passwort zurückgesetzt", "berechtigung erteilt", "débloqué", "déverrouillé", "mot de passe réinitialisé", "droits accordés", "desbloquead*", "contraseña restablecida", "acceso concedido",
			"senha redefinida", "acesso concedido", "sbloccato", "ontgrendeld",
		},
		fires:  []example{{ticket: Facts{Notes: "account unlocked password reset"}}},
		silent: []example{{ticket: Facts{Notes: "screen replaced"}}},
	},
	{
		kind: result.CauseAccess, code: result.EvidenceAccessCode, weight: coded, reads: code,
		words:  []string{"access granted", "access provided", "password reset", "account unlocked", "permission", "permissions"},
		fires:  []example{{ticket: Facts{Code: "password reset"}}},
		silent: []example{{ticket: Facts{Code: "hardware"}}},
	},
	{
		kind: result.CauseAccess, code: result.EvidenceShortHandling, weight: supported, supports: true,
		fires:  []example{shown(result.EvidenceShortHandling, "1")},
		silent: []example{shown(result.EvidencePeakHours, "1"), shown(result.EvidenceShortHandling, "2")},
	},
}

var securityRules = []rule{
	{
		kind: result.CauseSecurity, code: result.EvidenceSecurityText, weight: said, reads: text,
		words: []string{
			"phishing", "phish", "phished", "smishing", "quishing", "suspicious", "malware", "virus", "ransomware", "spoofed", "spoofing", "scam", "trojan", "hacked", "compromised", "encrypted my files",
			"fake mail", "fake email", "fake login", "clicked a link", "clicked on a link", "gift card*", "verdächtig*", "gehackt", "schadsoftware", "betrugs*", "hameçonnage", "suspect", "pirat*",
			"sospechos*", "suplantación", "pirateado", "hackeado", "suspeit*", "sospett*", "verdacht*",
		},
		fires:  []example{{ticket: Facts{Text: "suspicious mail with a qr code"}}, {ticket: Facts{Text: "verdächtige mail"}}},
		silent: []example{{ticket: Facts{Text: "mail arrives late"}}},
	},
	{
		kind: result.CauseSecurity, code: result.EvidenceSecurityNotes, weight: noted, reads: notes,
		words: []string{
			"phishing", "malware", "virus removed", "quarantined", "quarantine", "sender blocked", "blocked the sender", "domain blocked", "compromised", "account disabled by security", "isolated the machine",
			"machine isolated", "schadsoftware", "absender gesperrt", "hameçonnage",
		},
		fires:  []example{{ticket: Facts{Notes: "sender blocked phishing campaign"}}},
		silent: []example{{ticket: Facts{Notes: "calendar repaired"}}},
	},
	{
		kind: result.CauseSecurity, code: result.EvidenceSecurityCode, weight: coded, reads: code,
		words:  []string{"phishing", "malware", "security incident", "security", "spam"},
		fires:  []example{{ticket: Facts{Code: "security incident"}}},
		silent: []example{{ticket: Facts{Code: "solved"}}},
	},
}
