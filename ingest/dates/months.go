package dates

import (
	"strings"
	"sync"
	"ticketpatterns/analyzer/fold"
	"ticketpatterns/ingest/language"
)

// monthNames lists the months, January first, as exporters shorten and spell them
// beside what package language says, folded.
var monthNames = [12]string{
	"jan january januar janner janv janvier ene enero janeiro sty styczen stycznia gen genn gennaio januari",
	"feb february februar fev fevr fevrier febrero fevereiro lut luty lutego febb febbraio februari",
	"mar mars march marz maerz mrz marzo marco marzec marca maart mrt",
	"apr april avr avril abr abril kwi kwiecien kwietnia aprile",
	"may mai mayo maio maj maja mag maggio mei",
	"jun june juni juin junio junho cze czerwiec czerwca giu giugno",
	"jul july juli juil juillet julio julho lip lipiec lipca lug luglio",
	"aug august aout ago agosto sie sierpien sierpnia augustus",
	"sep sept september septembre septiembre setiembre set setembro wrz wrzesien wrzesnia sett settembre",
	"oct october okt oktober octobre octubre out outubro paz pazdziernik pazdziernika ott ottobre",
	"nov november novembre noviembre novembro lis listopad listopada",
	"dec december dez dezember decembre dic diciembre dezembro gru grudzien grudnia dicembre",
}

// dayNames lists the days of the week in the same languages, as they stand in
// front of a date, folded.
const dayNames = "mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday " +
	"mo montag di dienstag mi mittwoch do donnerstag fr freitag sa samstag so sonntag " +
	"lun lundi mardi mer mercredi jeu jeudi ven vendredi sam samedi dim dimanche " +
	"lunes martes mie miercoles jue jueves vie viernes sab sabado dom domingo " +
	"seg segunda ter terca qua quarta qui quinta sex sexta feira " +
	"pon poniedzialek wt wtorek sr sroda czw czwartek pt piatek sob sobota nie niedziela " +
	"lunedi martedi mercoledi gio giovedi venerdi sabato domenica " +
	"ma maandag dinsdag wo woensdag donderdag vr vrijdag za zaterdag zo zondag"

// fillers are words between the parts of a date.
const fillers = "г р в о ч στις στο las alle ore في בשעה יום klo de del do den der the of le el il at um uhr a as om kl alle t st nd rd th er o"

// zoneNames gives the offsets, in minutes east of Greenwich, of the names
// that RFC 822 defines and of Europe's; names with several meanings elsewhere
// are left out.
var zoneNames = map[string]int{
	"z": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120, "eet": 120, "eest": 180,
	"est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
}

// words is the vocabulary of dates, folded.
type words struct {
	month map[string]uint16 // from 1 to 12
	day   map[string]uint8  // of the week, Monday 1 to Sunday 7; 0 if languages differ
	skip  map[string]bool   // says nothing about the date
	half  map[string]bool   // "am" and the like: whether it is the second half of the day
}

var dateWords = sync.OnceValue(func() words {
	w := words{month: make(map[string]uint16), day: make(map[string]uint8), skip: make(map[string]bool), half: map[string]bool{"am": false, "pm": true}}
	for _, s := range strings.Fields(dayNames + " " + fillers) {
		w.skip[s] = true
	}
	for i, names := range monthNames {
		for _, s := range strings.Fields(names) {
			w.month[s] = uint16(i + 1)
		}
	}
	for i := range language.All {
		w.add(&language.All[i])
	}
	return w
})

// add takes in the words of a language.
func (w *words) add(l *language.Language) {
	for i, names := range l.Months {
		for s := range strings.FieldsSeq(names) {
			if s = fold.Key(s); w.month[s] == 0 {
				w.month[s] = uint16(i + 1)
			}
		}
	}
	for i, names := range l.Days {
		for s := range strings.FieldsSeq(names) {
			s = fold.Key(s)
			w.skip[s] = true
			if n, known := w.day[s]; !known || n == uint8(i+1) {
				w.day[s] = uint8(i + 1)
			} else {
				w.day[s] = 0
			}
		}
	}
	if l.AM != "" {
		w.half[fold.Key(l.AM)], w.half[fold.Key(l.PM)] = false, true
	}
}
