// Opens a workbook with a JavaScript library and saves it again: resave.mjs LIBRARY FROM TO
import fs from 'node:fs'
const [library, from, to] = process.argv.slice(2)
if (library === 'exceljs') {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(from)
  await book.xlsx.writeFile(to)
} else if (library === 'xlsx') {
  const { default: XLSX } = await import('xlsx')
  const book = XLSX.read(fs.readFileSync(from), { cellNF: true, cellStyles: true })
  fs.writeFileSync(to, XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }))
} else {
  const { default: Populate } = await import('xlsx-populate')
  await (await Populate.fromFileAsync(from)).toFileAsync(to)
}
