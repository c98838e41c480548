package ingest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ticketpatterns/analyzer/ticket"
)

// exportCase is a file in testdata/cases, each of which stands for a kind of
// export that was once read wrongly, with the values that are right.
type exportCase struct {
	file    string
	options Options
	rows    int    // tickets; 0 for 24
	columns string // field=Header, separated by "; "; an empty header for a field that no column holds
	first   string // of the first ticket: field=value, likewise
}

var exportCases = []exportCase{
	{file: "06-excel-semicolon-resave-part-of-rows", columns: "id=Issue key; opened=Created; state=Status", first: "source=jira; id=HD-0; subject=Printer on floor two jams; description=said \"no\" and left; state=Done"},
	{file: "08-opened-zeitstempel", columns: "opened=Zeitstempel; requester=Name; department=Abteilung; description=Problembeschreibung", first: "opened=2026-03-16T08:05:00Z"},
	{file: "10-opened-data_inicio", columns: "opened=data_inicio; category=tipo; id=id_chamado", first: "opened=2026-03-16T08:05:00Z; id=18500000"},
	{file: "12-id-sr_id", columns: "id=SR_ID; opened=Reported_Date; assignee=Technician", first: "id=SR100"},
	{file: "13-id-numer-pl", columns: "id=Numer; subject=Temat; opened=Data zgłoszenia; requester=Zgłaszający; department=Dział", first: "id=1000"},
	{file: "16-state-of-the-union-beats-status", columns: "state=Status; location=City; company=Account Name", first: "state=Closed"},
	{file: "18-name-is-the-title", columns: "subject=NAME; requester=; description=CONTENT; resolution=SOLUTION", first: "subject=Printer on floor two jams"},
	{file: "20-date-and-time-apart", columns: "opened=Opened Date; closed=Closed Date", first: "opened=2026-03-16T08:05:00Z; closed=2026-03-16T10:05:00Z"},
	{file: "21-fecha-hora", columns: "opened=fecha", first: "opened=2026-03-16T08:05:00Z"},
	{file: "22-cp1250-header-lost", columns: "id=Numer zgłoszenia; subject=Tytuł; opened=Data utworzenia; department=Dział; requester=Zgłaszający", first: "department=Księgowość; requester=Łukasz 0"},
	{file: "23-cp850-columns-lost", columns: "resolved=Data da solução; subject=Título; state=Situação", first: "subject=Impressão não sai; requester=João 0; state=Concluído"},
	{file: "25-mojibake", columns: "subject=Título; department=Departamento", first: "department=Manutenção; subject=Impressão lenta 0"},
	{file: "26-direction-is-not-a-department", columns: "department=; channel=channel"},
	{file: "28-id-instead-of-name", columns: "assignment_group=queueName; assignee=assigneeName", first: "assignment_group=Returns"},
	{file: "29-reference-as-dict", columns: "requester=caller_id; assignment_group=assignment_group", first: "requester=aa0; assignment_group=Desk 0"},
	{file: "31-tipo-equipo-is-a-device", columns: "assignment_group=Grupo resolutor; department=Departamento", first: "assignment_group=Mesa 0"},
	{file: "32-glpi-br-lists", columns: "assignment_group=Assigned To - Technician Group", first: "source=glpi; assignment_group=Level 1; assignee=Bo"},
	{
		file:    "33-otrs-portuguese",
		columns: "id=Ticket#; opened=Criado; updated=Última Alteração; closed=Hora de Fechamento; assignment_group=Fila; assignee=Atendente/Proprietário; company=ID do Cliente; requester=Usuário Cliente",
		first:   "source=otrs; assignment_group=Impressoras - Atendimento; assignee=Rui 0; updated=2026-03-16T13:05:00Z",
	},
	{file: "40-header-guessed-in-a-data-row", rows: 7, columns: "location=; subject=T\ufffdtulo; opened=F.Inicio", first: "opened=2026-03-16T08:05:00Z"},
	{file: "41-hints-that-mislead", columns: "requester=; assignment_group=Responsible Agency; subcategory=Request Type", first: "assignment_group=Works 0"},
	{file: "42-filled-102-percent", columns: "id=Ticket-Nr."},
	{file: "44-servicenow-portuguese-labels", columns: "requester=Aberto(a) por; assignee=Atribuído(a) a; updated=Atualizado(a); opened=Aberto(a)", first: "source=servicenow; requester=Ana 0; assignee=Rui 0"},
	{file: "48-html-entities", columns: "subject=Titre", first: "source=glpi; subject=Ventes > rapport en retard; description=Le rapport n'est pas là"},
	{file: "34-escaped-quotes", columns: "id=Ticket ID; description=Description", first: "description=plain"},
	{file: "35-zone-in-the-header", columns: "opened=Created (UTC+5:30)", first: "opened=2026-03-16T08:05:00+05:30"},
	{file: "36-weekday-proves-the-order", columns: "opened=Opened", first: "opened=2026-03-02T08:05:00Z"},
	{
		file: "37-japanese", columns: "opened=受付日時; id=受付番号; subject=件名", first: "opened=2026-03-16T08:05:00Z; id=0; subject=プリンターが動かない",
		options: Options{Columns: []ColumnMapping{{"opened", "受付日時"}, {"subject", "件名"}, {"id", "受付番号"}}},
	},
}

