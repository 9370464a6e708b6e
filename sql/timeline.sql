-- timeline.sql: what was published when, a day or a month at a time.
--
--   sqlite> .load ./article
--   sqlite> .read sql/articles.sql
--   sqlite> .read sql/timeline.sql
--   sqlite> SELECT * FROM timeline WHERE day BETWEEN '2019-11-01' AND '2019-11-30';
--   sqlite> SELECT month, articles, running_total FROM timeline_months;
--   sqlite> SELECT * FROM timeline_gaps LIMIT 10;                 -- the longest stretches without an article
--
-- Only articles whose day is known are on it; timeline_undated lists the others.
CREATE VIEW IF NOT EXISTS timeline AS
  SELECT substr(date_published, 1, 10) AS day, substr(date_published, 12, 5) AS clock, doc_id, headline, dateline_place, publisher
    FROM articles WHERE date_precision IN ('day', 'hour', 'minute', 'second')
   ORDER BY coalesce(date_published_utc, date_published), doc_id;

CREATE VIEW IF NOT EXISTS timeline_months AS
  SELECT month, articles, words, sum(articles) OVER (ORDER BY month) AS running_total
    FROM (SELECT substr(day, 1, 7) AS month, count(*) AS articles, sum(word_count) AS words
            FROM timeline JOIN articles USING (doc_id) GROUP BY 1)
   ORDER BY month;

CREATE VIEW IF NOT EXISTS timeline_gaps AS
  SELECT day AS from_day, next_day AS to_day, CAST(julianday(next_day) - julianday(day) AS INTEGER) AS days
    FROM (SELECT day, lead(day) OVER (ORDER BY day) AS next_day FROM (SELECT DISTINCT day FROM timeline))
   WHERE next_day IS NOT NULL ORDER BY days DESC, day;

CREATE VIEW IF NOT EXISTS timeline_undated AS
  SELECT doc_id, headline FROM articles WHERE date_precision IS NULL OR date_precision NOT IN ('day', 'hour', 'minute', 'second');
