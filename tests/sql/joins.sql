-- A join names the line of each item: the rows are those that a comparison of all items gives.
CREATE TABLE docs(id INTEGER PRIMARY KEY, text TEXT);
INSERT INTO docs(text) VALUES (CAST(readfile('../../docs/example.txt') AS TEXT));
CREATE TABLE items AS SELECT i.item_no, i.line_no, i.title FROM docs d, related_items(d.text) i;
SELECT 'items', count(*) FROM items;
SELECT 'by their lines', count(i.title), count(DISTINCT i.item_no)
  FROM docs d, article_lines(d.text) l LEFT JOIN related_items(d.text) i ON i.line_no = l.line_no;
SELECT 'the last one', i.item_no, i.title
  FROM docs d, related_items(d.text) i WHERE i.line_no = (SELECT max(line_no) FROM items);
SELECT 'compared as SQLite compares', n.kind, count(i.item_no)
  FROM docs d, (SELECT 1 AS no, 'integer' AS kind, max(line_no) AS line FROM items UNION ALL SELECT 2, 'text', CAST(max(line_no) AS TEXT) FROM items
    UNION ALL SELECT 3, 'real', max(line_no) * 1.0 FROM items UNION ALL SELECT 4, 'between two', max(line_no) + 0.5 FROM items
    UNION ALL SELECT 5, 'none', NULL) n
  LEFT JOIN related_items(d.text) i ON i.line_no = n.line GROUP BY n.no ORDER BY n.no;
