// Makes the npm package of one platform, with the binary in it.
//
//   node make_platform_package.mjs linux x64 build/release/article.so dist/npm       (linux-musl: for Alpine and its kin)
//   npm pack ./dist/npm/sqlite-article-linux-x64
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const [system, arch, binary, out] = process.argv.slice(2);
const here = path.dirname(fileURLToPath(import.meta.url));
const { version, license, description } = JSON.parse(readFileSync(path.join(here, "package.json"), "utf8"));
const name = `sqlite-article-${system}-${arch}`;
const folder = path.join(out, name);
const [kernel, musl] = system.split("-");
const file = `article.${{ darwin: "dylib", linux: "so", windows: "dll" }[kernel]}`;
mkdirSync(folder, { recursive: true });
copyFileSync(binary, path.join(folder, file));
const manifest = { name, version, description: `${description} (${system}, ${arch})`, license, files: [file],
  os: [{ windows: "win32" }[kernel] ?? kernel], cpu: [arch], ...(kernel === "linux" && { libc: [musl ?? "glibc"] }) };
writeFileSync(path.join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
console.log(folder);
