// The add-in's pane: the open workbook is checked as it stands, and a finding leads to its cell.
const promised = (start) => new Promise((resolve, reject) => {
  start(({ status, value, error }) => {
    if (status === Office.AsyncResultStatus.Succeeded) resolve(value);
    else reject(new Error(error.message));
  });
});

const nameOf = (address) => {
  const name = (address ?? "").split(/[\\/]/).pop().split("?")[0];
  try {
    return (/^https?:/.test(address) ? decodeURIComponent(name) : name) || say("UNNAMED");
  } catch {
    return name;
  }
};
const openWorkbook = async () => {
  const { document: open } = Office.context;
  const options = { sliceSize: 4 * 1024 * 1024 };
  const file = await promised((done) => open.getFileAsync(Office.FileType.Compressed, options, done));
  try {
    const slices = [];
    for (let index = 0; index < file.sliceCount; index += 1) {
      const { data } = await promised((done) => file.getSliceAsync(index, done));
      slices.push(new Uint8Array(data));
    }
    return [new File(slices, nameOf(open.url), { lastModified: Date.now() })];
  } finally {
    // Excel keeps two at the most.
    file.closeAsync();
  }
};

const goTo = async (finding) => {
  const cell = place(finding);
  try {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const sheet = context.workbook.worksheets.getItem(finding.sheet);
      sheet.activate();
      sheet.getRange(finding.cell).select();
      await context.sync();
    });
    announce("AT_CELL", { cell });
  } catch {
    announce("NO_CELL", { cell });
  }
};
const cellButton = (finding) => {
  const label = say("GO_TO_CELL", { cell: place(finding) });
  return button("GO_TO", () => goTo(finding), label);
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  check(openWorkbook());
});
