package dates

import (
	"testing"
	"time"
)

// The same time as ICU 78 (CLDR 48) writes it in each language.
func TestParseReadsLanguages(t *testing.T) {
	const want = "2026-03-16T15:05:00Z"
	for _, cell := range []string{
		"lunes, 16 de marzo de 2026, 3:05 p. m.",
		"lunes, 16 de marzo de 2026, 15:05",
		"16 de marzo de 2026 a las 3:05 p. m.",
		"segunda-feira, 16 de março de 2026 às 03:05 PM",
		"segunda-feira, 16 de março de 2026 às 15:05",
		"16 de março de 2026 às 03:05 PM",
		"poniedziałek, 16 marca 2026 03:05 PM",
		"poniedziałek, 16 marca 2026 15:05",
		"16 marca 2026 03:05 PM",
		"lunedì 16 marzo 2026 alle ore 03:05 PM",
		"lunedì 16 marzo 2026 alle ore 15:05",
		"16 marzo 2026 alle ore 03:05 PM",
		"maandag 16 maart 2026 om 03:05 p.m.",
		"maandag 16 maart 2026 om 15:05",
		"16 maart 2026 om 03:05 p.m.",
		"pondělí 16. března 2026 v 3:05 odp.",
		"pondělí 16. března 2026 v 15:05",
		"16. března 2026 v 3:05 odp.",
		"16 Mart 2026 Pazartesi ÖS 03:05",
		"16 Mart 2026 Pazartesi 15:05",
		"16 Mart 2026 ÖS 03:05",
		"måndag 16 mars 2026 kl. 03:05 em",
		"måndag 16 mars 2026 kl. 15:05",
		"16 mars 2026 kl. 03:05 em",
		"mandag den 16. marts 2026 kl. 03.05 PM",
		"mandag den 16. marts 2026 kl. 15.05",
		"16. marts 2026 kl. 03.05 PM",
		"mandag 16. mars 2026 kl. 03:05 p.m.",
		"mandag 16. mars 2026 kl. 15:05",
		"16. mars 2026 kl. 03:05 p.m.",
		"maanantai 16. maaliskuuta 2026 klo 3.05 ip.",
		"maanantai 16. maaliskuuta 2026 klo 15.05",
		"16. maaliskuuta 2026 klo 3.05 ip.",
		"2026. március 16., hétfő du. 3:05",
		"2026. március 16., hétfő 15:05",
		"2026. március 16. du. 3:05",
		"понедельник, 16 марта 2026 г. в 03:05 PM",
		"понедельник, 16 марта 2026 г. в 15:05",
		"16 марта 2026 г. в 03:05 PM",
		"понеділок, 16 березня 2026 р. о 03:05 пп",
		"понеділок, 16 березня 2026 р. о 15:05",
		"16 березня 2026 р. о 03:05 пп",
		"Δευτέρα 16 Μαρτίου 2026 στις 3:05 μ.μ.",
		"Δευτέρα 16 Μαρτίου 2026 στις 15:05",
		"16 Μαρτίου 2026 στις 3:05 μ.μ.",
		"2026/3/16月曜日 午後3:05",
		"2026年3月16日月曜日 15:05",
		"2026/3/16 午後3:05",
		"2026年3月16日星期一 下午03:05",
		"2026年3月16日星期一 15:05",
		"2026/3/16 下午03:05",
		"2026년 3월 16일 월요일 PM 3:05",
		"2026년 3월 16일 월요일 15:05",
		"2026년 3월 16일 PM 3:05",
		"الاثنين، 16 مارس 2026 في 3:05 م",
		"الاثنين، 16 مارس 2026 في 15:05",
		"16 مارس 2026 في 3:05 م",
		"יום שני, 16 במרץ 2026 בשעה 3:05 PM",
		"יום שני, 16 במרץ 2026 בשעה 15:05",
		"16 במרץ 2026 בשעה 3:05 PM",
		"luni, 16 martie 2026 la 03:05 p.m.",
		"luni, 16 martie 2026 la 15:05",
		"16 martie 2026 la 03:05 p.m.",
		"pondelok 16. marca 2026 o 3:05 PM",
		"pondelok 16. marca 2026 o 15:05",
		"16. marca 2026 o 3:05 PM",
		"понеделник, 16 март 2026 г. в 15:05",
		"16 март 2026 г. в 15:05",
		"16.03.2026 г., 15:05",
		"2026年03月16日 15時05分", "2026年3月16日(月) 15:05", "2026/03/16(月) 15:05:00", "２０２６年３月１６日 １５時０５分", "2026년 3월 16일 오후 3시 5분", "2026-03-16 下午 3:05", "2026-03-16 오후 3:05:00",
		"16.03.2026 15:05 Uhr", "16.03.2026 03:05 p.\ufffdm.", "١٦/٠٣/٢٠٢٦ ١٥:٠٥",
	} {
		at := Parse(cell).Time(DayFirst, time.UTC)
		if got := rfc3339(at); got != want {
			t.Errorf("%q is %q, want %q", cell, got, want)
		}
	}
}

// The day of the week proves the order, unless it fits neither.
func TestWeekdayProvesOrder(t *testing.T) {
	for cell, want := range map[string]Order{
		"Mon 03/02/2026 08:05 AM": MonthFirst, "Tue 03/02/2026": DayFirst, "lunes 02/03/2026": DayFirst, "Fri 03/02/2026": Unordered, "Mo, 02.03.2026": DayFirst, "月 2026/03/02": Unordered,
	} {
		c := Column{Field: "opened", Header: "opened"}
		c.Add(Parse(cell), cell, 2)
		if best, _ := c.Leader(); best != want {
			t.Errorf("%q proves %s, want %s", cell, best, want)
		}
	}
}
