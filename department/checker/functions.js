// The functions of the workbook, RP.SCORE and the others: the same as in every host, in the worker.
// While it wakes they wait.
const { goals, functions } = JSON.parse(at("functions").textContent);
// The errors that Excel lets a function answer with.
const errors = ["#DIV/0!", "#N/A", "#NULL!", "#NUM!", "#VALUE!"];
const refusal = (code, sentence) => {
  const answered = errors.includes(code) ? code : CustomFunctions.ErrorCode.invalidValue;
  return new CustomFunctions.Error(answered, sentence);
};
const inWorkbook = (read) => Excel.run({ delayForCellEdit: true }, read);

// The goals' fulfilments, expected or otherwise, and weights; nothing where there is no plan.
const goalColumns = (wanted) => inWorkbook(async (context) => {
  const table = context.workbook.tables.getItemOrNullObject(goals.table);
  await context.sync();
  if (table.isNullObject) return [];
  const heading = table.getHeaderRowRange().load("values");
  const body = table.getDataBodyRange().load("values");
  await context.sync();
  const names = heading.values[0];
  const column = names.includes(wanted) ? wanted : goals.fulfilment;
  return [column, goals.weight].map((name) => body.values.map((row) => [row[names.indexOf(name)]]));
});

// Excel passes a blank cell as 0: an argument that has one is read in the workbook itself.
const asItStands = (given, addresses) => {
  const hasZero = (cells) => [cells].flat(2).includes(0);
  const doubtful = given.map((cells, index) => Boolean(addresses?.[index]) && hasZero(cells));
  if (!doubtful.includes(true)) return given;
  return inWorkbook(async (context) => {
    const ranges = given.map((_, index) => {
      if (!doubtful[index]) return null;
      const [, sheet, cells] = /^(.*)!([^!]*)$/.exec(addresses[index]);
      const name = sheet.replace(/^'(.*)'$/, "$1").replaceAll("''", "'");
      return context.workbook.worksheets.getItem(name).getRange(cells).load("values");
    });
    await context.sync();
    return given.map((cells, index) => ranges[index]?.values ?? cells);
  });
};

const asked = async (call) => {
  for (;;) {
    const { ask, limits } = await awake();
    try {
      return (await ask({ call }, limits.seconds)).answer;
    } catch (stopped) {
      // A report in front of it ended the worker: it is asked again.
      if (stopped.how !== "before") throw stopped;
    }
  }
};
const answerTo = async ({ name, totals }, given, addresses) => {
  const isLeftOut = (cells, index) => !addresses?.[index]
    && [cells].flat(2).every((each) => each === null || each === undefined || each === "");
  const cells = totals && given.every(isLeftOut)
    ? await goalColumns(totals) : await asItStands(given, addresses);
  const plain = (value) => (value === "" ? null : value?.code ?? value ?? null);
  const rows = cells.map((each) => (Array.isArray(each) ? each.map((row) => row.map(plain)) : plain(each)));
  const { value, error, sentence } = await asked({ name, given: rows });
  if (error) throw refusal(error, sentence);
  return [[value]];
};

const associate = () => {
  for (const [id, described] of Object.entries(functions)) {
    CustomFunctions.associate(id, async (...given) => {
      const { parameterAddresses } = given.pop();
      try {
        return await answerTo(described, given, parameterAddresses);
      } catch (error) {
        if (error instanceof CustomFunctions.Error) throw error;
        const reason = filled(words.da.CANNOT_ANSWER, { reason: error.message });
        throw refusal(CustomFunctions.ErrorCode.notAvailable, reason);
      }
    });
  }
};

if (window.CustomFunctions) {
  Office.onReady();
  associate();
  begin();
} else {
  speak(lang);
  announce("NO_LIBRARY");
}
