// Package i18n puts sentences, numbers and days into the reader's language.
//
// The English text stands in the code, where it is read together with what it
// says; a text that is meant for people has the type [English]. Two files hold
// the rest, in the format of GNU gettext, which translators have tools for:
// locale/messages.pot lists every English text of the program, and
// locale/de.po says them in German. A new language is a new file there and
// nothing else. A file named for a region, such as locale/en_US.po, holds only
// what that region writes differently from its language.
//
// What a machine reads stays English in every language: columns, field names,
// kinds and states in JSON and CSV, keys of the configuration, and the errors
// and reports of the commands.
package i18n
