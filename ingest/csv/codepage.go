package csv

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"ticketpatterns/ingest/language"
)

// codePage is an encoding that no byte order mark tells.
type codePage struct {
	key, name string // in the configuration, and to people
	encoding.Encoding
	// frequent are characters that make up much of each text in it; "" for those
	// of one byte, which the letters of their languages tell.
	frequent string
}

// codePages are all that can be asked for, those first that win where the bytes
// speak for several alike.
var codePages = []codePage{
	{"windows-1252", "Windows-1252", charmap.Windows1252, ""},
	{"windows-1250", "Windows-1250", charmap.Windows1250, ""},
	{"windows-1251", "Windows-1251", charmap.Windows1251, ""},
	{"windows-1253", "Windows-1253", charmap.Windows1253, ""},
	{"windows-1254", "Windows-1254", charmap.Windows1254, ""},
	{"windows-1255", "Windows-1255", charmap.Windows1255, ""},
	{"windows-1256", "Windows-1256", charmap.Windows1256, ""},
	{"windows-1257", "Windows-1257", charmap.Windows1257, ""},
	{"iso-8859-1", "ISO-8859-1", charmap.ISO8859_1, ""},
	{"iso-8859-2", "ISO-8859-2", charmap.ISO8859_2, ""},
	{"iso-8859-5", "ISO-8859-5", charmap.ISO8859_5, ""},
	{"iso-8859-7", "ISO-8859-7", charmap.ISO8859_7, ""},
	{"iso-8859-9", "ISO-8859-9", charmap.ISO8859_9, ""},
	{"iso-8859-15", "ISO-8859-15", charmap.ISO8859_15, ""},
	{"ibm-850", "IBM-850", charmap.CodePage850, ""},
	{"ibm-852", "IBM-852", charmap.CodePage852, ""},
	{"ibm-866", "IBM-866", charmap.CodePage866, ""},
	{"koi8-r", "KOI8-R", charmap.KOI8R, ""},
	{"koi8-u", "KOI8-U", charmap.KOI8U, ""},
	{"macintosh", "Mac Roman", charmap.Macintosh, ""},
	{"shift_jis", "Shift JIS", japanese.ShiftJIS, "のにはをたがでてとしれさるいなかくンスイルーリラトア"},
	{"euc-jp", "EUC-JP", japanese.EUCJP, "のにはをたがでてとしれさるいなかくンスイルーリラトア"},
	{"gb18030", "GB18030", simplifiedchinese.GB18030, "的一是不了在有和人这中大为上个我以要他时来用们生到作地于出就分对成会可主发工法能无打印机网络系统电用户登录请部处"},
	{"big5", "Big5", traditionalchinese.Big5, "的一是不了在有人我他這個們中來上大為和國到以說時要就出會可對生能無法列印機網路系統電用戶登入請部處"},
	{"euc-kr", "EUC-KR", korean.EUCKR, "이다는을의에가고하지로도은한사리기어서인나자시정일부해결요청과안"},
}

// Encodings returns the names that Options.Encoding accepts, sorted.
func Encodings() []string {
	var names []string
	for _, p := range codePages {
		names = append(names, p.key)
	}
	slices.Sort(names)
	return names
}

// CheckEncoding reports an error for a name that is not among Encodings; "" is
// fine.
func CheckEncoding(name string) error {
	if name == "" || pageNamed(name) != nil {
		return nil
	}
	return fmt.Errorf("encoding: %q, want one of %s", name, strings.Join(Encodings(), ", "))
}

// pageNamed returns the code page called name; nil if there is none.
func pageNamed(name string) *codePage {
	i := slices.IndexFunc(codePages, func(p codePage) bool { return p.key == strings.ToLower(name) })
	if i < 0 {
		return nil
	}
	return &codePages[i]
}

