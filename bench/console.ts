import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

/**
 * npx tsx bench/console.ts: the weight of the scripts of the console's first screen, the home or the list of events, beside a bare
 * react-admin with ra-data-graphql and two resources with list, filters, show and edit; gzipped, built alike, in kB.
 */
const weight = (files: string[]) => files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) / 1000

const bare = `
import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client/core'
import buildDataProvider from 'ra-data-graphql'
import { createRoot } from 'react-dom/client'
import polyglot from 'ra-i18n-polyglot'
import french from 'ra-language-french'
import { Admin, DataTable, DateField, DateInput, Edit, List, ReferenceField, ReferenceInput, Resource, SelectInput, Show, SimpleForm, SimpleShowLayout, TextField, TextInput } from 'react-admin'
const dataProvider = buildDataProvider({ client: new ApolloClient({ link: new HttpLink({ uri: '/graphql' }), cache: new InMemoryCache() }), introspection: false, buildQuery: () => () => ({}) })
const filters = [<TextInput key="q" source="q" alwaysOn />, <ReferenceInput key="v" source="venueId" reference="venues" />, <SelectInput key="s" source="state" choices={[]} />, <DateInput key="d" source="startsAt" />]
const EventList = () => <List filters={filters}><DataTable><DataTable.Col source="title" /><DataTable.Col source="startsAt"><DateField source="startsAt" /></DataTable.Col><DataTable.Col source="venueId"><ReferenceField source="venueId" reference="venues" /></DataTable.Col></DataTable></List>
const EventEdit = () => <Edit><SimpleForm><TextInput source="title" /><DateInput source="startsAt" /><ReferenceInput source="venueId" reference="venues" /></SimpleForm></Edit>
const EventShow = () => <Show><SimpleShowLayout><TextField source="title" /><DateField source="startsAt" /></SimpleShowLayout></Show>
const VenueList = () => <List><DataTable><DataTable.Col source="name" /></DataTable></List>
const VenueEdit = () => <Edit><SimpleForm><TextInput source="name" /></SimpleForm></Edit>
createRoot(document.getElementById('root')).render(<Admin dataProvider={dataProvider} i18nProvider={polyglot(() => french, 'fr')}><Resource name="events" list={EventList} edit={EventEdit} show={EventShow} /><Resource name="venues" list={VenueList} edit={VenueEdit} /></Admin>)
`

mkdirSync('dist', { recursive: true })
const folder = mkdtempSync('dist/bare-')
try {
  writeFileSync(`${folder}/index.html`, '<!doctype html><div id="root"></div><script type="module" src="./main.jsx"></script>')
  writeFileSync(`${folder}/main.jsx`, bare)
  await build({ root: folder, configFile: false, logLevel: 'silent', build: { outDir: 'out', emptyOutDir: true } })
  const theirs = readdirSync(`${folder}/out/assets`).filter((name) => name.endsWith('.js')).map((name) => `${folder}/out/assets/${name}`)

  await build({ configFile: 'vite.config.ts', logLevel: 'silent', build: { outDir: '../dist/admin', emptyOutDir: true, manifest: true } })
  const manifest = JSON.parse(readFileSync('dist/admin/.vite/manifest.json', 'utf8')) as Record<string, { file: string; imports?: string[] }>
  const chunk = (source: string) => Object.keys(manifest).find((key) => key.endsWith(source))!
  const loaded = new Set<string>()
  const load = (key: string): void => {
    if (loaded.has(key)) return
    loaded.add(key)
    manifest[key]!.imports?.forEach(load)
  }
  const ours = (...sources: string[]) => {
    loaded.clear()
    sources.map(chunk).forEach(load)
    return weight([...loaded].map((key) => `dist/admin/${manifest[key]!.file}`))
  }
  const [signIn, home, list, one] = [ours('index.html'), ours('index.html', 'app/Console.tsx', 'home/Home.tsx'), ours('index.html', 'app/Console.tsx', 'events/EventList.tsx'), weight(theirs)]
  console.log(`bare react-admin, first screen: ${one.toFixed(0)} kB; console, home: ${home.toFixed(0)} kB, list of events: ${list.toFixed(0)} kB (${(list / one).toFixed(3)}×), sign-in page: ${signIn.toFixed(0)} kB`)
} finally {
  rmSync(folder, { recursive: true })
  rmSync('dist/admin/.vite', { recursive: true, force: true })
}
process.exit(0)
