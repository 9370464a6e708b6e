-- Bad arguments give an error that names the function and quotes what is wrong; absent ones give no row.
SELECT 'null text', count(*) FROM parse_article(NULL);
SELECT 'null text', count(*) FROM article_lines(NULL);
SELECT * FROM parse_article;
SELECT * FROM related_items WHERE timezone = '+04:00';
SELECT * FROM article_lines(x'6162');
SELECT article_json(x'6162');
SELECT count(*) FROM parse_article('a text', 'yesterday');
SELECT count(*) FROM parse_article('a text', '2019-13-01');
SELECT count(*) FROM parse_article('a text', NULL, 'Europe/Berlin');
SELECT count(*) FROM parse_article('a text', NULL, NULL, 'd');
SELECT count(*) FROM parse_article('a text', NULL, NULL, 'deutsch!');
SELECT count(*) FROM parse_article(NULL, NULL, 'nowhere');
SELECT count(*) FROM parse_article('a', NULL, NULL, NULL, 'body');
SELECT article_json();
SELECT article_json('a', NULL, NULL, NULL, NULL);
CREATE TABLE docs(id INTEGER PRIMARY KEY, text TEXT);
SELECT * FROM docs d RIGHT JOIN parse_article(d.text) a;
-- An unknown but well-formed language is no error; a number is read as its text.
SELECT 'unknown language', count(*) FROM article_lines('a', NULL, NULL, 'tlh-Latn-x-star');
SELECT 'number', line FROM article_lines(12.5);
SELECT 'by name', line FROM article_lines WHERE text = 'a' AND timezone = '+04:00' AND reference_time = '2019-11-07T12:00:00.123456Z';
