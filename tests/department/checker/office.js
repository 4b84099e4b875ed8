// What stands in for Microsoft's library where the add-in is tested: the part of it that the add-in
// uses, over office-addin-mock, whose objects tell no value before it is loaded and synchronised.
// The test says what is open (`excel.url`, `file`, `goals`, `ranges` by address), and calls
// functions as Excel does (`excel.call`).
{
  const exported = { "office-addin-manifest": { OfficeApp: { Excel: "excel" } } };
  const required = (name) => {
    if (!exported[name]) mock[name]((exported[name] = {}), required);
    return exported[name];
  };
  const { OfficeMockObject } = required("./officeMockObject");

  class CustomFunctionsError extends Error {
    constructor(code, message) {
      super(message);
      this.code = code;
    }
  }

  const excel = window.excel = { url: "", file: [], opened: 0, goals: null, ranges: {}, selected: [] };
  const functions = {};
  window.CustomFunctions = {
    Error: CustomFunctionsError,
    ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
    associate: (id, answer) => { functions[id] = answer; },
  };

  const succeeded = (value) => ({ status: "succeeded", value });
  const failed = (message) => ({ status: "failed", error: { message } });
  window.Office = {
    FileType: { Compressed: "compressed" },
    AsyncResultStatus: { Succeeded: "succeeded" },
    onReady: async () => {},
    context: { document: {
      get url() { return excel.url; },
      getFileAsync(type, { sliceSize }, done) {
        if (type !== "compressed" || excel.opened > 1) return done(failed("Internal error"));
        excel.opened += 1;
        const size = Math.min(sliceSize, 10_000);
        return done(succeeded({
          sliceCount: Math.ceil(excel.file.length / size),
          getSliceAsync: (index, then) => setTimeout(
            then, 0, succeeded({ data: excel.file.slice(index * size, (index + 1) * size) })),
          closeAsync: () => { excel.opened -= 1; },
        }));
      },
    } },
  };

  window.Excel = {
    async run(options, batch) {
      const loaded = [];
      const queued = [];
      const range = (values) => {
        const made = new OfficeMockObject({ values }, "excel");
        loaded.push(made);
        return made;
      };
      return batch({
        async sync() {
          for (const each of queued.splice(0)) each();
          await Promise.all(loaded.map((each) => each.sync()));
          await new Promise((done) => { setTimeout(done); });
        },
        workbook: {
          worksheets: { getItem: (sheet) => ({
            activate: () => queued.push(() => {
              if (sheet === "Slettet") throw new Error("ItemNotFound");
              excel.selected.push(sheet);
            }),
            getRange: (cells) => Object.assign(range(excel.ranges[`${sheet}!${cells}`] ?? [[""]]), {
              select: () => queued.push(() => excel.selected.push(cells)),
            }),
          }) },
          tables: { getItemOrNullObject: (name) => ({
            isNullObject: name !== "tblMaal" || !excel.goals,
            getHeaderRowRange: () => range(excel.goals.slice(0, 1)),
            getDataBodyRange: () => range(excel.goals.slice(1)),
          }) },
        },
      });
    },
  };

  // What a cell would show: the value, or the error with its words. As Excel for Windows and Mac do
  // it, a reference is passed as its values, blank cells as 0, errors as objects.
  excel.call = async (id, references) => {
    const passed = (value) => {
      if (value === "") return 0;
      return /^#[A-Z/0]+[!A]$/.test(value) ? new CustomFunctionsError(value) : value;
    };
    const given = references.map((each) => each && excel.ranges[each].map((row) => row.map(passed)));
    const parameterAddresses = references.map((each) => each && each.replace(/^(.*)!/, (_, sheet) => (
      `'${sheet.replaceAll("'", "''")}'!`)));
    try {
      const [[value]] = await functions[id](...given, { parameterAddresses });
      return { value };
    } catch (error) {
      return { error: error.code, sentence: error.message };
    }
  };
}
