-- search.sql: full-text search over headlines, bodies and related items (FTS5).
--
--   sqlite> .load ./article
--   sqlite> .read sql/articles.sql
--   sqlite> .read sql/search.sql
--   sqlite> SELECT doc_id, kind, headline FROM search WHERE search MATCH 'harbour AND bridge' ORDER BY rank LIMIT 10;
--
-- One row for each article (kind 'article') and one for each related item (kind 'item'), so that a hit tells where it stands.
-- Words are compared without case and accents.  Triggers keep it true; reading the script again fills it anew.
DROP TRIGGER IF EXISTS search_article_inserted;
DROP TRIGGER IF EXISTS search_article_deleted;
DROP TRIGGER IF EXISTS search_item_inserted;
DROP TRIGGER IF EXISTS search_item_deleted;
DROP TABLE IF EXISTS search;
CREATE VIRTUAL TABLE search USING fts5(doc_id UNINDEXED, kind UNINDEXED, item_no UNINDEXED, headline, body, item,
                                       tokenize = "unicode61 remove_diacritics 2");

-- The rowid says whose row it is: documents have at most 9,999 items here.
CREATE TRIGGER search_article_inserted AFTER INSERT ON articles BEGIN
  DELETE FROM search WHERE rowid = new.doc_id * 10000;  -- INSERT OR REPLACE fires no delete
  INSERT INTO search(rowid, doc_id, kind, headline, body)
    VALUES (new.doc_id * 10000, new.doc_id, 'article', new.headline, new.article_body);
END;
CREATE TRIGGER search_article_deleted AFTER DELETE ON articles BEGIN
  DELETE FROM search WHERE rowid = old.doc_id * 10000;
END;
CREATE TRIGGER search_item_inserted AFTER INSERT ON items WHEN new.item_no < 10000 BEGIN
  INSERT INTO search(rowid, doc_id, kind, item_no, item)
    VALUES (new.doc_id * 10000 + new.item_no, new.doc_id, 'item', new.item_no, new.title);
END;
CREATE TRIGGER search_item_deleted AFTER DELETE ON items WHEN old.item_no < 10000 BEGIN
  DELETE FROM search WHERE rowid = old.doc_id * 10000 + old.item_no;
END;

INSERT INTO search(rowid, doc_id, kind, headline, body)
  SELECT doc_id * 10000, doc_id, 'article', headline, article_body FROM articles;
INSERT INTO search(rowid, doc_id, kind, item_no, item)
  SELECT doc_id * 10000 + item_no, doc_id, 'item', item_no, title FROM items WHERE item_no < 10000;
