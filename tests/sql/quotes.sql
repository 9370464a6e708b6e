-- The recipes of sql/quotes.sql, over invented pages.
CREATE TABLE docs(text TEXT);
INSERT INTO docs VALUES
  ('Town opens new bridge' || char(10,10) || 'By Ana Writer' || char(10,10) ||
   'The new bridge was full on Friday morning, and Mayor Dana Marr was there with people from the old town and the river villages.' || char(10,10) ||
   '“We waited ten years for this day and we are glad,” Marr said on Friday. The work began in the spring of last year.' || char(10,10) ||
   'The crowd stayed until the evening, and many walked over the bridge more than once before the lights were switched off.' || char(10));
.read ../../sql/quotes.sql
SELECT speaker_name, speaker_title, kind, quote FROM quotes_by_speaker;
SELECT * FROM most_quoted;
SELECT speaker_name, quotes FROM sources_by_month;
