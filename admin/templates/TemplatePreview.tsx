import { Autocomplete, Box, Tab, Tabs, TextField, Typography } from '@mui/material'
import { useEffect, useState } from 'react'
import { useTranslate, type HttpError } from 'react-admin'
import type { VariablesOf } from 'gql.tada'
import type { Refusal } from '../app/dataProvider.ts'
import { useAnswer } from '../ui/useAnswer.ts'
import { personsDocument, previewDocument } from './template.queries.ts'

const PAUSE_MS = 400

/** What is given, once nothing has changed for a moment. */
function useSettled<T>(given: T): T {
  const [settled, setSettled] = useState(given)
  const written = JSON.stringify(given)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(written) as T), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [written])
  return settled
}

/** The text as it would be received, made by the server as what leaves is; what it has against it, by field. */
export function usePreview(given: VariablesOf<typeof previewDocument>) {
  const { data, error, isFetching } = useAnswer(previewDocument, useSettled(given))
  const body = (error as (HttpError & { body?: Refusal }) | null)?.body
  return { preview: data, errors: (error ? (body?.errors ?? { body: error.message }) : {}) as { subject?: string; body?: string }, looking: isFetching }
}

type Props = { preview: ReturnType<typeof usePreview>['preview']; looking: boolean; person: string | null; onPerson: (id: string | null) => void }

export function TemplatePreview({ preview, looking, person, onPerson }: Props) {
  const translate = useTranslate()
  const label = (one: string) => translate(`coaching.templates.${one}`)
  const [shown, setShown] = useState<'asHtml' | 'asText'>('asHtml')
  return (
    <Box component="section" aria-labelledby="preview" aria-busy={looking} sx={{ minWidth: 0 }}>
      <Typography variant="h6" component="h2" id="preview" gutterBottom>{label('preview')}</Typography>
      <Person person={person} onPerson={onPerson} />
      {preview && (
        <>
          <Typography sx={{ mt: 2, fontWeight: 700, overflowWrap: 'anywhere' }}>{preview.subject}</Typography>
          <Tabs value={shown} onChange={(_, next: typeof shown) => setShown(next)} aria-label={label('preview')}>
            {(['asHtml', 'asText'] as const).map((one) => <Tab key={one} value={one} label={label(one)} id={`tab-${one}`} aria-controls="previewed" />)}
          </Tabs>
          <Box id="previewed" role="tabpanel" aria-labelledby={`tab-${shown}`} tabIndex={0} sx={{ border: 1, borderColor: 'divider', p: shown === 'asText' ? 2 : 0 }}>
            {shown === 'asText'
              ? <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{preview.text}</Typography>
              : <Box component="iframe" title={label('preview')} srcDoc={preview.html} sandbox="" sx={{ width: 1, height: 420, border: 0, display: 'block' }} />}
          </Box>
        </>
      )}
    </Box>
  )
}

/** Whom to look as: somebody made up, or a referent found by name. */
function Person({ person, onPerson }: Pick<Props, 'person' | 'onPerson'>) {
  const translate = useTranslate()
  const [q, setQ] = useState('')
  const { data } = useAnswer(personsDocument, useSettled({ q: q || null }))
  const options = (data?.items ?? []).map(({ id, firstName, lastName }) => ({ id, name: `${firstName} ${lastName}` }))
  return (
    <Autocomplete
      options={options} value={options.find(({ id }) => id === person) ?? null} getOptionLabel={({ name }) => name} getOptionKey={({ id }) => id} filterOptions={(all) => all} isOptionEqualToValue={(one, other) => one.id === other.id}
      onChange={(_, chosen) => onPerson(chosen?.id ?? null)} onInputChange={(_, typed, reason) => reason === 'input' && setQ(typed)}
      noOptionsText={translate('ra.navigation.no_results')} clearText={translate('coaching.templates.sample')}
      renderInput={(params) => <TextField {...params} size="small" label={translate('coaching.templates.as')} placeholder={translate('coaching.templates.sample')} slotProps={{ inputLabel: { shrink: true } }} />}
    />
  )
}
