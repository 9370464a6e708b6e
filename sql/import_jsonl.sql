-- import_jsonl.sql: the lines of docs.jsonl (objects with text, and id, reference_time, timezone, language where known) become
-- docs.  articles.jsonl of export_jsonl.sql, renamed, is such a file.
--
--   sqlite> .load ./article
--   sqlite> .read sql/articles.sql
--   sqlite> .read sql/import_jsonl.sql
--
-- A line end inside a JSON string is written \n: each line of the file is one object.
CREATE TEMP TABLE file(content CONSTRAINT "docs.jsonl cannot be read" CHECK (content IS NOT NULL));
INSERT INTO file VALUES (readfile('docs.jsonl'));
CREATE TEMP TABLE arrived AS
  SELECT value FROM file, json_each('[' || replace(trim(replace(CAST(content AS TEXT), char(13), ''), char(10)), char(10), ',') || ']');
DROP TABLE file;
INSERT OR REPLACE INTO docs(id, text, reference_time, timezone, language)
  SELECT json_extract(value, '$.id'), json_extract(value, '$.text'), json_extract(value, '$.reference_time'),
         json_extract(value, '$.timezone'), json_extract(value, '$.language')
    FROM arrived;
DROP TABLE arrived;