func TestCases(t *testing.T) {
	for _, c := range exportCases {
		t.Run(c.file, func(t *testing.T) {
			text, err := os.ReadFile(filepath.Join("testdata", "cases", c.file+".csv"))
			if err != nil {
				t.Fatal(err)
			}
			readsAs(t, c, text)
		})
	}
}

// readsAs checks that text reads as a case says.
func readsAs(t *testing.T, c exportCase, text []byte) {
	t.Helper()
	b, err := ReadReader(strings.NewReader(string(text)), "export.csv", c.options)
	if err != nil {
		t.Fatal(err)
	}
	if c.rows == 0 {
		c.rows = 24
	}
	if len(b.Tickets) != c.rows || len(b.Rejects) > 0 {
		t.Errorf("%d tickets and %d rejects, want %d and 0; %v", len(b.Tickets), len(b.Rejects), c.rows, b.Rejects)
	}
	held := map[string]string{}
	for _, column := range b.Files[0].Columns {
		held[column.Field] = column.Headers[0]
		if rows := b.Files[0].Rows; column.Filled > rows {
			t.Errorf("%s is filled in %d of %d rows", column.Field, column.Filled, rows)
		}
	}
	for field, header := range pairs(c.columns) {
		if held[field] != header {
			t.Errorf("%s is read from %q, want %q", field, held[field], header)
		}
	}
	if len(b.Tickets) == 0 {
		return
	}
	for field, want := range pairs(c.first) {
		if got := written(&b.Tickets[0], ticket.FieldNamed(field)); got != want {
			t.Errorf("%s of the first ticket is %q, want %q", field, got, want)
		}
	}
}

func pairs(list string) map[string]string {
	out := map[string]string{}
	for pair := range strings.SplitSeq(list, "; ") {
		if field, value, ok := strings.Cut(pair, "="); ok {
			out[field] = value
		}
	}
	return out
}

