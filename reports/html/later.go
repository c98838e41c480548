package html

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"fmt"
	"html/template"
)

// AtOnce are the findings whose sections stand in the page as they are.
func (v *view) AtOnce() []*finding { return v.Findings[:min(len(v.Findings), manyFindings)] }

// Later are the sections of the rest, compressed with gzip and written as JSON in
// base64, for the page's script to unpack: sections resemble each other, so
// that a large report is a third as long. "" if there are none.
func (v *view) Later() (template.JS, error) {
	rest := v.Findings[len(v.AtOnce()):]
	if len(rest) == 0 {
		return "", nil
	}
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return "", err
	}
	for _, f := range rest {
		if err := v.templates.ExecuteTemplate(w, "finding", f); err != nil {
			return "", fmt.Errorf("rendering finding %s: %w", f.ID, err)
		}
	}
	if err := w.Close(); err != nil {
		return "", err
	}
	return template.JS(`"` + base64.StdEncoding.EncodeToString(packed.Bytes()) + `"`), nil
}
