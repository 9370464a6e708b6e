// Where the extension for this machine is, for any driver's loadExtension().
//
//   const { getLoadablePath, load } = require("sqlite-article");
//   load(db);        // node:sqlite, better-sqlite3, libsql, bun:sqlite
//
// The file comes from the package of this platform (an optional dependency), or from SQLITE_ARTICLE_PATH: a build of your own.
"use strict";

const { existsSync } = require("node:fs");
const path = require("node:path");

const SYSTEMS = { darwin: "darwin", linux: "linux", win32: "windows" };
const SUFFIXES = { darwin: "dylib", linux: "so", win32: "dll" };

// Alpine's and other musl systems: their Node.js knows no version of glibc.
function isMusl() {
  const report = process.report?.getReport();
  return process.platform === "linux" && report !== undefined && report.header.glibcVersionRuntime === undefined;
}

function packageName(platform = process.platform, arch = process.arch, musl = isMusl()) {
  const system = platform === "linux" && musl ? "linux-musl" : SYSTEMS[platform];
  if (system === undefined || !["x64", "arm64"].includes(arch) || (system === "windows" && arch !== "x64")) {
    throw new Error(`sqlite-article has no binary for ${platform} on ${arch}; build one and set SQLITE_ARTICLE_PATH`);
  }
  return `sqlite-article-${system}-${arch}`;
}

function getLoadablePath() {
  const own = process.env.SQLITE_ARTICLE_PATH;
  if (own) {
    if (!existsSync(own)) throw new Error(`SQLITE_ARTICLE_PATH names ${own}, which is not there`);
    return own;
  }
  const name = packageName();
  try {
    return path.join(path.dirname(require.resolve(`${name}/package.json`)), `article.${SUFFIXES[process.platform]}`);
  } catch {
    throw new Error(`the package ${name} is not installed: was npm run with --omit=optional? Or build the extension and set SQLITE_ARTICLE_PATH`);
  }
}

function load(db) {
  db.loadExtension(getLoadablePath());
}

module.exports = { getLoadablePath, load, packageName };
