package main

import (
	"math/rand/v2"
	"strings"
)

// What invented tickets are put together from. A ticket draws one of each, so
// that there are some millions of different ones, and names on top.
var (
	wordingThings = []string{"Outlook", "the label printer", "the VPN client", "my docking station", "the expense form", "Teams", "the time clock",
		"the shared drive", "Excel", "the softphone", "the intranet search", "my badge", "the second monitor", "the warehouse scanner",
		"the purchase request", "the customer database", "the calendar", "single sign-on", "the laboratory system", "the wireless network",
		"the conference room screen", "the payroll page", "the order entry mask", "my laptop", "the report server", "the backup client",
		"the mobile phone", "the web camera", "the file upload", "the invoice archive"}
	wordingFaults = []string{"does not start any more", "asks for the password again and again", "is very slow", "shows an empty page",
		"closes without a message", "cannot be reached", "loses the connection every few minutes", "prints blank sheets",
		"reports that the licence has expired", "says access denied", "freezes when I save", "shows the wrong language", "makes no sound",
		"refuses my changes", "is missing after the restart", "hangs at ninety percent", "displays yesterday's figures",
		"rejects the attachment", "needs an update that never ends", "sends everything twice", "reports a certificate problem",
		"flickers", "ignores the keyboard", "opens in the wrong window", "deletes the last line"}
	wordingTimes = []string{"since this morning", "since the update last night", "since Monday", "for about an hour", "after the holidays",
		"every day around noon", "whenever two of us work in it", "only in the office", "only at home", "since I changed my password",
		"after moving to another desk", "since the power cut", "on all our computers", "for new colleagues only", "at the month's end"}
	wordingEffects = []string{"I cannot finish the order.", "The whole team is waiting.", "A customer is on the line.", "I work around it with paper.",
		"It worked on Friday.", "A restart helps for some minutes.", "My neighbour has the same.", "Nobody else seems to have it.",
		"We had this two weeks ago as well.", "The manual says nothing about it.", "I have to hand this in today.", "It is not urgent.",
		"I already reinstalled it.", "There is a picture attached.", "The error number changes each time."}
	wordingWishes = []string{"Please have a look.", "Please call me before ten.", "What can I do?", "Could somebody come over?", "Thank you.",
		"Is there a known problem?", "Please reset it.", "Who is responsible for this?", "Please tell me when it is done.", "Kind regards"}
	wordingSyllables = []string{"ka", "lo", "mer", "tin", "sol", "va", "ru", "den", "pol", "xi", "bra", "nem", "ost", "ul", "fen", "gar", "hil", "jo", "qua", "zet"}
)

// names is how many different names of customers, servers and projects there
// are; the k-th is used 1/(k+10)^1.1 as often as the first, so that the
// vocabulary grows with the tickets as it does in real ones.
const names = 1 << 22

// wordings gives texts of tickets without end, the same for the same seed.
type wordings struct {
	*rand.Rand
	zipf  *rand.Zipf
	texts []wording // to recombine; nil: invented ones
}

func newWordings(seed uint64, texts []wording) *wordings {
	chance := rand.New(rand.NewPCG(seed, 2))
	return &wordings{chance, rand.NewZipf(chance, 1.1, 10, names-1), texts}
}

// next returns the next text: put together from the lists above, or from the
// beginning of one text and the end of another.
func (w *wordings) next() wording {
	if w.texts != nil {
		a, b := w.one(w.texts), w.one(w.texts)
		begin, end := strings.Fields(a.description), strings.Fields(b.description)
		words := append(begin[:(len(begin)+1)/2:(len(begin)+1)/2], end[len(end)/2:]...)
		return wording{a.subject, strings.Join(words, " "), a.category}
	}
	thing, fault := w.phrase(wordingThings), w.phrase(wordingFaults)
	said := []string{thing + " " + fault + " " + w.phrase(wordingTimes) + "."}
	for range 1 + w.IntN(3) {
		said = append(said, w.phrase(wordingEffects))
	}
	concerns := make([]string, 3+w.IntN(4))
	for i := range concerns {
		concerns[i] = w.name()
	}
	said = append(said, "It concerns "+strings.Join(concerns, ", ")+".", w.phrase(wordingWishes))
	return wording{thing + " " + fault, strings.Join(said, " "), w.phrase(plantCategories)}
}

func (w *wordings) phrase(list []string) string { return list[w.IntN(len(list))] }
func (w *wordings) one(texts []wording) wording { return texts[w.IntN(len(texts))] }

// name writes a number drawn from the Zipf distribution as a word: few names are
// frequent, and most are seen once.
func (w *wordings) name() string {
	var name strings.Builder
	base := uint64(len(wordingSyllables))
	for k := w.zipf.Uint64() + base; k > 0; k /= base {
		name.WriteString(wordingSyllables[k%base])
	}
	return name.String()
}
