package ticket

import (
	"reflect"
	"testing"
	"time"
)

// Each field has the accessor of its kind and a place of its own in a ticket.
func TestFields(t *testing.T) {
	if got := reflect.TypeFor[Ticket]().NumField() - len(Fields); got != 3 {
		t.Errorf("%d fields of Ticket are not in the table, want three: Path, Automated and Pos", got)
	}
	var all Ticket
	places := map[any]string{}
	for _, f := range Fields {
		var place any
		switch {
		case f.Kind == Text && f.Time == nil && f.Count == nil:
			place = f.Text(&all)
		case f.Kind == Time && f.Text == nil && f.Count == nil:
			place = f.Time(&all)
		case f.Kind >= Times && f.Text == nil && f.Time == nil:
			place = f.Count(&all)
		}
		if other, taken := places[place]; taken || place == nil {
			t.Errorf("%s has no place of its own: %v, %q", f.Name, place, other)
		}
		places[place] = f.Name
		if FieldNamed(f.Name).Name != f.Name {
			t.Errorf("%s is not found by its name", f.Name)
		}
	}
	opened := FieldNamed("opened")
	*opened.Time(&all) = time.Unix(1, 0)
	if all.Opened.Unix() != 1 || FieldNamed("colour") != nil {
		t.Errorf("opened is %v, and a colour is %v", all.Opened, FieldNamed("colour"))
	}
}
