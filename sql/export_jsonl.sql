-- export_jsonl.sql: articles.jsonl in the current folder: one JSON object a line, with the text of the document and its items.
--
--   sqlite> .read sql/export_jsonl.sql
-- Leaves the shell in .mode list, .headers off.
.headers off
.mode list
.once articles.jsonl
SELECT json_object('id', d.id, 'text', d.text, 'reference_time', d.reference_time, 'timezone', d.timezone, 'language', d.language,
                   'headline', a.headline, 'author', json(a.author), 'date_published', a.date_published, 'publisher', a.publisher,
                   'article_body', a.article_body,
                   'items', (SELECT json_group_array(json_object('title', title, 'list_title', list_title, 'date_published', date_published))
                               FROM (SELECT * FROM items WHERE doc_id = d.id ORDER BY item_no)))
  FROM docs d LEFT JOIN articles a ON a.doc_id = d.id ORDER BY d.id;
