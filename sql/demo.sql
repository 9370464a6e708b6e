-- demo.sql: one article read into rows.  Run by ./dev demo; the text is docs/example.txt.
CREATE TEMP TABLE docs AS SELECT 1 AS id, CAST(readfile('docs/example.txt') AS TEXT) AS text;

.print
.print == SELECT * FROM docs d, parse_article(d.text) a
.mode line
SELECT a.* FROM docs d, parse_article(d.text) a;

.print
.print == SELECT ... FROM docs d, related_items(d.text) r
.mode box
SELECT r.item_no, r.list_title, r.title, r.labels, r.category, r.time_text, r.date_published_utc FROM docs d, related_items(d.text) r;

.print
.print == SELECT ... FROM docs d, article_lines(d.text) l
SELECT l.line_no, l.role, substr(l.line, 1, 60) AS line FROM docs d, article_lines(d.text) l WHERE l.role <> 'blank';

.print
.print == SELECT ... FROM docs d, article_fields(d.text) f
SELECT f.field, substr(f.value, 1, 40) AS value, f.byte_start, f.byte_end, f.rule FROM docs d, article_fields(d.text) f;
