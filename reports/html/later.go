package html

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
)

// AtOnce returns the findings whose sections stand in the page as they are.
func (v *view) AtOnce() []*finding { return v.Findings[:min(len(v.Findings), manyFindings)] }

// Later returns the other findings. Their sections are packed; readers without
// scripts get what is asked as plain text.
func (v *view) Later() []*finding { return v.Findings[len(v.AtOnce()):] }

// PackedSections returns the sections of Later, compressed with gzip and written
// as JSON in base64, for the page's script to unpack: sections resemble each
// other, so that a large report is a third as long. "" if there are none.
func (v *view) PackedSections() (template.JS, error) {
	rest := v.Later()
	if len(rest) == 0 {
		return "", nil
	}
	return compressed(func(w io.Writer) error {
		for _, f := range rest {
			if err := v.templates.ExecuteTemplate(w, "finding", f); err != nil {
				return fmt.Errorf("rendering finding %s: %w", f.ID, err)
			}
		}
		return nil
	})
}

// compressed returns what write writes, compressed, as a JSON text in base64.
func compressed(write func(io.Writer) error) (template.JS, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return "", err
	}
	if err := write(w); err != nil {
		return "", err
	}
	if err := w.Close(); err != nil {
		return "", err
	}
	return template.JS(`"` + base64.StdEncoding.EncodeToString(b.Bytes()) + `"`), nil
}
