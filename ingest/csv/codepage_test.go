package csv

import (
	"bytes"
	"io"
	"strings"
	"testing"
)

// texts are a few lines of tickets with the code pages that hold them.
var texts = []struct{ pages, text string }{
	{"windows-1252 ibm-850 macintosh iso-8859-15", "Kürzel;Straße;Büro\n1;Drucker übermäßig langsam;Köln\n2;Passwort läuft ab, bitte zurücksetzen;Münster\n"},
	{"windows-1252 ibm-850 macintosh", "Numéro;Créé le;Problème\n1;L'écran reste noir après le redémarrage;à l'étage\n2;Accès refusé à la messagerie;Événement\n"},
	{"windows-1252 ibm-850 macintosh", "Título;Situação\nImpressão não sai;Concluído\nSem acesso à rede;Manutenção\n"},
	{"windows-1252 ibm-850", "Ärende;Åtgärd\nSkrivaren på våning två står still;Öppen\nNätverket är långsamt;Stängd\n"},
	{"windows-1252 ibm-850 macintosh", "Løst;Åbnet\nPrinteren på kontoret virker ikke;Ærø\nKan ikke få adgang til fællesdrev;Køge\n"},
	{"windows-1250 iso-8859-2 ibm-852", "Zgłaszający;Dział\nDrukarka zacięła się;Księgowość\nBrak dostępu do sieci, proszę o pomoc;Łódź\n"},
	{"windows-1250 iso-8859-2 ibm-852", "Číslo;Předmět;Řešitel\n1;Tiskárna netiskne, prosím o opravu;Jiří\n2;Síť je pomalá už od rána;Žaneta\n"},
	{"windows-1250 iso-8859-2 ibm-852", "Bejelentő;Tárgy\nNem működik a nyomtató a földszinten;Győr\nLassú a hálózat, kérem ellenőrizzék;Szűcs\n"},
	{"windows-1254 iso-8859-9", "Başlık;Açıklama\nYazıcı çalışmıyor, lütfen bakar mısınız;İstanbul\nŞifremi unuttum, ağa giremiyorum;Eskişehir\n"},
	{"windows-1251 koi8-r ibm-866 iso-8859-5", "Тема;Заявитель\nНе работает принтер на втором этаже;Иванов\nНет доступа к сетевому диску;Сидорова\n"},
	{"windows-1251", "Тема;Заявник\nНе працює принтер на другому поверсі;Київ\nНемає доступу до мережевого диска;Їжак\n"},
	{"windows-1253 iso-8859-7", "Θέμα;Περιγραφή\nΟ εκτυπωτής δεν λειτουργεί από το πρωί;Αθήνα\nΔεν έχω πρόσβαση στο δίκτυο;Πάτρα\n"},
	{"windows-1255", "נושא;תיאור\nהמדפסת לא עובדת מהבוקר;תל אביב\nאין גישה לרשת, נא לבדוק;חיפה\n"},
	{"windows-1256", "الموضوع;الوصف\nالطابعة لا تعمل منذ الصباح;القسم المالي\nلا يمكن الدخول إلى الشبكة;المبيعات\n"},
	{"shift_jis euc-jp", "件名,受付日時\nプリンターが動かない,2026年\nメールにログインできません,2026年\n"},
	{"gb18030", "标题,创建时间\n打印机无法打印，请处理,财务部\n用户不能登录系统,市场部\n"},
	{"big5", "標題,建立時間\n印表機無法列印，請處理,財務部\n用戶不能登入系統,市場部\n"},
	{"euc-kr", "제목,접수일\n프린터가 고장입니다,회계부\n네트워크에 접속이 안 됩니다,영업부\n"},
}

// What a file says tells its code page. Pages that agree about all its letters
// count as one.
func TestCodePageIsToldFromTheBytes(t *testing.T) {
	for _, c := range texts {
		for name := range strings.FieldsSeq(c.pages) {
			encoded, err := pageNamed(name).NewEncoder().Bytes([]byte(c.text))
			if err != nil {
				t.Errorf("%s cannot hold %q: %v", name, c.text, err)
				continue
			}
			r, err := NewReader(bytes.NewReader(encoded), "", 0)
			if err != nil {
				t.Fatal(err)
			}
			got, err := io.ReadAll(r)
			if err != nil || string(got) != c.text {
				t.Errorf("%s is read as %s: %q, %v", name, r.Page, got, err)
			}
			asked, err := NewReader(bytes.NewReader(encoded), name, 0)
			if err != nil {
				t.Fatal(err)
			}
			if got, _ := io.ReadAll(asked); string(got) != c.text {
				t.Errorf("asked for %s: %q", name, got)
			}
		}
		r, err := NewReader(strings.NewReader(c.text), "", 0)
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := io.ReadAll(r); string(got) != c.text || r.Encoding().Name != "UTF-8" || r.Encoding().Detail != "" {
			t.Errorf("UTF-8 is read as %+v: %q", r.Encoding(), got)
		}
	}
}

// UTF-8 that was read as another code page and saved again is undone, however the
// reader cuts it.
func TestEncodedTwiceIsUndone(t *testing.T) {
	for i, page := range misreadAs {
		for _, text := range []string{texts[2].text, texts[9].text, "Größe é\nÄpfel – und „Öl“\n"} {
			var wrong strings.Builder
			for _, b := range []byte(text) {
				r := page.DecodeByte(b)
				if r == '\ufffd' {
					r = rune(b)
				}
				wrong.WriteRune(r)
			}
			r, err := NewReader(&slowReader{[]byte(wrong.String())}, "", 0)
			if err != nil {
				t.Fatal(err)
			}
			if got, _ := io.ReadAll(r); string(got) != text {
				t.Errorf("page %d: %q is %q, want %q", i, wrong.String(), got, text)
			}
		}
	}
	if page := encodedTwice([]byte("GARÇON Ã©t. ß à é ü, naïve Ñandú – “quoted” € 5")); page != nil {
		t.Errorf("a text with one such pair is taken for %v", page)
	}
}