// Headers that are in no list of this program, and lists in other languages.
func TestColumnsByValues(t *testing.T) {
	for _, c := range []struct{ name, text, columns, first string }{
		{
			"a form", "Horodateur,Adresse e-mail,Service,Quel est le problème ?\n16/03/2026 08:05:00,a@x.fr,Ventes,L'imprimante ne marche plus\n16/03/2026 09:05:00,b@x.fr,Achats,Je ne peux pas entrer\n",
			"opened=Horodateur; requester=Adresse e-mail; description=Quel est le problème ?", "opened=2026-03-16T08:05:00Z",
		},
		{
			"no word known", "xq,fwz,brm,kls\na1,2026-03-16 08:05,2026-03-16 10:05,something is broken in the hall\na2,2026-03-17 08:05,2026-03-17 10:05,something else is broken now\na3,2026-03-18 08:05,2026-03-18 10:05,all is broken in the hall\n",
			"id=xq; opened=fwz; subject=kls", "id=a1; subject=something is broken in the hall",
		},
		{
			"Turkish", "Talep No,Konu,Oluşturulma Tarihi,Talep Eden,Departman,Durum,Atanan Ekip,Kapanış Tarihi\n1,Yazıcı çalışmıyor,16.03.2026 08:05,Ayşe,Muhasebe,Kapalı,Destek,16.03.2026 10:05\n2,Ağ yok,17.03.2026 08:05,Ali,Depo,Açık,Ağ,17.03.2026 10:05\n",
			"id=Talep No; subject=Konu; opened=Oluşturulma Tarihi; requester=Talep Eden; department=Departman; state=Durum; assignment_group=Atanan Ekip; closed=Kapanış Tarihi", "",
		},
		{
			"Korean", "접수번호,제목,접수일시,요청자,부서,상태,담당자\n1,프린터 고장,2026년 3월 16일 오전 8:05,김철수,회계부,완료,박\n2,네트워크 장애,2026년 3월 17일 오후 8:05,이영희,영업부,진행,박\n",
			"id=접수번호; subject=제목; opened=접수일시; requester=요청자; department=부서; state=상태; assignee=담당자", "opened=2026-03-16T08:05:00Z",
		},
		{
			"Chinese", "工单编号,标题,创建时间,申请人,部门,处理组,状态\nW1,打印机无法打印,2026-03-16 08:05,王芳,财务部,桌面组,已关闭\nW2,无法登录邮箱,2026-03-17 08:05,李雷,市场部,账号组,处理中\n",
			"id=工单编号; subject=标题; opened=创建时间; requester=申请人; department=部门; assignment_group=处理组; state=状态", "",
		},
		{
			"Czech", "Číslo;Předmět;Vytvořeno;Žadatel;Oddělení;Řešitel;Stav\n1;Tiskárna netiskne;16. března 2026 8:05;Jan;Účtárna;Petr;Uzavřeno\n2;Síť nejede;17. března 2026 8:05;Eva;Sklad;Petr;Otevřeno\n",
			"id=Číslo; subject=Předmět; opened=Vytvořeno; requester=Žadatel; department=Oddělení; assignee=Řešitel; state=Stav", "opened=2026-03-16T08:05:00Z",
		},
		{
			"Russian", "Номер заявки;Тема;Создано;Заявитель;Отдел;Исполнитель;Статус\n1001;Не работает принтер;16 марта 2026 г., 08:05;Иванов И.;Бухгалтерия;Петров;Закрыта\n1002;Нет доступа;17 марта 2026 г., 08:05;Сидоров С.;Склад;Петров;Открыта\n",
			"id=Номер заявки; subject=Тема; opened=Создано; requester=Заявитель; department=Отдел; assignee=Исполнитель; state=Статус", "opened=2026-03-16T08:05:00Z",
		},
		{
			"times of which none is first", "id,due,subject\n1,2026-03-16,printer\n2,2026-03-17,mail\n", "", "",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.columns == "" {
				if b, err := ReadReader(strings.NewReader(c.text), "export.csv", Options{}); err == nil {
					t.Errorf("columns %+v, want an error", b.Files[0].Columns)
				}
				return
			}
			rows := strings.Count(c.text, "\n") - 1
			readsAs(t, exportCase{rows: rows, columns: c.columns, first: c.first}, []byte(c.text))
		})
	}
}

