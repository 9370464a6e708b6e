-- import_archive.sql: the articles of export files (LexisNexis, Factiva, ProQuest, wires, mail boxes, WET ...) become docs.
--
--   sqlite> .load ./article
--   sqlite> .read sql/articles.sql
--   sqlite> CREATE TABLE files(name TEXT PRIMARY KEY, text TEXT);
--   sqlite> INSERT INTO files VALUES ('export.txt', readfile('export.txt'));
--   sqlite> .read sql/import_archive.sql
--   sqlite> SELECT s.name, s.format, s.identifier, a.headline FROM sources s JOIN articles a USING (doc_id);
--
-- A file is read once, as UTF-8; sources says where each document comes from, to the byte.
CREATE TABLE IF NOT EXISTS files(name TEXT PRIMARY KEY, text TEXT);
CREATE TABLE IF NOT EXISTS sources(
  doc_id INTEGER PRIMARY KEY REFERENCES docs(id) ON DELETE CASCADE, name TEXT, article_no INTEGER, format TEXT, identifier TEXT,
  byte_start INTEGER, byte_end INTEGER, UNIQUE (name, article_no));

CREATE TEMP TABLE arrived AS
  SELECT row_number() OVER (ORDER BY f.name, s.article_no) + (SELECT ifnull(max(id), 0) FROM docs) AS doc_id, f.name, s.article_no,
         s.format, s.identifier, s.byte_start, s.byte_end, s.article_text
    FROM files f, split_articles(CAST(f.text AS TEXT)) s WHERE f.name NOT IN (SELECT name FROM sources);
BEGIN;
INSERT INTO docs(id, text) SELECT doc_id, article_text FROM arrived ORDER BY doc_id;
INSERT INTO sources SELECT doc_id, name, article_no, format, identifier, byte_start, byte_end FROM arrived;
COMMIT;
DROP TABLE arrived;
