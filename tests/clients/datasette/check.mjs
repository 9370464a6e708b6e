// The Datasette demo in a real browser: every canned query, its plot or page, at a desk's width.
//
//   node check.mjs http://127.0.0.1:8001 OUT_FOLDER page.txt      (needs the npm package playwright-core and chromium)
//
// Prints what every client prints, read by the demo's own query; leaves screenshots.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const [address, out, article] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
const errors = [];
page.on("pageerror", (error) => errors.push(String(error)));
page.on("response", (response) => response.status() >= 400 && errors.push(`${response.status()} ${response.url()}`));

async function open(path) {
  await page.goto(`${address}/${path}`);
  assert.equal(await page.locator(".message-error").count(), 0, path);
}

async function shot(name) {
  await page.screenshot({ path: `${out}/datasette-${name}.png` });
}

// The first page leads to each query.
await open("");
const links = await page.locator('a[href^="/demo/"]').evaluateAll((found) => [...new Set(found.map((link) => link.getAttribute("href")))]);
for (const query of ["front_page", "quotes_by_speaker", "clusters_of_stories", "link_graph", "time_line", "read_a_text"]) {
  assert.ok(links.includes(`/demo/${query}`), `the first page links to ${query}`);
}

await open("demo/front_page");
assert.ok(await page.locator(".paper article").count() > 0, "the front page has articles");
assert.match(await page.textContent(".paper article p"), /^By [A-Z]\w+ \w+, 2024-\d\d-\d\dT/);
await shot("front_page");
await page.click(".paper article h3 a");
await page.waitForURL(/\/demo\/docs\/\d+/);
assert.match(await page.textContent("h1"), /docs/, "a headline leads to its text");
await open("demo/front_page?day=2024-04-14&paper=");
assert.match(await page.textContent(".paper article p"), /2024-04-14T/);

await open("demo/quotes_by_speaker");
assert.ok(await page.locator("tbody tr").count() >= 10, "ten people speak");
await shot("quotes_by_speaker");
await page.fill('input[name="speaker"]', "Ana Reyes");
await page.click('form.sql input[type="submit"]');
await page.waitForURL(/speaker=Ana/);
const speakers = await page.locator("tbody td:first-child").allTextContents();
assert.deepEqual([...new Set(speakers)], ["Ana Reyes"]);

await open("demo/clusters_of_stories");
assert.ok(Number((await page.textContent("tbody tr:first-child td:nth-child(2)"))) >= 3, "one story stands in three papers");
await shot("clusters");

await open("demo/link_graph");
assert.ok(await page.locator("#graph path").count() >= 20, "papers link to each other");
assert.equal(await page.locator("#graph text").count(), 6, "six papers have their names");
await shot("link_graph");

await open("demo/time_line");
const bars = await page.locator("#plot rect").evaluateAll((found) => found.map((bar) => Number(bar.getAttribute("height"))));
const days = await page.locator("tbody tr").count();
assert.equal(bars.length, days, "a bar for each day");
assert.equal(Math.max(...bars), 150, "the tallest bar is the highest number");
await shot("time_line");

await open("demo/read_a_text");
await page.fill("#article-text", readFileSync(article, "utf8"));
await page.click('input[value="Read it"]');
await page.waitForURL(/text=Storm/);
const cells = await page.locator("tbody td").allTextContents();
const headline = cells[cells.findIndex((cell) => cell.trim() === "headline") + 1].trim();
await shot("read_a_text");

const sql = "SELECT sqlite_version(), article_version(), (SELECT count(*) FROM article_lines(:text))";
await open(`demo?${new URLSearchParams({ sql, text: readFileSync(article, "utf8") })}`);
const [sqlite, version, lines] = (await page.locator("tbody td").allTextContents()).map((cell) => cell.trim());
console.log(`sqlite=${sqlite}\narticle=${version}\nheadline=${headline}\nlines=${lines}`);
assert.deepEqual(errors, []);
await browser.close();
