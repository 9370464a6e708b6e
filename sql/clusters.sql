-- clusters.sql: near-duplicates: the same story in many papers, and who had it first.
--
--   sqlite> .load ./article
--   sqlite> .read sql/articles.sql
--   sqlite> .read sql/clusters.sql
--   sqlite> SELECT * FROM clusters ORDER BY articles DESC LIMIT 10;  -- cluster_id, articles, first_doc, first_publisher, first_published
--
-- HOW IT WORKS.  article_minhash gives each text keys of which near-duplicates share one: an ordinary index finds the candidate
-- pairs.  article_distance of the fingerprints confirms them: 16 bits here, because pairs that share no key are out already
-- (12 where fingerprints alone decide).  A cluster is what hangs together by pairs; its number is its least doc_id.  Texts that
-- came since are read when the script is read again.
CREATE TABLE IF NOT EXISTS prints(doc_id INTEGER PRIMARY KEY, print INTEGER);
CREATE TABLE IF NOT EXISTS bands(key INTEGER, doc_id INTEGER, PRIMARY KEY (key, doc_id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS near_pairs(a INTEGER, b INTEGER, distance INTEGER, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS cluster_members(doc_id INTEGER PRIMARY KEY, cluster_id INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS cluster_members_cluster ON cluster_members(cluster_id);

CREATE TRIGGER IF NOT EXISTS clusters_docs_changed AFTER UPDATE OF text ON docs BEGIN
  DELETE FROM prints WHERE doc_id = old.id;
  DELETE FROM bands WHERE doc_id = old.id;
END;
CREATE TRIGGER IF NOT EXISTS clusters_docs_deleted AFTER DELETE ON docs BEGIN
  DELETE FROM prints WHERE doc_id = old.id;
  DELETE FROM bands WHERE doc_id = old.id;
END;

BEGIN;
-- Keys and fingerprint in one pass: the text is read once.  Sorted, so that the index grows at its end.
CREATE TEMP TABLE sketched AS
  SELECT d.id AS doc_id, m.band_key AS key,
         CASE m.band_no WHEN 1 THEN article_fingerprint(d.text, d.reference_time, d.timezone, d.language) END AS print
    FROM docs d, article_minhash(d.text, d.reference_time, d.timezone, d.language) m
   WHERE d.id NOT IN (SELECT doc_id FROM prints);
INSERT OR IGNORE INTO bands SELECT key, doc_id FROM sketched ORDER BY 1, 2;
INSERT INTO prints SELECT doc_id, print FROM sketched WHERE print IS NOT NULL;
DROP TABLE sketched;

-- Most keys stand alone: one pass over the index finds those that do not.
DELETE FROM near_pairs;
INSERT OR IGNORE INTO near_pairs
  WITH shared AS MATERIALIZED (SELECT key FROM bands GROUP BY key HAVING count(*) > 1),
    candidates(a, b) AS MATERIALIZED (
      SELECT DISTINCT x.doc_id, y.doc_id
        FROM shared CROSS JOIN bands x ON x.key = shared.key CROSS JOIN bands y ON y.key = x.key AND y.doc_id > x.doc_id)
  SELECT c.a, c.b, article_distance(p.print, q.print)
    FROM candidates c JOIN prints p ON p.doc_id = c.a JOIN prints q ON q.doc_id = c.b
   WHERE article_distance(p.print, q.print) <= 16;

DELETE FROM cluster_members;
INSERT INTO cluster_members
  WITH RECURSIVE
    edge(a, b) AS MATERIALIZED (SELECT a, b FROM near_pairs UNION SELECT b, a FROM near_pairs),
    reach(start, doc) AS (SELECT DISTINCT a, a FROM near_pairs WHERE a NOT IN (SELECT b FROM near_pairs)
                          UNION SELECT reach.start, edge.b FROM reach JOIN edge ON edge.a = reach.doc)
  SELECT doc, min(start) FROM reach GROUP BY doc;
COMMIT;

CREATE VIEW IF NOT EXISTS clusters AS
  WITH placed AS (
    SELECT c.cluster_id, c.doc_id, a.publisher, coalesce(a.date_published_utc, a.date_published) AS published,
           row_number() OVER (PARTITION BY c.cluster_id
                              ORDER BY coalesce(a.date_published_utc, a.date_published) IS NULL,
                                       coalesce(a.date_published_utc, a.date_published), c.doc_id) AS place,
           count(*) OVER (PARTITION BY c.cluster_id) AS articles
      FROM cluster_members c LEFT JOIN articles a USING (doc_id))
  SELECT cluster_id, articles, doc_id AS first_doc, publisher AS first_publisher, published AS first_published
    FROM placed WHERE place = 1;
