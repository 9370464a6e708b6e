-- articles and items follow docs: insert, update, delete; texts that were there before are read; reading it twice is harmless.
CREATE TABLE docs(id INTEGER PRIMARY KEY, text TEXT, reference_time TEXT, timezone TEXT, language TEXT);
INSERT INTO docs(id, text) VALUES (7, readfile('../../docs/example.txt'));
UPDATE docs SET text = CAST(text AS TEXT);
.read ../../sql/articles.sql
SELECT 'before', doc_id, headline, related_count = (SELECT count(*) FROM items WHERE items.doc_id = articles.doc_id) FROM articles;
SELECT 'items', count(*) > 0, min(item_no), count(DISTINCT item_no) = count(*) FROM items;
.read ../../sql/articles.sql
SELECT 'twice', count(*) FROM articles;
INSERT INTO docs(id, text) SELECT 8, text FROM docs WHERE id = 7;
SELECT 'inserted', count(*), count(DISTINCT headline) FROM articles;
SELECT 'same items', (SELECT count(*) FROM items WHERE doc_id = 7) = (SELECT count(*) FROM items WHERE doc_id = 8);
UPDATE docs SET text = replace(text, 'Harbour bridge', 'Canal bridge') WHERE id = 8;
SELECT 'updated', doc_id, headline FROM articles ORDER BY doc_id;
UPDATE docs SET id = 9 WHERE id = 8;
SELECT 'renumbered', group_concat(DISTINCT doc_id) FROM (SELECT doc_id FROM articles UNION SELECT doc_id FROM items);
UPDATE docs SET text = char(10) WHERE id = 9;
SELECT 'emptied', count(*) FROM articles WHERE doc_id = 9;
SELECT 'without', id FROM docs_without_article;
UPDATE docs SET timezone = 'nowhere' WHERE id = 7;
SELECT 'refused', timezone IS NULL FROM docs WHERE id = 7;
SELECT 'by day', day, articles FROM articles_by_day;
SELECT 'joined', count(*) = (SELECT count(*) FROM items), min(article_headline) FROM items_with_article;
DELETE FROM docs;
SELECT 'deleted', (SELECT count(*) FROM articles) + (SELECT count(*) FROM items);
