package text

import "testing"

// Kinds of names and numbers that a list of strings written without a look at the code
// found missed.
func TestMaskKinds(t *testing.T) {
	names := LearnNames([]string{"Ilya Zhuravlyov", "Фёдор Кожухов", "Ганна Шевчук", "Νίκος Παπαδόπουλος", "Timo Saarela", "van der Velden, Jan-Willem", "Inês de la Cueva", "Vera Mostovaya"})
	for in, want := range map[string]string{
		"call 1-800-555-0123x44":                    "call [phone]",
		"(415) 555-0123 ext. 7 rings":               "[phone] rings",
		"Timos Bildschirm flackert":                 "[name] Bildschirm flackert",
		"у Федора Кожухова нет сети":                "у [name] нет сети",
		"потом Ганне Шевчук":                        "потом [name]",
		"account kozhukhov.f and fkozhuhov":         "account [name] and [name]",
		"mail from Shevchuk, Ganna":                 "mail from [name]",
		"Papadopoulos cannot print, n.papadopoulos": "[name] cannot print, [name]",
		"logins jwvdvelden and jvdvelden":           "logins [name] and [name]",
		"idlcueva is locked":                        "[name] is locked",
		"the extension 1.18.1 is old":               "the extension 1.18.1 is old",
		"extension (1.18.1) and extension 1.2":      "extension (1.18.1) and extension 1.2",
	} {
		if got := Mask(in, names); got != want {
			t.Errorf("Mask(%q) = %q, want %q", in, got, want)
		}
	}
}
