-- export_jsonld.sql: articles.jsonld.jsonl in the current folder: schema.org NewsArticle, one a line.
--
--   sqlite> .load ./article
--   sqlite> .read sql/export_jsonld.sql
-- Leaves the shell in .mode list, .headers off.
.headers off
.mode list
.once articles.jsonld.jsonl
SELECT json FROM (SELECT id, article_json(text, reference_time, timezone, language) AS json FROM docs) WHERE json IS NOT NULL ORDER BY id;
