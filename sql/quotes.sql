-- Who said what: recipes over a table of articles, docs(text).
--   sqlite3 corpus.db ".load ./article" ".read sql/quotes.sql"

-- Every quotation and reported statement, with its speaker.
CREATE TEMP VIEW IF NOT EXISTS quotes_by_speaker AS
SELECT d.rowid AS doc, q.speaker_name, q.speaker_title, q.kind, q.cue, q.quote
FROM docs d, article_quotes(d.text) q
WHERE q.kind <> 'scare' AND q.speaker_name IS NOT NULL;

-- Who is quoted most.
CREATE TEMP VIEW IF NOT EXISTS most_quoted AS
SELECT speaker_name, count(*) AS quotes, count(DISTINCT doc) AS articles
FROM quotes_by_speaker GROUP BY speaker_name ORDER BY quotes DESC, speaker_name;

-- Sources for each section and month.
CREATE TEMP VIEW IF NOT EXISTS sources_by_month AS
SELECT a.article_section, substr(a.date_published, 1, 7) AS month, q.speaker_name, count(*) AS quotes
FROM docs d, parse_article(d.text) a, article_quotes(d.text) q
WHERE q.kind <> 'scare' AND q.speaker_name IS NOT NULL
GROUP BY 1, 2, 3 ORDER BY 1, 2, 4 DESC, 3;
