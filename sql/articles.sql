-- articles.sql: a table of texts, and beside it the articles and items that are read from them, kept true by triggers.
--
--   sqlite3 news.db
--   sqlite> .load ./article
--   sqlite> .read sql/articles.sql
--   sqlite> INSERT INTO docs(text) VALUES (CAST(readfile('page.txt') AS TEXT));  -- or INSERT INTO docs(id, text) SELECT ... FROM yours
--   sqlite> SELECT headline, date_published FROM articles;
--   sqlite> SELECT list_title, title FROM items;
--
-- Tables
--   docs      what you fill: id, text, and what you know of it (reference_time, timezone, language; see docs/FUNCTIONS.md)
--   articles  one row for each text that holds an article; columns of parse_article, and doc_id
--   items     one row for each related item; columns of related_items, and doc_id
-- Views
--   articles_by_day        day, number of articles, number of words
--   items_with_article     each item beside the headline and date of the article that it stood next to
--   docs_without_article   texts in which no article was found
--
-- Reading it again does no harm: what exists stays, and texts that are not read yet are read.  A change of docs needs the
-- extension to be loaded; reading articles and items does not.

CREATE TABLE IF NOT EXISTS docs(
  id INTEGER PRIMARY KEY,
  text TEXT,
  reference_time TEXT,
  timezone TEXT,
  language TEXT
);

CREATE TABLE IF NOT EXISTS articles(
  doc_id INTEGER PRIMARY KEY REFERENCES docs(id) ON DELETE CASCADE,
  headline TEXT, alternative_headline TEXT, byline TEXT, author TEXT, dateline TEXT, dateline_place TEXT, dateline_date TEXT,
  agency TEXT, attribution TEXT, date_published TEXT, date_published_utc TEXT, date_published_text TEXT, date_modified TEXT,
  utc_offset_minutes INTEGER, date_precision TEXT, article_section TEXT, keywords TEXT, in_language TEXT, publisher TEXT,
  copyright_notice TEXT, lead TEXT, article_body TEXT, word_count INTEGER, paragraph_count INTEGER, related_count INTEGER,
  confidence REAL
);
CREATE INDEX IF NOT EXISTS articles_date ON articles(date_published);

CREATE TABLE IF NOT EXISTS items(
  doc_id INTEGER NOT NULL REFERENCES docs(id) ON DELETE CASCADE,
  item_no INTEGER NOT NULL, list_no INTEGER, list_title TEXT, list_kind TEXT, title TEXT, labels TEXT, category TEXT,
  time_text TEXT, date_published TEXT, date_published_utc TEXT, date_precision TEXT, url TEXT, line_no INTEGER,
  byte_start INTEGER, byte_end INTEGER,
  PRIMARY KEY (doc_id, item_no)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS items_title ON items(title);

-- One view each says how a text becomes rows; the triggers and the first filling only use it.
CREATE VIEW IF NOT EXISTS docs_articles AS
  SELECT d.id AS doc_id, a.headline, a.alternative_headline, a.byline, a.author, a.dateline, a.dateline_place, a.dateline_date,
         a.agency, a.attribution, a.date_published, a.date_published_utc, a.date_published_text, a.date_modified,
         a.utc_offset_minutes, a.date_precision, a.article_section, a.keywords, a.in_language, a.publisher, a.copyright_notice,
         a.lead, a.article_body, a.word_count, a.paragraph_count, a.related_count, a.confidence
    FROM docs d, parse_article(d.text, d.reference_time, d.timezone, d.language) a;
CREATE VIEW IF NOT EXISTS docs_items AS
  SELECT d.id AS doc_id, r.item_no, r.list_no, r.list_title, r.list_kind, r.title, r.labels, r.category, r.time_text,
         r.date_published, r.date_published_utc, r.date_precision, r.url, r.line_no, r.byte_start, r.byte_end
    FROM docs d, related_items(d.text, d.reference_time, d.timezone, d.language) r;

CREATE TRIGGER IF NOT EXISTS docs_inserted AFTER INSERT ON docs BEGIN
  INSERT OR REPLACE INTO articles SELECT * FROM docs_articles WHERE doc_id = new.id;
  DELETE FROM items WHERE doc_id = new.id;
  INSERT INTO items SELECT * FROM docs_items WHERE doc_id = new.id;
END;
CREATE TRIGGER IF NOT EXISTS docs_updated AFTER UPDATE OF id, text, reference_time, timezone, language ON docs BEGIN
  DELETE FROM articles WHERE doc_id IN (old.id, new.id);
  DELETE FROM items WHERE doc_id IN (old.id, new.id);
  INSERT INTO articles SELECT * FROM docs_articles WHERE doc_id = new.id;
  INSERT INTO items SELECT * FROM docs_items WHERE doc_id = new.id;
END;
CREATE TRIGGER IF NOT EXISTS docs_deleted AFTER DELETE ON docs BEGIN
  DELETE FROM articles WHERE doc_id = old.id;
  DELETE FROM items WHERE doc_id = old.id;
END;

CREATE VIEW IF NOT EXISTS articles_by_day AS
  SELECT substr(date_published, 1, 10) AS day, count(*) AS articles, sum(word_count) AS words
    FROM articles WHERE date_published IS NOT NULL GROUP BY 1;
CREATE VIEW IF NOT EXISTS items_with_article AS
  SELECT i.doc_id, a.headline AS article_headline, a.date_published AS article_date, i.item_no, i.list_title, i.list_kind,
         i.title, i.category, i.date_published
    FROM items i JOIN articles a USING (doc_id);
CREATE VIEW IF NOT EXISTS docs_without_article AS
  SELECT id, text FROM docs WHERE id NOT IN (SELECT doc_id FROM articles);

-- Texts that were there before.
INSERT INTO articles SELECT * FROM docs_articles WHERE doc_id NOT IN (SELECT doc_id FROM articles);
INSERT INTO items SELECT * FROM docs_items WHERE doc_id NOT IN (SELECT doc_id FROM items);
