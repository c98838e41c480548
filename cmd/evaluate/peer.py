"""What a pandas and scikit-learn script makes of an export: it clusters and counts.

It stands beside ticketpatterns in the table of "evaluate scaling": what such a
script costs. It reads the export, turns the texts into TF-IDF vectors of 100
dimensions, clusters them, and lists the clusters that most exceed their own
weekly mean in the last week, by department and by category. It tests nothing, learns
no threshold, groups nothing over time, names no owner and writes no report.

Usage: python3 peer.py EXPORT.csv
"""
import json
import sys

import pandas as pd
from sklearn.cluster import MiniBatchKMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

tickets = pd.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
texts = tickets["subject"] + "\n" + tickets["description"]
vectors = TfidfVectorizer(sublinear_tf=True, min_df=2, max_df=0.5, max_features=50_000, stop_words="english").fit_transform(texts)
vectors = normalize(TruncatedSVD(min(100, vectors.shape[1] - 1), random_state=1).fit_transform(vectors))
clusters = max(2, min(500, len(tickets) // 50))
tickets["cluster"] = MiniBatchKMeans(clusters, random_state=1, n_init=3, batch_size=2048).fit_predict(vectors)
tickets["week"] = pd.to_datetime(tickets["opened"]).dt.to_period("W")
last = tickets["week"].max()

findings = 0
for field in ("department", "category"):
    counts = tickets.groupby(["cluster", field, "week"]).size().unstack(fill_value=0)
    excess = counts[last] - counts.drop(columns=last).mean(axis=1)
    findings += len(excess.nlargest(10))
json.dump({"tickets": len(tickets), "clusters": clusters, "findings": findings}, sys.stdout)
