package post

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"ticketpatterns/reports/words"
)

// Body is the form in which a chat wants its messages.
type Body string

// The values of Body.
const (
	Slack      Body = "slack"
	Teams      Body = "teams" // a workflow of Microsoft Teams: an adaptive card
	Mattermost Body = "mattermost"
	PlainJSON  Body = "json"
)

// Bodies lists every value of Body.
var Bodies = []Body{Slack, Teams, Mattermost, PlainJSON}

// Note is a short message for a chat.
type Note struct {
	Title string   `json:"title"`
	Text  string   `json:"text"`
	Lines []string `json:"lines"` // one for each finding
	Day   string   `json:"day"`   // of the report
}

// Chat is a webhook. Its address is a secret: who knows it can write there.
type Chat struct {
	URL  string
	Body Body
}

// CheckURL reports an error unless text is an address that a note can be posted to.
func CheckURL(text string) error {
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return errors.New("is no web address, want one such as https://chat.example.com/hooks/key")
	}
	return nil
}

// Post sends a note. Any answer but a success is an error, which never names the address.
func (c Chat) Post(ctx context.Context, n Note) error {
	body, err := json.Marshal(c.body(n))
	if err != nil {
		return fmt.Errorf("composing the note: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.URL, bytes.NewReader(body))
	if err != nil {
		return errors.New("the address of the webhook cannot be used")
	}
	request.Header.Set("Content-Type", "application/json")
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	answer, err := client.Do(request)
	if err != nil {
		var wrapped *url.Error
		if errors.As(err, &wrapped) {
			err = wrapped.Err
		}
		return fmt.Errorf("webhook: %w", err)
	}
	defer answer.Body.Close()
	said, _ := io.ReadAll(io.LimitReader(answer.Body, 200))
	if answer.StatusCode < 200 || answer.StatusCode > 299 {
		return fmt.Errorf("webhook answered %s: %q", answer.Status, oneLine(string(said)))
	}
	return nil
}

// body gives a note the form of the chat. What tickets say must neither call people nor
// become a link or a format there.
func (c Chat) body(n Note) any {
	switch c.Body {
	case Slack:
		return map[string]string{"text": "*" + slackText(n.Title) + "*\n" + slackText(strings.Join(append([]string{n.Text}, n.Lines...), "\n"))}
	case Mattermost:
		return map[string]string{"text": "**" + markdownText(n.Title) + "**\n" + markdownText(strings.Join(append([]string{n.Text}, n.Lines...), "\n"))}
	case Teams:
		return teamsCard(n)
	}
	return n
}

// slackText escapes what Slack reads as mentions, links and entities
// (https://docs.slack.dev/messaging/formatting-message-text).
func slackText(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "*", "∗", "_", "_\u200b", "~", "~\u200b", "`", "'").Replace(words.Unlinked(s))
}

// markdownText keeps what people wrote from becoming Markdown or calling anybody.
func markdownText(s string) string {
	return strings.NewReplacer("*", "∗", "_", "_\u200b", "~", "~\u200b", "`", "'", "[", "［", "]", "］", "#", "#\u200b", "<", "‹", ">", "›").Replace(words.Unlinked(s))
}

// teamsCard is an adaptive card, version 1.4, as workflows take it.
func teamsCard(n Note) any {
	type block map[string]any
	blocks := []block{
		{"type": "TextBlock", "text": markdownText(n.Title), "weight": "Bolder", "size": "Medium", "wrap": true},
		{"type": "TextBlock", "text": markdownText(n.Text), "wrap": true},
	}
	for _, line := range n.Lines {
		blocks = append(blocks, block{"type": "TextBlock", "text": markdownText(line), "wrap": true})
	}
	return block{"type": "message", "attachments": []block{{
		"contentType": "application/vnd.microsoft.card.adaptive",
		"content":     block{"type": "AdaptiveCard", "$schema": "http://adaptivecards.io/schemas/adaptive-card.json", "version": "1.4", "body": blocks},
	}}}
}
