CREATE TABLE answer AS SELECT sqlite_version() AS sqlite, article_version() AS article,
  (SELECT a.headline FROM docs d, parse_article(d.text) a) AS headline, (SELECT count(*) FROM docs d, article_lines(d.text)) AS lines;
