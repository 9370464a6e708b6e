# Tcl: tclsh client.tcl ./article page.txt
package require sqlite3
lassign $argv extension file
sqlite3 db :memory:
db enable_load_extension 1
db eval {SELECT load_extension($extension)}
set in [open $file]
fconfigure $in -encoding utf-8
set text [read $in]
fconfigure stdout -encoding utf-8
db eval {SELECT sqlite_version() AS sqlite, article_version() AS article, (SELECT headline FROM parse_article($text)) AS headline,
         (SELECT count(*) FROM article_lines($text)) AS lines} row {
  foreach name {sqlite article headline lines} { puts "$name=$row($name)" }
}
