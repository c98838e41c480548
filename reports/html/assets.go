package html

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"strings"
	"sync"
)

//go:generate go run fetch.go

//go:embed page
var pageFiles embed.FS

// runtimeFiles holds package.json and, once it was fetched, the chart
// runtime with its licences. The pattern matches package.json so that a build without the
// runtime works.
//
//go:embed runtime/*.js*
var runtimeFiles embed.FS

const (
	runtimePath  = "runtime/echarts.min.js"
	licencesPath = runtimePath + ".LICENSES.txt"
)

// runtimeScript returns the chart runtime with its licence notice, "" if it
// was not there when the program was built.
func runtimeScript() string {
	script, err := runtimeFiles.ReadFile(runtimePath)
	if err != nil {
		return ""
	}
	return string(script)
}

// RuntimeLicences returns the terms of the chart runtime that pages hold; "" if it was not there
// when the program was built.
func RuntimeLicences() string {
	text, err := runtimeFiles.ReadFile(licencesPath)
	if err != nil {
		return ""
	}
	return string(text)
}

// assets are the inline parts of a page that its policy knows by hash.
type assets struct {
	Policy   string
	Style    template.HTML
	Runtime  template.JS // packed; "" without the chart runtime
	Licences string      // of the runtime
	Script   template.HTML
}

// stillAssets are those of a page without scripts. more names a style that only this
// page needs.
func stillAssets(more string) (assets, error) {
	style, err := pageFile("style.css")
	if err != nil {
		return assets{}, err
	}
	own, err := pageFile(more)
	if err != nil {
		return assets{}, err
	}
	style += own
	return assets{Style: template.HTML("<style>" + style + "</style>"), Policy: policy("'none'", hash(style))}, nil
}

func newAssets(runtime string) (assets, error) {
	style, err := pageFile("style.css")
	if err != nil {
		return assets{}, err
	}
	script, err := pageScript()
	if err != nil {
		return assets{}, err
	}
	runtime = normal(runtime)
	a := assets{
		Style:  template.HTML("<style>" + style + "</style>"),
		Script: template.HTML("<script>" + script + "</script>"),
	}
	hashes := hash(script)
	if runtime != "" {
		if a.Runtime, err = packed(runtime); err != nil {
			return assets{}, err
		}
		a.Licences = RuntimeLicences()
		hashes += " " + hash(runtime)
	}
	a.Policy = policy(hashes, hash(style))
	return a, nil
}

// packedScripts are the scripts that were packed, by their text. The page and all packs of
// a run hold the same one, and packing it costs as much as the rest of a pack.
var packedScripts sync.Map

func packed(script string) (template.JS, error) {
	if known, ok := packedScripts.Load(script); ok {
		return known.(template.JS), nil
	}
	text, err := compressed(func(w io.Writer) error { _, err := io.WriteString(w, script); return err })
	if err == nil {
		packedScripts.Store(script, text)
	}
	return text, err
}

// policy lets only the hashed scripts and the hashed style element run. The
// style attributes stay open, as the chart runtime sets them on the SVG it
// draws; browsers that do not know style-src-attr fall back to style-src.
func policy(scripts, style string) string {
	return "default-src 'none'; script-src " + scripts +
		"; style-src 'unsafe-inline'; style-src-elem " + style + "; style-src-attr 'unsafe-inline'" +
		"; img-src data:; base-uri 'none'; form-action 'none'"
}

// scripts are the parts of the page's script, in the order in which they run.
var scripts = []string{"start.js", "charts.js", "findings.js", "decisions.js"}

func pageScript() (string, error) {
	var whole strings.Builder
	for _, name := range scripts {
		part, err := pageFile(name)
		if err != nil {
			return "", err
		}
		whole.WriteString(part)
	}
	return whole.String(), nil
}

func pageFile(name string) (string, error) {
	b, err := pageFiles.ReadFile("page/" + name)
	return normal(string(b)), err
}

// normal ends lines with LF, as browsers do before they hash.
func normal(s string) string {
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
}

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
