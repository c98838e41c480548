package config

import (
	"os"
	"runtime"
	"testing"
)

func TestTicketURLs(t *testing.T) {
	for address, good := range map[string]bool{
		"": true, "https://desk.example.com/{id}": true, "http://desk/view?id={id}&x=1#top": true,
		"javascript:alert({id})": false, "ftp://desk/{id}": false, "https://desk/": false, "http:///{id}": false, "https://desk/{id}\" onclick=\"x": false, "https://desk/{id}\n": false, "https://desk/ {id}": false, "https://desk\\evil/{id}": false,
	} {
		if err := checkTicketURL(address); (err == nil) != good {
			t.Errorf("%q: %v", address, err)
		}
	}
}

// A configuration that is a link to nothing was meant to be there.
func TestBrokenLinkIsNoDefault(t *testing.T) {
	t.Chdir(t.TempDir())
	if _, err := Load("", nil); err != nil {
		t.Errorf("without a file: %v", err)
	}
	if err := os.Symlink("nowhere", DefaultFile); err != nil {
		if runtime.GOOS != "windows" { // where it takes a right
			t.Fatal(err)
		}
		t.Skip(err)
	}
	if _, err := Load("", nil); err == nil {
		t.Error("a broken link is passed over")
	}
}
