// node:sqlite, part of Node.js since 22.5:  node node_sqlite.mjs ./article page.txt
import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

const [extension, file] = process.argv.slice(2);
const db = new DatabaseSync(":memory:", { allowExtension: true });
db.loadExtension(extension);
const row = db.prepare(`SELECT sqlite_version() AS sqlite, article_version() AS article,
  (SELECT headline FROM parse_article(?1)) AS headline, (SELECT count(*) FROM article_lines(?1)) AS lines`).get(readFileSync(file, "utf8"));
for (const [name, value] of Object.entries(row)) console.log(`${name}=${value}`);
