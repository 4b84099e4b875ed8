// A check, and what is shown of it. Everything that is shown is text: nothing in a file becomes an
// element, a script or a request.
const form = at("choice");
const results = at("results");
const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
let shown = null;

const named = (files) => {
  const taken = new Map();
  return files.map((file) => {
    const count = (taken.get(file.name) ?? 0) + 1;
    taken.set(file.name, count);
    const name = count === 1 ? file.name : file.name.replace(/(\.[^.]*)?$/, ` (${count})$1`);
    return { file, name };
  });
};

const verdicts = async ({ ask, limits, end }, files, gaveUp) => {
  for (const [index, { file, name }] of files.entries()) {
    announce("READING", { number: index + 1, count: files.length, file: name });
    let bytes;
    try {
      bytes = await file.slice(0, limits.bytes + 1).arrayBuffer();
    } catch {
      end();
      throw new Error(say("CANNOT_READ", { file: name }));
    }
    const changed = file.lastModified;
    try {
      await ask({ file: { name, bytes, changed, gaveUp: gaveUp.get(index) } }, limits.seconds);
    } catch (stopped) {
      if (gaveUp.has(index)) throw stopped;
      if (stopped.how !== "before") gaveUp.set(index, stopped.how);
      return null;
    }
  }
  announce("JUDGING");
  return (await ask({}, limits.seconds)).answer;
};

// The files, or the promise of them.
const check = async (chosen) => {
  if (chosen.length === 0 || form.classList.contains("busy")) return;
  form.classList.add("busy");
  at("progress").hidden = false;
  const gaveUp = new Map();
  try {
    const files = named(await chosen);
    // Where a file ends the worker, a new one passes over it and reads the others again.
    for (shown = null; !shown;) shown = await verdicts(await awake(), files, gaveUp);
    show();
    announceDone();
    results.focus();
  } catch (error) {
    announce("CANNOT_JUDGE", { reason: error.message });
  }
  at("progress").hidden = true;
  form.classList.remove("busy");
  form.reset();
};

// What is shown

const inert = (text) => text.replace(steering, "\ufffd");
const make = (name, attributes, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.map((each) => (typeof each === "string" ? inert(each) : each)));
  return element;
};
const marked = ([look, text]) => make("span", { class: look }, text);
const danish = (text) => make("bdi", { lang: "da" }, text);
const table = (look, caption, headings, ...bodies) => make("table", { class: `stack ${look}` },
  make("caption", {}, caption),
  make("thead", {}, make("tr", {}, ...headings.map((each) => make("th", { scope: "col" }, each)))),
  ...bodies);
const cell = (label, ...children) => make("td", { "data-l": label }, ...children);

const verdictOf = ({ accepted }) => words[lang].verdicts[String(accepted)];
const place = ({ sheet, cell: name }) => (sheet && name ? `${sheet}!${name}` : sheet ?? "");
// The message without the place in front of it, which has a column of its own.
const message = (finding) => {
  const heads = [`${place(finding)} (${finding.key}): `, `${place(finding)}: `];
  const head = heads.find((each) => place(finding) && finding.message.startsWith(each)) ?? "";
  return finding.message.slice(head.length);
};
const groupOf = ({ code, severity }) => (words.missing.includes(code) ? "missing" : severity);
const grouped = (findings) => Object.keys(words[lang].groups)
  .map((group) => [group, findings.filter((each) => groupOf(each) === group)])
  .filter(([, found]) => found.length);

const button = (key, action, label = say(key)) => {
  const made = make("button", { type: "button", "aria-label": label }, say(key));
  made.addEventListener("click", action);
  return made;
};

const findingRow = (finding) => {
  const where = place(finding);
  const key = finding.key ? ` (${finding.key})` : "";
  const { found, expected } = finding;
  const both = expected === null ? [] : [make("small", {}, ` ${say("FOUND_EXPECTED", {
    found: found ?? say("NOT_GIVEN"), expected,
  })}`)];
  return make("tr", {},
    cell(say("PLACE"), make("b", {}, where || say("WHOLE_FILE")), key,
      ...(finding.cell ? [cellButton(finding)] : [])),
    cell(say("MESSAGE"), make("bdi", { class: "words" }, message(finding)), ...both,
      make("small", {}, ` ${finding.code}`)),
    cell(say("HINT"), finding.hint));
};
const findingTable = ([group, findings]) => table("findings",
  `${words[lang].groups[group]} (${findings.length})`,
  ["PLACE", "MESSAGE", "HINT"].map((each) => say(each)),
  make("tbody", {}, ...findings.map(findingRow)));

const degree = ({ fulfilment, secured, attainable }) => {
  const [least, most] = fulfilment === null ? [secured, attainable] : [fulfilment, fulfilment];
  return say("PERCENT", {
    value: least === most ? number(least) : `${number(least)}–${number(most)}`,
  });
};
const state = ({ state: name, on_level: onLevel }, final) => {
  const pending = final ? "unanswered" : { true: "on_level", false: "below_level" }[onLevel];
  return words[lang].states[name === "pending" ? pending ?? name : name];
};
// A goal that has left, or is only counted, weighs nothing: its state says all.
const goalBody = (goal, plan, final) => make("tbody", {},
  make("tr", { class: "goal" },
    make("th", { scope: "rowgroup" }, danish(`${goal.goal} ${plan.goals[goal.goal]}`)),
    cell(say("FULFILMENT"), goal.weight ? degree(goal) : marked(state(goal, final))),
    cell(say("EXPLANATION"), goal.explanation)),
  ...goal.criteria.map((each) => make("tr", {},
    make("th", { scope: "row" }, danish(`${each.key} ${plan.criteria[each.key]}`)),
    cell(say("FULFILMENT"), marked(state(each, final))),
    cell(say("EXPLANATION"), each.explanation))));

