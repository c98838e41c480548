package config

import (
	"fmt"
	"slices"

	"ticketpatterns/cmd/ticketpatterns/internal/post"
)

// check returns what is wrong with the settings. Empty ones are fine: then nothing is
// sent there.
func (s Send) check() []error {
	var wrong []error
	address := func(key, text string) {
		if err := post.CheckAddress(text); err != nil {
			wrong = append(wrong, fmt.Errorf("send.%s: %w", key, err))
		}
	}
	if s.From != "" || len(s.Lead) > 0 {
		address("from", s.From)
	}
	for i, to := range s.Lead {
		address(fmt.Sprintf("lead[%d]", i), to)
	}
	if p := s.SMTP.Port; p < 1 || p > 65535 {
		wrong = append(wrong, fmt.Errorf("send.smtp.port: is %d, want 1 to 65535, such as 587", p))
	}
	if !slices.Contains(post.Securities, post.Security(s.SMTP.Security)) {
		wrong = append(wrong, fmt.Errorf("send.smtp.security: is %q, want starttls, tls or none", s.SMTP.Security))
	} else if s.SMTP.User != "" && s.SMTP.Security == string(post.NoTLS) {
		wrong = append(wrong, fmt.Errorf("send.smtp.security: is none, want starttls or tls where there is a user: a password is not sent in clear"))
	}
	if s.Webhook.URL != "" {
		if err := post.CheckURL(s.Webhook.URL); err != nil {
			wrong = append(wrong, fmt.Errorf("send.webhook.url: %w", err))
		}
	}
	if !slices.Contains(post.Bodies, post.Body(s.Webhook.Body)) {
		wrong = append(wrong, fmt.Errorf("send.webhook.body: is %q, want slack, teams, mattermost or json", s.Webhook.Body))
	}
	return wrong
}

// Nobody reports whether the settings name no place to send to.
func (s Send) Nobody() bool {
	mail := s.From != "" && (s.Folder != "" || s.SMTP.Host != "")
	return !mail && s.Webhook.URL == ""
}
