-- export_csv.sql: articles.csv and items.csv in the current folder, with a head line (RFC 4180).
--
--   sqlite> .read sql/export_csv.sql
-- Leaves the shell in .mode list, .headers off.
.headers on
.mode csv
.once articles.csv
SELECT * FROM articles ORDER BY doc_id;
.once items.csv
SELECT * FROM items ORDER BY doc_id, item_no;
.mode list
.headers off
