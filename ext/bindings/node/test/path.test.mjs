// node --test: what the package says where there is a binary, and where there is none.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import test from "node:test";

import { getLoadablePath, load, packageName } from "../index.mjs";

test("a platform's package has a name of its own", () => {
  assert.equal(packageName("linux", "x64", false), "sqlite-article-linux-x64");
  assert.equal(packageName("linux", "arm64", true), "sqlite-article-linux-musl-arm64");
  assert.equal(packageName("darwin", "arm64"), "sqlite-article-darwin-arm64");
  assert.equal(packageName("win32", "x64"), "sqlite-article-windows-x64");
});

test("a platform without a binary is named", () => {
  assert.throws(() => packageName("sunos", "x64"), /no binary for sunos on x64/);
  assert.throws(() => packageName("win32", "arm64"), /no binary for win32 on arm64/);
});

test("a build of one's own is taken, and must be there", () => {
  process.env.SQLITE_ARTICLE_PATH = "/no/such/article.so";
  assert.throws(getLoadablePath, /SQLITE_ARTICLE_PATH names \/no\/such\/article.so, which is not there/);
  process.env.SQLITE_ARTICLE_PATH = import.meta.filename ?? process.argv[1];
  assert.equal(getLoadablePath(), process.env.SQLITE_ARTICLE_PATH);
  delete process.env.SQLITE_ARTICLE_PATH;
});

test("load() hands the path to the driver", () => {
  process.env.SQLITE_ARTICLE_PATH = process.argv[1];
  const got = [];
  load({ loadExtension: (path) => got.push(path) });
  assert.deepEqual(got, [process.argv[1]]);
  delete process.env.SQLITE_ARTICLE_PATH;
});

test("require() gives the same functions", () => {
  assert.equal(createRequire(import.meta.url)("../index.cjs").packageName, packageName);
});
