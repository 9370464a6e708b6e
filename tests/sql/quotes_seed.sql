-- On the seed page: no direct quotation, two terms in quotation marks, and the statements of the two speakers.
SELECT count(*) FILTER (WHERE kind = 'direct'), count(*) FILTER (WHERE kind = 'scare')
  FROM article_quotes(CAST(readfile('${SEED}') AS TEXT));
SELECT DISTINCT speaker_name FROM article_quotes(CAST(readfile('${SEED}') AS TEXT))
  WHERE speaker_name IN ('Zakir Hasanov', 'Zacharie Gross') ORDER BY 1;
