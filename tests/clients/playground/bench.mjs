// The playground's speed in Chromium: from opening the page to the first rows, and reading a long text.
//
//   node bench.mjs build/playground page.txt [--cold]      (needs the npm package playwright-core and chromium)
//
// Each figure by the clock and in processor time of the page's thread (the clock counts other work of the machine too).  --cold: the
// long text comes before the browser's second compiler has seen the extension.  Cost: ten seconds.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { chromium } from "playwright-core";

const [folder, article, cold] = process.argv.slice(2);
const ROUNDS = 9;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const ms = (value) => value.toFixed(1).padStart(8);

async function open() {
  const context = await browser.newContext({ offline: true, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(`file://${resolve(folder)}/index.html`);
  await page.waitForFunction(() => window.articleReady && document.querySelectorAll("#lines .line").length > 0);
  return { context, page };
}

const whole = await browser.newBrowserCDPSession();
async function rendererSeconds() {
  const { processInfo } = await whole.send("SystemInfo.getProcessInfo");
  return processInfo.filter(({ type }) => type === "renderer").reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

const starts = [];
for (let i = 0; i < 7; i += 1) {
  const { context, page } = await open();
  starts.push({ clock: await page.evaluate(() => window.articleReady), processor: 1000 * await rendererSeconds() });
  await context.close();
}
const middle = (key) => starts.map((start) => start[key]).sort((a, b) => a - b)[3];
const least = (key) => Math.min(...starts.map((start) => start[key]));
console.log(`start: clock median ${ms(middle("clock"))}, best ${ms(least("clock"))} ms; processor of all threads median ${ms(middle("processor"))}, `
  + `best ${ms(least("processor"))} ms`);

const { context, page } = await open();
if (!cold) await page.waitForTimeout(3000);
const session = await context.newCDPSession(page);
await session.send("Performance.enable", { timeDomain: "threadTicks" });
const seconds = async () => Object.fromEntries((await session.send("Performance.getMetrics")).metrics.map(({ name, value }) => [name, value]));
const text = readFileSync(article, "utf8");

async function measure(work) {
  const rows = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    const before = await seconds();
    // Another text each time: nothing is remembered.
    const clock = await page.evaluate(work, text.slice(0, -1) + String.fromCharCode(65 + i));
    const after = await seconds();
    rows.push({ clock, processor: 1000 * (after.TaskDuration - before.TaskDuration),
      layout: 1000 * (after.LayoutDuration + after.RecalcStyleDuration - before.LayoutDuration - before.RecalcStyleDuration) });
  }
  return rows;
}

function report(name, rows) {
  const best = (key) => Math.min(...rows.map((row) => row[key]));
  console.log(`${name.padEnd(34)} clock: first ${ms(rows[0].clock)}, best ${ms(best("clock"))} ms; processor: first ${ms(rows[0].processor)}, `
    + `best ${ms(best("processor"))} ms, of which layout ${ms(best("layout"))} ms`);
}

console.log(`a text of ${Buffer.byteLength(text).toLocaleString("en")} bytes`);
report("parse_article, every column", await measure((given) => {
  bytes = encoder.encode(given);
  const started = performance.now();
  query("SELECT * FROM parse_article(:text)");
  return performance.now() - started;
}));
report("read, drawn and laid out", await measure((given) => {
  document.getElementById("text").value = given;
  const started = performance.now();
  read();
  document.getElementById("lines").getBoundingClientRect();
  return performance.now() - started;
}));
await browser.close();
