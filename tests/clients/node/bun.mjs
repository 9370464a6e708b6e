// bun:sqlite:  bun bun.mjs ./article page.txt
import { Database } from "bun:sqlite";
import { readFileSync } from "node:fs";

const [extension, file] = process.argv.slice(2);
const db = new Database(":memory:");
db.loadExtension(extension);
const row = db.query(`SELECT sqlite_version() AS sqlite, article_version() AS article,
  (SELECT headline FROM parse_article(?1)) AS headline, (SELECT count(*) FROM article_lines(?1)) AS lines`).get(readFileSync(file, "utf8"));
for (const [name, value] of Object.entries(row)) console.log(`${name}=${value}`);
