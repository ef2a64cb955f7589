"use strict";
/**
 * Runs a TypeScript entry of the command line, `node packed.cjs src/cli/index.ts …`, without a build and without finding
 * its modules one by one: the first run turns them into JavaScript and packs them into one file beside what other tools
 * cache; later ones run that. A pack is named by size and times of change of every file and folder that it was made of,
 * of this one, of what is installed and of Node: where any of them has changed it is another pack, never an old one.
 */
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const { createRequire } = require("node:module");
const path = require("node:path");
const vm = require("node:vm");

const ROOT = path.join(__dirname, "../..");
const ENTRIES = ["src/cli/index.ts", "src/cli/check-worker.ts"];
const CACHE = path.join(ROOT, "node_modules/.cache/hedui");
const LIST = path.join(CACHE, "files.json");
/** What each file was turned into, and what it was like then: after a change, only what has changed is turned again. */
const MODULES = path.join(CACHE, "modules.json");
/** What is asked for in JavaScript as Babel writes it. */
const REQUESTS = /\b(?:require|jitiImport)\("(\.[^"]+)"\)/g;
const ENDINGS = ["", ".ts", ".tsx", ".json", "/index.ts"];

/** What the pack depends on beside the sources. */
const OWN = ["src/cli/packed.cjs", "package-lock.json"];

const isFile = (file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile() === true;

/** The name of the pack of these files as they are now; null where one is gone. */
function nameOf(files) {
  const hash = createHash("sha1").update(process.version);
  const folders = new Set(files.map((file) => path.dirname(file)));
  for (const file of [...OWN, ...files, ...folders]) {
    const state = stateOf(file);
    if (state === null) return null;
    hash.update(`${file} ${state}\n`);
  }
  return hash.digest("hex");
}

/** What changes whenever a file does; null where there is none. */
function stateOf(file) {
  const stats = fs.statSync(`${ROOT}/${file}`, { bigint: true, throwIfNoEntry: false });
  return stats ? `${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}` : null;
}

function parsed(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** The file that a request of another stands for, by its path from the root; undefined where there is none. */
function resolved(file, request) {
  const wanted = path.posix.join(path.posix.dirname(file), request);
  return ENDINGS.map((ending) => wanted + ending).find((name) => isFile(`${ROOT}/${name}`));
}

/** Every module that the entries come to, by its path from the root: its JavaScript, and what its requests stand for. */
function collect() {
  const tools = [process.version, ...OWN.map(stateOf)].join();
  const before = parsed(MODULES);
  const kept = new Map(before?.tools === tools ? before.modules : []);
  let jiti = null;
  const modules = new Map();
  const open = [...ENTRIES];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (modules.has(file)) continue;
    const state = stateOf(file);
    const known = kept.get(file);
    if (known?.state === state && Object.entries(known.requests).every(([one, name]) => resolved(file, one) === name)) {
      modules.set(file, known);
      open.push(...Object.values(known.requests));
      continue;
    }
    const source = fs.readFileSync(path.join(ROOT, file), "utf8");
    if (file.endsWith(".json")) {
      modules.set(file, { code: `module.exports = ${JSON.stringify(JSON.parse(source))};`, requests: {}, state });
      continue;
    }
    jiti ??= require("jiti").createJiti(__filename, { fsCache: false });
    const code = jiti.transform({ source, filename: path.join(ROOT, file), ts: true, async: false, retainLines: true });
    const requests = {};
    for (const [, request] of code.matchAll(REQUESTS)) {
      const found = resolved(file, request);
      if (found === undefined) throw new Error(`${file} asks for ${request}`);
      requests[request] = found;
      open.push(found);
    }
    modules.set(file, { code, requests, state });
  }
  return { tools, modules };
}

const ARGUMENTS = "exports, require, module, __filename, __dirname, jitiImport";

/** Makes the pack and leaves the ones before it out of the cache. What cannot be written is made again the next time. */
function make() {
  const { tools, modules } = collect();
  const files = [...modules.keys()];
  const name = nameOf(files);
  const places = [];
  let source = "({";
  let line = 1;
  for (const [file, { code, requests }] of modules) {
    source += `\n${JSON.stringify(file)}: { requests: ${JSON.stringify(requests)}, run: function (${ARGUMENTS}) {\n`;
    places.push([line + 2, file]);
    source += `${code}\n} },`;
    line += 3 + (code.match(/\n/g)?.length ?? 0);
  }
  source += `\n"": ${JSON.stringify(places)} })`;
  try {
    fs.mkdirSync(CACHE, { recursive: true });
    for (const old of fs.readdirSync(CACHE))
      if (!old.startsWith(name) && old !== "modules.json") fs.rmSync(path.join(CACHE, old), { force: true });
    place(`${name}.cjs`, source);
    place("files.json", JSON.stringify(files));
    place("modules.json", JSON.stringify({ tools, modules: [...modules] }));
  } catch {
    // A folder that nobody may write to: the pack is run all the same.
  }
  return { name, source };
}

/** Whole or not at all: several runs may make the same pack at once. */
function place(name, content) {
  const temporary = path.join(CACHE, `${name}.${process.pid}.tmp`);
  fs.writeFileSync(temporary, content);
  fs.renameSync(temporary, path.join(CACHE, name));
}

function read() {
  const files = parsed(LIST);
  const name = files && nameOf(files);
  if (!name) return null;
  try {
    return { name, source: fs.readFileSync(path.join(CACHE, `${name}.cjs`), "utf8") };
  } catch {
    return null;
  }
}

function run(entry) {
  const { name, source } = read() ?? make();
  const compiled = path.join(CACHE, `${name}.bin`);
  const cachedData = isFile(compiled) ? fs.readFileSync(compiled) : undefined;
  const script = new vm.Script(source, { filename: PACK, cachedData });
  const pack = script.runInThisContext();
  Error.prepareStackTrace = (error, frames) => stackOf(error, frames, pack[""]);
  const installed = createRequire(path.join(ROOT, "package.json"));
  const loaded = new Map();
  const load = (file) => {
    const known = loaded.get(file);
    if (known) return known.exports;
    const { requests, run: body } = pack[file];
    const module = { exports: {} };
    loaded.set(file, module);
    const ask = (request) => (Object.hasOwn(requests, request) ? load(requests[request]) : installed(request));
    const place = path.join(ROOT, file);
    body.call(module.exports, module.exports, ask, module, place, path.dirname(place), async (request) => ask(request));
    return module.exports;
  };
  if (cachedData === undefined || script.cachedDataRejected === true)
    process.once("exit", () => {
      try {
        place(`${name}.bin`, script.createCachedData());
      } catch {
        // As above.
      }
    });
  load(entry);
}

const PACK = "hedui-pack";

/** A stack that names the files which the pack was made of, and their lines. */
function stackOf(error, frames, places) {
  const lines = frames.map((frame) => {
    const line = frame.getLineNumber();
    if (frame.getFileName() !== PACK) return `    at ${frame}`;
    const [from, file] = places.findLast(([first]) => first <= line) ?? [1, PACK];
    return `    at ${frame.getFunctionName() ?? "<anonymous>"} (${file}:${line - from + 1}:${frame.getColumnNumber()})`;
  });
  return [String(error), ...lines].join("\n");
}

const [entry] = process.argv.splice(2, 1);
run(path.relative(ROOT, path.resolve(entry)).split(path.sep).join("/"));
