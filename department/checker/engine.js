"use strict";
// The rules, which run in a worker, and the words of whoever asks them: the checking page and the
// add-in's pane both begin with this.
const at = (id) => document.getElementById(id);
const words = JSON.parse(at("words").textContent);

// Words

let lang = document.documentElement.lang;
let announced = ["FETCHING"];
const filled = (text, fields) => text.replace(/\{(\w+)\}/g, (_, name) => fields[name]);
const say = (key, fields = {}) => filled(words[lang][key], fields);
const number = (value) => value.toLocaleString(lang, { maximumFractionDigits: 2 });
const announce = (key, fields = {}) => {
  announced = [key, fields];
  at("live").textContent = say(key, fields);
};

// The worker

const policy = window.trustedTypes?.createPolicy("rp", { createScriptURL: (url) => url });

class Stopped extends Error {
  constructor(how, reason) {
    super(reason);
    this.how = how;
  }
}

const fromBase64 = (text) => Uint8Array.fromBase64?.(text)
  ?? Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const fetched = async (address) => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};
const fetchParts = async () => {
  const parts = Object.entries(JSON.parse(at("parts").textContent));
  at("parts").remove();
  const loaded = await Promise.all(parts.map(async ([name, { type, data, address }]) => [
    name, { type, bytes: data ? fromBase64(data) : await fetched(address) },
  ]));
  // From here on no request at all is allowed, here or in the worker.
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = "connect-src 'none'";
  document.head.append(meta);
  return Object.fromEntries(loaded);
};

let parts = null;
let engine = null;
const wake = async () => {
  parts ??= fetchParts();
  const bytes = await parts;
  const source = new Blob([at("worker").textContent], { type: "text/javascript" });
  const address = URL.createObjectURL(source);
  const worker = new Worker(policy ? policy.createScriptURL(address) : address);
  let hasEnded = false;
  const end = () => {
    hasEnded = true;
    engine = null;
    worker.terminate();
  };
  const put = (message, seconds) => new Promise((resolve, reject) => {
    if (hasEnded) throw new Stopped("before");
    let timer = 0;
    const stop = (how, reason) => {
      clearTimeout(timer);
      end();
      reject(new Stopped(how, reason));
    };
    if (seconds) timer = setTimeout(stop, seconds * 1000, "overran", say("TOOK_TOO_LONG"));
    worker.onmessage = ({ data }) => {
      if (data.stage) {
        announce(data.stage);
        return;
      }
      clearTimeout(timer);
      if (data.died) stop("died", data.died);
      else resolve(data);
    };
    worker.onerror = (event) => stop("died", event.message);
    worker.postMessage(message);
  });
  // One question at a time.
  let last = Promise.resolve();
  const ask = (message, seconds) => {
    const answer = last.then(() => put(message, seconds));
    last = answer.catch(() => {});
    return answer;
  };
  const { ready } = await ask({ parts: bytes });
  return { limits: ready, ask, end };
};
const awake = () => (engine ??= wake());