const percent = (value) => (value === null ? "–" : say("PERCENT", { value: number(value) }));
// A plan without a total weighs nothing: its goals are counted by their state.
const counts = (goals) => ["fulfilled", "partial", "not_fulfilled", "pending"].map((name) => [
  words[lang].states[name][1], goals.filter((goal) => goal.state === name).length,
]);
const totals = ({ score, goals }) => {
  const list = make("dl", { class: "counts" });
  const figures = goals[0].weight === null ? counts(goals) : [
    [say("SECURED"), percent(score.secured)],
    [say("EXPECTED_TOTAL"), percent(score.expected)],
    [say("ATTAINABLE"), percent(score.attainable)],
  ];
  for (const [name, figure] of figures) {
    list.append(make("div", {}, make("dt", {}, name), make("dd", {}, `${figure}`)));
  }
  return list;
};

const section = (report, index) => {
  const plan = shown.plans[report.plan];
  const verdict = verdictOf(report);
  const warned = report.accepted && report.findings.some(({ severity }) => severity === "warning");
  const heading = `report-${index}`;
  const parts = [
    make("h2", { id: heading }, make("bdi", {}, report.file)),
    make("p", {}, marked(verdict), ` ${warned ? say("IN_ORDER_WITH_WARNINGS") : verdict[2]}`),
  ];
  if (plan) {
    const period = plan.periods[report.period];
    parts.splice(1, 0, make("p", {}, danish(
      [`${report.institution} ${report.year}`, period].filter(Boolean).join(", "))));
  }
  if (report.changes) {
    const { file, mended, new: fresh, remaining } = report.changes;
    const counts = { mended: mended.length, new: fresh.length, remaining: remaining.length };
    parts.push(make("p", {}, say("CHANGES", { file, ...counts })));
  }
  parts.push(...grouped(report.findings).map(findingTable));
  if (plan && report.goals.length) {
    parts.push(make("h3", {}, say("TOTALS")), totals(report), table("goals", say("GOALS"),
      ["GOAL", "FULFILMENT", "EXPLANATION"].map((each) => say(each)),
      ...report.goals.map((goal) => goalBody(goal, plan, report.final))));
  }
  return make("section", { class: "report", "aria-labelledby": heading }, ...parts);
};

const asText = () => shown.reports[lang].map((report) => [
  `${report.file}: ${verdictOf(report)[1]}`,
  ...grouped(report.findings).flatMap(([group, findings]) => [
    "", words[lang].groups[group].toUpperCase(),
    ...findings.map((each) => `${each.message} [${each.code}]\n    ${say("HINT")}: ${each.hint}`),
  ]),
].join("\n")).join("\n\n\n");

const save = () => {
  const text = `\ufeff${inert(asText()).replaceAll("\n", "\r\n")}\r\n`;
  const href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  make("a", { href, download: say("SAVED_NAME") }).click();
};

// Of several files: how it went for each, leading there.
const list = (reports) => make("ul", { class: "files" }, ...reports.map((report, index) => make("li", {},
  marked(verdictOf(report)), " ", make("a", { href: `#report-${index}` }, make("bdi", {}, report.file)))));
const show = () => {
  const reports = shown.reports[lang];
  results.replaceChildren(
    make("p", { class: "tools" }, button("PRINT", () => window.print()), " ", button("SAVE", save)),
    ...(reports.length > 1 ? [list(reports)] : []),
    ...reports.map(section));
};
const announceDone = () => {
  const reports = shown.reports[lang];
  const [{ file }] = reports;
  if (reports.length === 1) announce("DONE_ONE", { file, verdict: verdictOf(reports[0])[1] });
  else {
    const having = (wanted) => reports.filter(({ accepted }) => accepted === wanted).length;
    announce("DONE_MANY", { count: reports.length, accepted: having(true), refused: having(false) });
  }
};

// In the language that is chosen
const speak = (chosen) => {
  lang = document.documentElement.lang = chosen;
  document.title = say("TITLE");
  for (const each of document.querySelectorAll("[data-say]")) each.textContent = say(each.dataset.say);
  for (const each of document.querySelectorAll("[data-label]")) each.ariaLabel = say(each.dataset.label);
  for (const each of at("language").children) each.ariaPressed = String(each.value === lang);
  announce(...announced);
  if (shown) show();
};
for (const each of at("language").children) each.addEventListener("click", () => speak(each.value));

const begin = () => {
  speak(lang);
  if (!window.DecompressionStream || !window.WebAssembly) {
    announce("TOO_OLD");
    return;
  }
  const told = (...words) => {
    if (form.classList.contains("busy")) return;
    at("progress").hidden = true;
    announce(...words);
  };
  at("progress").hidden = false;
  awake().then(() => told("READY"), (error) => told("CANNOT_WAKE", { reason: error.message }));
};
