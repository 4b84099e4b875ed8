"use strict";
// Python with the department's rules, in a thread of its own, so that the page can end it. It is
// given every byte that it runs on, and asks nobody for anything.
const BASE = "https://pyodide.invalid/";
const INBOX = "/inbox";

const wake = async (parts) => {
  const blobs = {};
  for (const [name, { type, bytes }] of Object.entries(parts)) {
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    blobs[name] = new Blob([await new Response(unpacked).arrayBuffer()], { type });
  }
  // Pyodide asks for its files by address.
  self.fetch = async (address) => {
    const blob = blobs[String(address.url ?? address).slice(BASE.length)];
    return new Response(blob, { headers: { "Content-Type": blob.type } });
  };
  const imported = (name) => import(URL.createObjectURL(blobs[name]));
  const { default: createPyodideModule } = await imported("pyodide.asm.mjs");
  const { loadPyodide } = await imported("pyodide.mjs");
  self.postMessage({ stage: "PYTHON" });
  const python = await loadPyodide({
    indexURL: BASE,
    packageBaseUrl: BASE,
    createPyodideModule,
    lockFileContents: await blobs["pyodide-lock.json"].text(),
  });
  self.postMessage({ stage: "RULES" });
  python.unpackArchive(await blobs["rules.zip"].arrayBuffer(), "zip", { extractDir: "/rules" });
  python.FS.mkdir(INBOX);
  const engine = python.runPython(`
import sys
sys.path.insert(0, "/rules")
sys.dont_write_bytecode = True
from department.checker.engine import Engine
Engine("/rules")
`);
  return { FS: python.FS, engine };
};

// A file lies where Python finds it only while it is read.
const read = ({ FS, engine }, { name, bytes, changed, gaveUp }) => {
  const path = `${INBOX}/${name}`;
  FS.writeFile(path, new Uint8Array(bytes));
  FS.utime(path, changed, changed);
  try {
    if (gaveUp) engine.give_up.callKwargs(path, { overran: gaveUp === "overran" });
    else engine.read(path);
  } finally {
    FS.unlink(path);
  }
  return null;
};

const answerOf = (awake, { file, call }) => {
  if (file) return read(awake, file);
  const { engine } = awake;
  return JSON.parse(call ? engine.call(call.name, JSON.stringify(call.given)) : engine.verdicts());
};

self.onmessage = async ({ data: { parts } }) => {
  try {
    const awake = await wake(parts);
    self.onmessage = ({ data }) => {
      try {
        self.postMessage({ answer: answerOf(awake, data) });
      } catch (error) {
        self.postMessage({ died: String(error) });
      }
    };
    const limits = awake.engine.limits;
    self.postMessage({ ready: { seconds: limits.seconds, bytes: limits.file } });
  } catch (error) {
    self.postMessage({ died: String(error) });
  }
};
