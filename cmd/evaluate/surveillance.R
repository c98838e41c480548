# Compares the last of weekly counts with those before as two methods of public health do.
#
#   Rscript surveillance.R ALPHA < counts.csv
#
# Each line of standard input is a series of counts, oldest first, separated by commas.
# For each one the line "1,0" and the like says whether the last week is an alarm at the
# one-sided probability ALPHA of earsC (method C1: the seven weeks before) and of
# farringtonFlexible (Noufaily et al., Statistics in Medicine 32, 2013, 1206-1222). Its
# periods are of seven weeks, of which it takes the last three, as half a year of history
# has no earlier years; the three weeks just before are left out, as its authors advise.
suppressMessages(library(surveillance))
alpha <- as.numeric(commandArgs(trailingOnly = TRUE)[1])
for (line in readLines(file("stdin"))) {
  counts <- as.numeric(strsplit(line, ",")[[1]])
  weeks <- length(counts)
  series <- sts(observed = counts, start = c(2020, 1), frequency = 7)
  ears <- earsC(series, control = list(range = weeks, method = "C1", baseline = 7, alpha = alpha))
  farrington <- suppressWarnings(farringtonFlexible(series, control = list(
    range = weeks, b = 3, w = 3, reweight = TRUE, thresholdMethod = "nbPlugin", alpha = alpha,
    noPeriods = 1, pastWeeksNotIncluded = 3, trend = FALSE, limit54 = c(0, 4)
  )))
  cat(as.integer(alarms(ears)[1]), as.integer(alarms(farrington)[1]), sep = ",")
  cat("\n")
}