// Rows as spreadsheets and databases leave them.
func TestDamagedRows(t *testing.T) {
	const header, good = "id,opened,subject,state\n", "1,2026-03-05 10:15,printer jams,New\n2,2026-03-05 10:16,mail is slow,New\n"
	for _, c := range []struct {
		name, text, last string // the subject of the last ticket
		tickets, rejects int
		footers          int
	}{
		{"a backslash before quotes", header + good + `3,2026-03-05 10:17,"said \"no\" loudly",New` + "\n", `said "no" loudly`, 3, 0, 0},
		{"a backslash before a quote and a comma", header + good + `3,2026-03-05 10:17,"said \"no\", then \\ left",New` + "\n", `said "no", then \ left`, 3, 0, 0},
		{"a path is no escape", header + good + `3,2026-03-05 10:17,"C:\dir\",New` + "\n", `C:\dir\`, 3, 0, 0},
		{"a path beside doubled quotes", header + `1,2026-03-05 10:15,"x ""y"" \"z",New` + "\n" + `3,2026-03-05 10:17,"C:\dir\",New` + "\n", `C:\dir\`, 2, 0, 0},
		{"one row wrapped", header + good + `"3,2026-03-05 10:17,""a, """"b"""", c"",New"` + "\n", `a, "b", c`, 3, 0, 0},
		{"one row wrapped without inner quotes", header + good + `"3,2026-03-05 10:17,printer,New"` + "\n", "printer", 3, 0, 0},
		{"a last row that was cut", header + good + "3,2026", "mail is slow", 2, 1, 0},
		{"a last row that was cut inside its id", header + good + "3", "mail is slow", 2, 1, 0},
		{"a footer", header + good + "Total: 2\n", "mail is slow", 2, 0, 1},
		{"a footer of a number", header + good + ",,2,\n", "mail is slow", 2, 0, 1},
	} {
		b, err := ReadReader(strings.NewReader(c.text), "export.csv", Options{})
		if err != nil {
			t.Fatal(c.name, err)
		}
		f := b.Files[0]
		if len(b.Tickets) != c.tickets || len(b.Rejects) != c.rejects || len(f.Footer) != c.footers {
			t.Errorf("%s: %d tickets, %d rejects, %d footers, want %d, %d, %d; %v", c.name, len(b.Tickets), len(b.Rejects), len(f.Footer), c.tickets, c.rejects, c.footers, b.Rejects)
			continue
		}
		if got := b.Tickets[len(b.Tickets)-1].Subject; got != c.last {
			t.Errorf("%s: subject %q, want %q", c.name, got, c.last)
		}
		for _, column := range f.Columns {
			if column.Filled > f.Rows {
				t.Errorf("%s: %s is filled in %d of %d rows", c.name, column.Field, column.Filled, f.Rows)
			}
		}
	}
}

// A damaged header costs no row.
func TestDamagedHeaders(t *testing.T) {
	const rows = "1,2026-03-05 10:15,printer jams,New,Ann\n2,2026-03-06 10:15,\"mail, slow\",New,Bo\n3,2026-03-07 10:15,vpn down,Closed,Cy\n"
	for _, header := range []string{
		`id,opened,"subject,state,requester`, `"id,opened,subject,state,requester`, `id,opened,subject,state,requester"`, `id,opened,subject state,requester`, `id,openedsubject,state,requester`,
		`id,opened,,subject,state,requester`, `id,opened,subject,state,requester,`, `id;opened;subject;state;requester`, `"id";"opened";"subject";"state";"requester"`, "id\topened\tsubject\tstate\trequester",
	} {
		b, err := ReadReader(strings.NewReader(header+"\n"+rows), "export.csv", Options{})
		if err != nil {
			t.Errorf("%s: %v", header, err)
			continue
		}
		if len(b.Tickets) != 3 || b.Tickets[1].Subject != "mail, slow" || b.Tickets[2].Requester != "Cy" || b.Tickets[0].State != "New" {
			t.Errorf("%s: %v, %v", header, briefs(b), b.Rejects)
		}
	}
	for text, want := range map[string]string{
		"'id','opened','subject'\n'1','2026-03-05 10:15','a, b'\n":                   "cells are quoted with '",
		"id opened subject state\n1 2026-03-05 printer New\n2 2026-03-06 mail New\n": "with spaces between",
	} {
		if _, err := ReadReader(strings.NewReader(text), "export.csv", Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}
