// The playground in a real browser: opened from its folder, without a server and without network.
//
//   node check.mjs build/playground OUT_FOLDER page.txt      (needs the npm package playwright-core and chromium)
//
// Checks what a reader sees, at a desk's and at a phone's width, with the mouse and with the keyboard; leaves screenshots.
// Prints what every client prints, read from the page by the playground's own query(), and how long the start and the parse took.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { chromium } from "playwright-core";

const [folder, out, article] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

async function open(options) {
  const context = await browser.newContext({ offline: true, ...options });
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto(`file://${resolve(folder)}/index.html`);
  await page.waitForFunction(() => window.articleReady && document.querySelectorAll("#lines .line").length > 0);
  return { page, errors };
}

// Each text's contrast with what lies behind it (WCAG 2): 4.5 at least.
function lowContrast() {
  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (element) => {
    for (; element; element = element.parentElement) {
      const colour = channels(getComputedStyle(element).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) || !element.checkVisibility()) continue;
    const [a, b] = [light(channels(getComputedStyle(element).color)), light(behind(element))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) found.push(`${element.tagName} ${element.className || element.id}: ${ratio.toFixed(2)}`);
  }
  return [...new Set(found)];
}

async function checkViews(page, name) {
  for (const view of ["lines", "fields", "items", "sql"]) {
    await page.click(`#tab-${view}`);
    assert.equal(await page.isVisible(`#${view}`), true, view);
    assert.deepEqual(await page.evaluate(lowContrast), [], `contrast of ${view}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(wide <= 0, `${name}, ${view}: the page is ${wide} pixels too wide`);
    await page.screenshot({ path: `${out}/playground-${name}-${view}.png` });
  }
}

const desk = await open({ viewport: { width: 1280, height: 800 } });
const { page } = desk;
const ready = await page.evaluate(() => window.articleReady);

const text = await page.inputValue("#text");
assert.equal(await page.locator("#lines .line").count(), text.split("\n").length - 1, "every line is there");
await page.click("#tab-fields");
await page.locator("#field-list button", { hasText: "headline" }).first().click();
assert.equal(await page.textContent("#evidence mark"), await page.locator("#field-list .value").first().textContent(), "the evidence is what the field shows");
assert.equal(await page.textContent("#evidence"), text, "the marked text is the whole text");

await page.click("#tab-sql");
await page.fill("#query", "SELECT article_version() AS version, (SELECT count(*) FROM article_lines(:text)) AS lines");
await page.press("#query", "Control+Enter");
assert.match(await page.textContent("#rows"), /version.*lines.*0\.\d+\.\d+/s);
await page.fill("#query", "SELCT 1");
await page.click("#run");
assert.match(await page.textContent("#rows .error"), /syntax error/);
await page.fill("#query", "SELECT headline FROM parse_article(:text)");
await page.fill("#text", "  ");
await page.waitForFunction(() => document.querySelector("#rows").textContent === "No rows.");
await page.click("#example");

// By keyboard alone: arrows go through the tabs, Tab leaves them.
await page.focus("#tab-sql");
await page.keyboard.press("ArrowRight");
assert.equal(await page.evaluate(() => document.activeElement.id), "tab-lines");
assert.equal(await page.isVisible("#lines"), true);
await page.keyboard.press("ArrowRight");
await page.keyboard.press("Tab");
assert.equal(await page.evaluate(() => document.activeElement.parentElement.id), "field-list");
await page.keyboard.press("Enter");
assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-pressed")), "true");

await checkViews(page, "desk");
const phone = await open({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
await checkViews(phone.page, "phone");
const dark = await open({ viewport: { width: 1280, height: 800 }, colorScheme: "dark" });
await checkViews(dark.page, "dark");

// Its own query(): the answer that every client gives, and the time of a parse.
const { row, size, best } = await page.evaluate((given) => {
  bytes = encoder.encode(given);
  const [answer] = query("SELECT sqlite_version(), article_version(), (SELECT headline FROM parse_article(:text)), (SELECT count(*) FROM article_lines(:text))").rows;
  const times = [];
  for (let i = 0; i < 7; i += 1) {
    bytes[bytes.length - 1] = 65 + i;  // another text each time: nothing is remembered
    const started = performance.now();
    query("SELECT count(*) FROM parse_article(:text)");
    times.push(performance.now() - started);
  }
  return { row: answer, size: bytes.length, best: Math.min(...times) };
}, readFileSync(article, "utf8"));
const [sqlite, version, headline, lines] = row;
console.log(`sqlite=${sqlite}\narticle=${version}\nheadline=${headline}\nlines=${lines}`);
console.log(`ready=${ready.toFixed(0)} ms\nparse=${best.toFixed(1)} ms for ${size} bytes`);
for (const errors of [desk.errors, phone.errors, dark.errors]) assert.deepEqual(errors, []);
await browser.close();
