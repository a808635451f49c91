import { writeFileSync } from 'node:fs'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { createSchema } from './schema.ts'

writeFileSync('schema.graphql', `${printSchema(lexicographicSortSchema(await createSchema()))}\n`)
