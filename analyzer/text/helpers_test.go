package text

// corpusOf and learnFrom give lists to functions that ask by number.
func corpusOf(docs []Document) *Corpus {
	return NewCorpus(len(docs), func(i int) Document { return docs[i] })
}

func learnFrom(texts []string) Lexicon {
	return LearnLexicon(len(texts), func(i int) string { return texts[i] })
}
