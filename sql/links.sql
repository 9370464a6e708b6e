-- links.sql: the graph of who links to whom, and what is linked but missing.
--
--   sqlite> .load ./article
--   sqlite> .read sql/articles.sql
--   sqlite> .read sql/links.sql
--   sqlite> SELECT * FROM links;                                   -- from_doc, item_no, to_doc
--   sqlite> SELECT title, linked_from FROM missing_links LIMIT 20; -- headlines that no document has
--
-- An item names an article by its headline.  Titles are compared without case (of ASCII letters), without quotes, dashes and
-- other punctuation, straight or curly, and without labels such as "PHOTO:", "(VIDEO)" and "[Exclusive]".
CREATE TABLE IF NOT EXISTS link_labels(label TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT OR IGNORE INTO link_labels VALUES ('photo'), ('photos'), ('video'), ('videos'), ('exclusive'), ('update'), ('updated'),
  ('live'), ('breaking'), ('analysis'), ('opinion'), ('audio'), ('gallery'), ('interview'), ('infographic'), ('watch');

-- key: what is left of a title when punctuation, labels and blanks are gone.
CREATE TABLE IF NOT EXISTS headline_keys(doc_id INTEGER PRIMARY KEY, key TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS headline_keys_key ON headline_keys(key);
CREATE TABLE IF NOT EXISTS item_keys(doc_id INTEGER, item_no INTEGER, key TEXT NOT NULL, PRIMARY KEY (doc_id, item_no)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS item_keys_key ON item_keys(key);

CREATE VIEW IF NOT EXISTS titles AS
  SELECT 'headline' AS kind, doc_id, 0 AS item_no, headline AS title FROM articles WHERE headline IS NOT NULL
  UNION ALL SELECT 'item', doc_id, item_no, title FROM items WHERE title IS NOT NULL;

CREATE VIEW IF NOT EXISTS title_keys AS
  WITH plain AS (
    SELECT kind, doc_id, item_no,
           trim(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
             replace(replace(replace(replace(replace(replace(replace(replace(lower(title),
             '"', ' '), '''', ' '), '“', ' '), '”', ' '), '‘', ' '), '’', ' '), '„', ' '), '«', ' '), '»', ' '), '–', ' '), '—', ' '),
             '-', ' '), ':', ' '), ',', ' '), '.', ' '), '(', ' '), ')', ' '), '[', ' '), ']', ' '), '?', ' '), '!', ' '),
             char(160), ' ')) AS words
      FROM titles),
  without_front AS (  -- a label is the first or the last word
    SELECT kind, doc_id, item_no,
           CASE WHEN instr(words, ' ') > 0 AND substr(words, 1, instr(words, ' ') - 1) IN (SELECT label FROM link_labels)
                THEN ltrim(substr(words, instr(words, ' '))) ELSE words END AS words
      FROM plain),
  with_last AS (
    SELECT kind, doc_id, item_no, words, substr(words, length(rtrim(words, replace(words, ' ', ''))) + 1) AS last_word
      FROM without_front)
  SELECT kind, doc_id, item_no,
         replace(CASE WHEN last_word <> words AND last_word IN (SELECT label FROM link_labels)
                      THEN substr(words, 1, length(words) - length(last_word)) ELSE words END, ' ', '') AS key
    FROM with_last;

CREATE VIEW IF NOT EXISTS links AS
  SELECT i.doc_id AS from_doc, i.item_no, h.doc_id AS to_doc
    FROM item_keys i JOIN headline_keys h ON h.key = i.key AND h.doc_id <> i.doc_id;

CREATE VIEW IF NOT EXISTS missing_links AS
  SELECT min(t.title) AS title, count(DISTINCT i.doc_id) AS linked_from, min(t.doc_id) AS first_doc
    FROM item_keys i JOIN items t USING (doc_id, item_no)
   WHERE NOT EXISTS (SELECT 1 FROM headline_keys h WHERE h.key = i.key)
   GROUP BY i.key ORDER BY linked_from DESC, title;

CREATE TRIGGER IF NOT EXISTS links_article_inserted AFTER INSERT ON articles WHEN new.headline IS NOT NULL BEGIN
  INSERT OR REPLACE INTO headline_keys SELECT doc_id, key FROM title_keys WHERE kind = 'headline' AND doc_id = new.doc_id AND key <> '';
END;
CREATE TRIGGER IF NOT EXISTS links_article_deleted AFTER DELETE ON articles BEGIN
  DELETE FROM headline_keys WHERE doc_id = old.doc_id;
END;
CREATE TRIGGER IF NOT EXISTS links_item_inserted AFTER INSERT ON items WHEN new.title IS NOT NULL BEGIN
  INSERT OR REPLACE INTO item_keys
    SELECT doc_id, item_no, key FROM title_keys WHERE kind = 'item' AND doc_id = new.doc_id AND item_no = new.item_no AND key <> '';
END;
CREATE TRIGGER IF NOT EXISTS links_item_deleted AFTER DELETE ON items BEGIN
  DELETE FROM item_keys WHERE doc_id = old.doc_id AND item_no = old.item_no;
END;

INSERT OR REPLACE INTO headline_keys SELECT doc_id, key FROM title_keys WHERE kind = 'headline' AND key <> '';
INSERT OR REPLACE INTO item_keys SELECT doc_id, item_no, key FROM title_keys WHERE kind = 'item' AND key <> '';
