# RSQLite: Rscript client.R ./article page.txt
library(DBI)
arguments <- commandArgs(trailingOnly = TRUE)
text <- paste0(paste(readLines(arguments[2], encoding = "UTF-8"), collapse = "\n"), "\n")
con <- dbConnect(RSQLite::SQLite(), ":memory:", loadable.extensions = TRUE)
invisible(dbGetQuery(con, "SELECT load_extension(?)", params = list(arguments[1])))
row <- dbGetQuery(con, "SELECT sqlite_version() AS sqlite, article_version() AS article,
  (SELECT headline FROM parse_article(:text)) AS headline, (SELECT count(*) FROM article_lines(:text)) AS lines",
  params = list(text = enc2utf8(text)))
out <- enc2utf8(sprintf("%s=%s", names(row), vapply(row, as.character, "")))
writeLines(out, useBytes = TRUE)
dbDisconnect(con)
