-- The lines and their line ends, laid end to end, are the text; offsets are bytes.
CREATE TABLE docs(id INTEGER PRIMARY KEY, text TEXT);
INSERT INTO docs VALUES
  (1, 'One' || char(10) || char(13) || char(10) || 'Zwei ü' || char(13) || 'drei'),
  (2, char(0xFEFF) || 'BOM' || char(10)),
  (3, ''),
  (4, char(10) || char(10)),
  (5, 'a' || char(0) || 'b' || char(0x2028) || 'c' || char(0x85) || char(11) || char(12) || 'd' || char(0x2029));
SELECT d.id, l.line_no, CASE d.id WHEN 5 THEN hex(l.line) ELSE quote(l.line) END, l.line_end, l.word_count, l.byte_start, l.byte_end
  FROM docs d, article_lines(d.text) l ORDER BY d.id, l.line_no;
SELECT 'whole', d.id, group_concat(hex(substr(CAST(d.text AS BLOB), l.byte_start + 1, l.byte_end - l.byte_start)) || CASE l.line_end
    WHEN 'lf' THEN '0A' WHEN 'crlf' THEN '0D0A' WHEN 'cr' THEN '0D' WHEN 'nel' THEN 'C285' WHEN 'vt' THEN '0B' WHEN 'ff' THEN '0C'
    WHEN 'ls' THEN 'E280A8' WHEN 'ps' THEN 'E280A9' ELSE '' END, '') = hex(d.text)
  FROM docs d, article_lines(d.text) l GROUP BY d.id;
-- A text without a visible character has lines, but is no article.
SELECT 'no article', count(*) FROM parse_article(char(10) || ' ' || char(0xFEFF) || char(9));
SELECT 'its lines', count(*) FROM article_lines(char(10) || ' ' || char(0xFEFF) || char(9));
-- The arguments can be read back.
SELECT text, timezone, language, reference_time IS NULL FROM article_lines('x', NULL, '+01:00', 'de');
-- ORDER BY the number costs no sort.
EXPLAIN QUERY PLAN SELECT line FROM article_lines('x') ORDER BY line_no;
EXPLAIN QUERY PLAN SELECT line FROM article_lines('x') ORDER BY line_no DESC;
