"use strict";
// Dropped files and folders go to the inbox; how far a round has come is shown as it goes on.
(() => {
  const live = document.getElementById("live");
  const form = document.getElementById("drop");
  // The markup is the desk's own, every text in it escaped when it was written.
  const policy = window.trustedTypes?.createPolicy("rp", { createHTML: (html) => html });

  const pageOf = async (answer) => {
    const html = await answer.text();
    return new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, "text/html");
  };

  const follow = async () => {
    const round = document.getElementById("round");
    live.textContent = round.dataset.words;
    if (!("going" in round.dataset)) return;
    await new Promise((resolve) => { setTimeout(resolve, 400); });
    round.replaceWith((await pageOf(await fetch(round.dataset.address))).getElementById("round"));
    follow();
  };

  const filesIn = async (entry) => {
    if (entry instanceof File) return [entry];
    if (entry.isFile) return [await new Promise((resolve, reject) => { entry.file(resolve, reject); })];
    const reader = entry.createReader();
    const found = [];
    for (;;) {
      // A reader gives a hundred at a time, and none at the end.
      const some = await new Promise((resolve, reject) => { reader.readEntries(resolve, reject); });
      if (!some.length) return found;
      for (const each of some) found.push(...await filesIn(each));
    }
  };

  const send = async (entries) => {
    live.textContent = form.dataset.sending;
    const data = new FormData();
    data.set("received", form.elements.received.value);
    for (const entry of entries) {
      for (const file of await filesIn(entry)) data.append("files", file);
    }
    const answer = await fetch(form.action, { method: "POST", body: data });
    if (answer.ok) { location.assign(answer.url); return; }
    live.textContent = (await pageOf(answer)).querySelector(".trouble").textContent;
  };

  for (const type of ["dragenter", "dragover"]) {
    form.addEventListener(type, (event) => { event.preventDefault(); form.classList.add("over"); });
  }
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    const items = [...event.dataTransfer.items];
    send(items.map((item) => item.webkitGetAsEntry() ?? item.getAsFile()).filter(Boolean));
  });
  // What is dropped beside the field would be opened in the desk's place.
  for (const type of ["dragover", "drop"]) window.addEventListener(type, (event) => event.preventDefault());
  follow();
})();
