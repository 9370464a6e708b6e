// The page: reads the text by SQL on every change and shows lines, fields with their evidence, items, and any query.
//
// All answers come from one function, query(sql): the rows of a statement over the text as :text.
// Cost: two statements over one text, which the extension parses once: the article, and what the view that is open shows.  Drawn when
// typing pauses; a view that is not open is drawn when it is opened.
"use strict";

const $ = (id) => document.getElementById(id);
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const HUES = {
  headline: "head", subhead: "head", kicker: "head", byline: "by", agency: "by", credit: "by", dateline: "time", timestamp: "time",
  body: "body", caption: "body", list_title: "list", item_title: "list", item_meta: "list",
};
const QUERIES = {
  "the article": "SELECT headline, author, date_published, dateline, lead, word_count, confidence FROM parse_article(:text)",
  "its items": "SELECT list_title, title, labels, category, date_published FROM related_items(:text)",
  "lines by role": "SELECT role, count(*) AS lines, sum(word_count) AS words FROM article_lines(:text) GROUP BY role ORDER BY words DESC",
  "the evidence": "SELECT field, value, rule, byte_start, byte_end, confidence FROM article_fields(:text)",
  "as schema.org JSON": "SELECT article_json(:text) AS json",
  "what is loaded": "SELECT article_debug() AS debug",
};

const LINES_AT_ONCE = 200;
const VIEWS = { lines: drawLines, fields: drawFields, items: drawItems, sql: runQuery };

let module = null;
let bytes = new Uint8Array();
let stale = new Set();  // views that show an older text

function whenIdle(call) {
  if (window.requestIdleCallback) requestIdleCallback(call);
  else setTimeout(call, 50);
}

function query(sql, text = bytes) {
  const sqlBytes = encoder.encode(sql);
  const place = module._malloc(sqlBytes.length + 1 + text.length + 1);
  const heap = module.HEAPU8;
  heap.set(sqlBytes, place);
  heap[place + sqlBytes.length] = 0;
  heap.set(text, place + sqlBytes.length + 1);
  try {
    const answer = JSON.parse(module.UTF8ToString(module._article_query(place, place + sqlBytes.length + 1, text.length)));
    if (answer.error) throw new Error(answer.error);
    return answer;
  } finally {
    module._free(place);
  }
}

function objects(sql) {
  const { columns, rows } = query(sql);
  return rows.map((row) => Object.fromEntries(row.map((value, i) => [columns[i], value])));
}

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// Its column's name goes along, for phones, where each row is a card (style.css).
function cell(value, name) {
  return value === null ? element("td", { class: "null", "data-column": name }, "NULL") : element("td", { "data-column": name }, String(value));
}

// The statement that gave what is shown below it.
function statement(sql) {
  return element("p", { class: "hint" }, element("code", {}, sql));
}

function table({ columns, rows }) {
  if (rows.length === 0) return element("p", { class: "hint" }, "No rows.");
  return element("div", { class: "scroll" }, element("table", {},
    element("thead", {}, element("tr", {}, ...columns.map((name) => element("th", { scope: "col" }, name)))),
    element("tbody", {}, ...rows.map((row) => element("tr", {}, ...row.map((value, i) => cell(value, columns[i])))))));
}

function line({ line_no, line, role, confidence }) {
  return element("div", { class: `line hue-${HUES[role] || "other"}`, title: `confidence ${confidence}` },
    element("span", { class: "no" }, String(line_no)),
    element("span", { class: "role" }, role === "blank" ? "" : role),
    element("span", { class: "what" }, line));
}

// What a screen shows at once, the rest of a long page when nothing else is to be done.
function drawLines() {
  const sql = "SELECT line_no, role, line, confidence FROM article_lines(:text)";
  const rows = objects(sql);
  const text = bytes;
  $("lines").replaceChildren(statement(sql), ...rows.splice(0, LINES_AT_ONCE).map(line));
  const drawMore = () => {
    if (bytes !== text || rows.length === 0) return;
    $("lines").append(...rows.splice(0, LINES_AT_ONCE).map(line));
    whenIdle(drawMore);
  };
  whenIdle(drawMore);
}

function showEvidence(field) {
  for (const button of $("field-list").querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.field === field));
  const part = (from, to) => decoder.decode(bytes.subarray(from, to));
  if (!field || field.byte_start === null) {
    $("evidence").replaceChildren(part(0, bytes.length));
    return;
  }
  const marked = element("mark", {}, part(field.byte_start, field.byte_end));
  $("evidence").replaceChildren(part(0, field.byte_start), marked, part(field.byte_end, bytes.length));
  $("evidence").scrollTop = Math.max(0, marked.offsetTop - $("evidence").offsetTop - 60);
}