// likelyPage returns the code page that the first bytes of a text speak for. nil
// means that they are UTF-8, or mostly so.
func likelyPage(head []byte) *codePage {
	if cut := bytes.LastIndexByte(head, '\n'); cut > 0 {
		head = head[:cut] // whole lines, so that no character is cut
	}
	valid, foreign := 0, 0
	for rest := head; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		if r == utf8.RuneError && size == 1 {
			foreign++
		} else if size > 1 {
			valid++
		}
		rest = rest[size:]
	}
	if foreign == 0 || valid >= foreign {
		return nil
	}
	words := foreignWords(head)
	best, most := &codePages[0], 0.0
	for i := range codePages {
		p := &codePages[i]
		score := 0.0
		if p.frequent != "" {
			score = p.scoreText(head)
		} else {
			score = p.scoreWords(words)
		}
		if score > most+1e-9 {
			best, most = p, score
		}
	}
	return best
}

// foreignWords returns up to some thousand different words that hold bytes beyond
// ASCII: one in each row, such as "am", says no more than one in the header.
func foreignWords(head []byte) [][]byte {
	const enough = 3000
	var words [][]byte
	seen := make(map[string]bool)
	for _, w := range bytes.FieldsFunc(head, func(r rune) bool { return r < utf8.RuneSelf && !unicode.IsLetter(r) }) {
		if len(words) < enough && !seen[string(w)] && slices.ContainsFunc(w, func(c byte) bool { return c >= utf8.RuneSelf }) {
			seen[string(w)] = true
			words = append(words, w)
		}
	}
	return words
}

// scoreWords says how well words read in a code page of one byte are words of one
// language: the share of their letters beyond ASCII that the language has, less
// what no word has inside. For scripts of their own, frequent letters must be
// frequent too.
func (p *codePage) scoreWords(words [][]byte) float64 {
	letters, odd, all := make(map[rune]int), 0, 0
	decoder := p.NewDecoder()
	for _, w := range words {
		text, err := decoder.Bytes(w)
		if err != nil {
			continue
		}
		before := rune(0)
		for _, r := range string(text) {
			switch {
			case r < utf8.RuneSelf || r == '’' || r == '‘' || r == '´':
			case unicode.IsLetter(r):
				letters[unicode.ToLower(r)]++
				if all++; unicode.IsUpper(r) && unicode.IsLower(before) {
					odd++
				}
			case unicode.IsLetter(before) || unicode.IsControl(r) || r == utf8.RuneError:
				all++
				odd++
			}
			before = r
		}
	}
	best := 0.0
	for i := range language.All {
		if l := &language.All[i]; l.Letters != "" {
			best = max(best, l.Covers(letters))
		}
	}
	return (best - 2*float64(odd)) / float64(max(1, all))
}

// scoreHeader says whether the first line of a text names columns of tickets, where
// only the header is written in the script of the page: two words that name fields
// in one language are no accident.
func (p *codePage) scoreHeader(text string) float64 {
	const enough, sure = 2, 1.5
	header, _, _ := strings.Cut(text, "\n")
	for i := range language.All {
		named := 0
		for _, words := range language.All[i].Headers {
			if slices.ContainsFunc(strings.Fields(words), func(w string) bool { return !isASCII(w) && strings.Contains(header, w) }) {
				named++
			}
		}
		if language.All[i].Letters == "" && named >= enough {
			return sure
		}
	}
	return 0
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf })
}

// scoreText says how much of a text read in a code page of several bytes consists
// of characters that are frequent in it; 0 if the bytes are none of it.
func (p *codePage) scoreText(head []byte) float64 {
	const usual, beyond = 0.12, 1.05 // the share in any text; better than one byte each can be
	text, err := p.NewDecoder().Bytes(head)
	if err != nil {
		return 0
	}
	hits, all, faults := 0, 0, 0
	for _, r := range string(text) {
		switch {
		case r < utf8.RuneSelf:
		case r == utf8.RuneError || unicode.Is(unicode.Co, r) || r >= 0xff61 && r <= 0xff9f: // half-width katakana, which any byte may be
			faults++
			all++
		default:
			all++
			if strings.ContainsRune(p.frequent, r) {
				hits++
			}
		}
	}
	if all == 0 || 50*faults > all {
		return 0
	}
	if float64(hits) < usual*float64(all) {
		return p.scoreHeader(string(text))
	}
	return beyond + float64(hits)/float64(all)
}
