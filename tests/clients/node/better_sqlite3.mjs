// better-sqlite3:  node better_sqlite3.mjs ./article page.txt
import { readFileSync } from "node:fs";
import Database from "better-sqlite3";

const [extension, file] = process.argv.slice(2);
const db = new Database(":memory:");
db.loadExtension(extension);
const row = db.prepare(`SELECT sqlite_version() AS sqlite, article_version() AS article,
  (SELECT headline FROM parse_article(?)) AS headline`).get(readFileSync(file, "utf8"));
row.lines = db.prepare("SELECT count(*) AS n FROM article_lines(?)").get(readFileSync(file, "utf8")).n;
for (const name of ["sqlite", "article", "headline", "lines"]) console.log(`${name}=${row[name]}`);