function drawFields() {
  const sql = "SELECT field, value, rule, byte_start, byte_end FROM article_fields(:text)";
  const fields = objects(sql);
  $("field-sql").replaceChildren(statement(sql));
  $("field-list").replaceChildren(...fields.map((field) => {
    const where = field.byte_start === null ? "computed" : `bytes ${field.byte_start} to ${field.byte_end}`;
    const button = element("button", { type: "button", "aria-pressed": "false" },
      element("strong", {}, field.field),
      element("span", {}, element("span", { class: "value" }, String(field.value)), element("small", {}, `${field.rule}, ${where}`)));
    button.field = field;
    button.addEventListener("click", () => showEvidence(field));
    return button;
  }));
  showEvidence(fields.find((field) => field.byte_start !== null));
}

function drawItems() {
  const sql = "SELECT list_title, title, labels, category, time_text, date_published, url FROM related_items(:text)";
  $("items").replaceChildren(statement(sql), table(query(sql)));
}

function runQuery() {
  try {
    $("rows").replaceChildren(table(query($("query").value)));
  } catch (error) {
    $("rows").replaceChildren(element("p", { class: "error" }, error.message));
  }
}

// Draws the view that is open, if the text is another one since.
function drawView() {
  const view = document.querySelector('[role="tab"][aria-selected="true"]').getAttribute("aria-controls");
  if (module === null || !stale.delete(view)) return;
  try {
    VIEWS[view]();
  } catch (error) {
    $("status").textContent = error.message;
  }
}

function read() {
  bytes = encoder.encode($("text").value);
  stale = new Set(Object.keys(VIEWS));
  const started = performance.now();
  try {
    query("SELECT * FROM parse_article(:text)");
    $("status").textContent = `${bytes.length.toLocaleString("en")} bytes read in ${(performance.now() - started).toFixed(1)} ms`;
  } catch (error) {
    $("status").textContent = error.message;
  }
  drawView();
}

function chooseTab(chosen) {
  for (const tab of document.querySelectorAll('[role="tab"]')) {
    const selected = tab === chosen;
    tab.setAttribute("aria-selected", String(selected));
    tab.tabIndex = selected ? 0 : -1;
    $(tab.getAttribute("aria-controls")).hidden = !selected;
  }
  drawView();
}

function listenToTabs() {
  const tabs = [...document.querySelectorAll('[role="tab"]')];
  tabs.forEach((tab, i) => {
    tab.addEventListener("click", () => chooseTab(tab));
    tab.addEventListener("keydown", (event) => {
      const to = { ArrowRight: i + 1, ArrowLeft: i - 1, Home: 0, End: tabs.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const next = tabs[(to + tabs.length) % tabs.length];
      chooseTab(next);
      next.focus();
    });
  });
}

function listen() {
  let pause = 0;
  $("text").addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(read, 150);
  });
  $("example").addEventListener("click", () => { $("text").value = EXAMPLE; read(); });
  $("clear").addEventListener("click", () => { $("text").value = ""; read(); $("text").focus(); });
  $("run").addEventListener("click", runQuery);
  $("query").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) runQuery();
  });
  $("queries").append(...Object.keys(QUERIES).map((name) => element("option", {}, name)));
  $("queries").addEventListener("change", () => { $("query").value = QUERIES[$("queries").value]; runQuery(); });
  listenToTabs();
}

// A browser compiles what runs often a second time, for speed, beside the page.  The first long text should find it done: the example,
// many times over, is read whenever nothing else is to be done.
function warmUp(rounds) {
  whenIdle(() => {
    query("SELECT * FROM parse_article(:text)", encoder.encode(EXAMPLE.repeat(8) + rounds));
    if (rounds > 1) warmUp(rounds - 1);
  });
}

async function start() {
  listen();
  $("query").value = Object.values(QUERIES)[0];
  try {
    module = await createArticle();
    if (!module._article_open()) throw new Error("the extension did not start");
  } catch (error) {
    $("status").textContent = `This browser could not start WebAssembly: ${error.message}`;
    return;
  }
  window.articleReady = performance.now();  // milliseconds since the page was opened, for the bench
  if (!$("text").value) $("text").value = EXAMPLE;  // a reload keeps what was pasted
  read();
  warmUp(12);
}

start();
