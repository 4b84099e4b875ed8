"use strict";
// Filter, sorting, and opening what a link leads to. The page says everything without it.
// An agency's part stands in a noscript element: shown as it is where no script runs, and otherwise
// only text, of which the document makes elements when somebody opens it. So a page of hundreds of
// agencies opens at once.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const form = document.getElementById("filter");
  const live = document.getElementById("live");
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const matrix = all("#matrix tbody tr");
  const agencies = all("details.agency");
  const deviations = all("#deviation-table tbody tr");
  const findings = all("#finding-table tbody tr");
  const said = new WeakMap();
  const entities = { "&lt;": "<", "&gt;": ">", "&#34;": '"', "&#39;": "'", "&amp;": "&" };
  // The markup is the page's own, every text in it escaped when the page was written.
  const policy = window.trustedTypes?.createPolicy("rp", { createHTML: (html) => html });

  const fillIn = (agency) => {
    const source = agency.querySelector(":scope > noscript");
    if (!source) return;
    const html = source.textContent;
    const trusted = policy ? policy.createHTML(html) : html;
    const parsed = new DOMParser().parseFromString(trusted, "text/html");
    source.replaceWith(...parsed.body.childNodes);
  };
  const plain = (html) =>
    html.replace(/<[^>]*>/g, " ").replace(/&(lt|gt|#34|#39|amp);/g, (entity) => entities[entity]);

  const fill = (text, fields) => text.replace(/\{(\w+)\}/g, (_, name) => fields[name]);
  const has = (words, word) => !word || (words || "").split(" ").includes(word);
  const textOf = (element) => {
    if (!said.has(element)) {
      const unread = element.querySelector(":scope > noscript");
      const text = unread
        ? element.firstElementChild.textContent + plain(unread.textContent)
        : element.textContent;
      said.set(element, text.toLocaleLowerCase());
    }
    return said.get(element);
  };

  let pending = 0;
  const announce = (text) => {
    clearTimeout(pending);
    pending = setTimeout(() => { live.textContent = text; }, 250);
  };

  const show = (elements, fits) => {
    let count = 0;
    for (const element of elements) {
      const shown = fits(element);
      element.hidden = !shown;
      if (shown) count += 1;
    }
    return count;
  };

  const filter = () => {
    const { agency, state, severity, text, latest } = form.elements;
    const wanted = text.value.trim().toLocaleLowerCase();
    const common = ({ dataset }) =>
      (!agency.value || dataset.a === agency.value) && has(dataset.s, state.value);
    const says = (element) => !wanted || textOf(element).includes(wanted);
    const fresh = ({ dataset }) => !latest.checked || "n" in dataset;
    const rowFits = (row) => common(row) && fresh(row) && says(row);
    const d = show(deviations, rowFits);
    const f = show(findings, (row) => rowFits(row) && has(row.dataset.v, severity.value));
    // An agency fits by its own words, or by those of a row of its that fits.
    const found = new Set(
      wanted ? [...deviations, ...findings].filter((row) => !row.hidden).map((row) => row.dataset.a) : [],
    );
    const fitting = new Set();
    const a = show(agencies, (each) => {
      const fits = common(each) && has(each.dataset.v, severity.value)
        && (says(each) || found.has(each.dataset.a));
      if (fits) fitting.add(each.dataset.a);
      return fits;
    });
    show(matrix, (row) => fitting.has(row.dataset.a));
    for (const note of all("p.none")) {
      const rows = all("tbody tr[data-a], details.agency", note.parentElement);
      note.hidden = rows.some((row) => !row.hidden);
    }
    return fill(form.dataset.shown, {
      a, A: agencies.length, d, D: deviations.length, f, F: findings.length,
    });
  };

  const keyOf = (row, column, numeric) => {
    const cell = row.cells[column];
    const key = cell.dataset.k ?? cell.textContent.trim();
    return numeric ? Number(key) : key;
  };

  const sort = (table, header, column) => {
    const numeric = header.dataset.sort === "number";
    const rising = header.getAttribute("aria-sort") !== "ascending";
    const body = table.tBodies[0];
    const keyed = [...body.rows].map((row) => [keyOf(row, column, numeric), row]);
    const compare = numeric ? (x, y) => x - y : (x, y) => collator.compare(x, y);
    keyed.sort(([x], [y]) => (rising ? compare(x, y) : compare(y, x)));
    body.append(...keyed.map(([, row]) => row));
    for (const each of header.parentElement.cells) each.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", rising ? "ascending" : "descending");
    announce(fill(form.dataset.sorted, {
      table: table.dataset.label,
      column: header.textContent.trim(),
      way: rising ? form.dataset.rising : form.dataset.falling,
    }));
  };

  for (const table of all("table[data-sortable]")) {
    [...table.tHead.rows[0].cells].forEach((header, column) => {
      if (!header.dataset.sort) return;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...header.childNodes);
      header.append(button);
      button.addEventListener("click", () => sort(table, header, column));
    });
  }

  const reveal = (id) => {
    const [, number] = /^a(\d+)(-|$)/.exec(id) ?? [];
    if (number) fillIn(agencies[Number(number)]);
    const target = document.getElementById(id);
    if (!target) return;
    if (target.closest("[hidden]")) {
      form.reset();
      filter();
    }
    for (let each = target; each; each = each.parentElement) {
      if (each.localName === "details") each.open = true;
    }
    for (const each of all(".here")) each.classList.remove("here");
    if (target.localName === "tr") target.classList.add("here");
    if (target.tabIndex < 0) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView();
  };
  const revealed = () => reveal(decodeURIComponent(location.hash.slice(1)));

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.getAttribute("href") === location.hash) {
      event.preventDefault();
      revealed();
    }
  });
  window.addEventListener("hashchange", revealed);

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => announce(filter()));
  form.addEventListener("reset", () => setTimeout(() => announce(filter())));
  document.getElementById("open-all").addEventListener("click", () => {
    for (const each of agencies) {
      if (each.hidden) continue;
      fillIn(each);
      each.open = true;
    }
  });
  document.getElementById("close-all").addEventListener("click", () => {
    for (const each of agencies) each.open = false;
  });

  for (const each of agencies) each.addEventListener("toggle", () => fillIn(each));
  form.hidden = false;
  for (const tools of all(".tools")) tools.hidden = false;
  live.textContent = filter();
  if (location.hash) revealed();
})();
