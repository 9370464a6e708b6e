-- import_csv.sql: the rows of docs.csv (a head line, then id, text, reference_time, timezone, language) become docs.
--
--   sqlite> .load ./article
--   sqlite> .read sql/articles.sql
--   sqlite> .read sql/import_csv.sql
CREATE TEMP TABLE arrived(id, text, reference_time, timezone, language);
.import --csv --skip 1 docs.csv arrived
INSERT OR REPLACE INTO docs(id, text, reference_time, timezone, language)
  SELECT nullif(id, ''), text, nullif(reference_time, ''), nullif(timezone, ''), nullif(language, '') FROM arrived;
DROP TABLE arrived;
