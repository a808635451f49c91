import { Alert, Box, Button, Chip, Stack, TextField, Typography } from '@mui/material'
import { useRef, useState } from 'react'
import { useTranslate } from 'react-admin'
import { v7 } from 'uuid'
import { useSession } from '../app/session.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { drafts } from '../ui/drafts.ts'
import { useAct } from '../ui/useAct.ts'
import { reset, save, test, type inUse, type KindText, type Text, type Version } from './template.queries.ts'
import { TemplatePreview, usePreview } from './TemplatePreview.tsx'

type Props = { kind: KindText; used: ReturnType<typeof inUse>; last: Version | undefined; departmentCode: string | null; writes: boolean }

/** Writes the text of a kind beside what a person will read; what is typed stays until it is saved. */
export function TemplateForm({ kind, used, last, departmentCode, writes }: Props) {
  const translate = useTranslate()
  const label = (one: string, words: object = {}) => translate(`coaching.templates.${one}`, words)
  const { act, busy, hears } = useAct()
  const draft = drafts.of<Text>(useSession().me.id, `template/${departmentCode}/${kind.kind}`)
  const [typed, setTyped] = useState<Text | undefined>(() => draft.found())
  // The same one again while it is not known to be there: sent twice, it is written once.
  const [id, setId] = useState(() => v7())
  const [person, setPerson] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const body = useRef<HTMLTextAreaElement>(null)
  const text = typed ?? used.text
  const own = last?.body != null
  const given = { kind: kind.kind, departmentCode, version: last?.version ?? 0 }
  const { preview, errors, looking } = usePreview({ kind: kind.kind, input: text, referentId: person })

  const type = (part: Partial<Text>) => {
    const next = { ...text, ...part }
    setTyped(next)
    draft.keep(next)
  }
  const insert = (name: string) => {
    const [from, to] = [body.current?.selectionStart ?? text.body.length, body.current?.selectionEnd ?? text.body.length]
    type({ body: `${text.body.slice(0, from)}{${name}}${text.body.slice(to)}` })
    body.current?.focus()
  }
  const done = async (kept: object | null | boolean) => {
    if (!kept) return
    draft.forget()
    setTyped(undefined)
    setId(v7())
    setAsking(false)
  }
  return (
    <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' } }}>
      <Stack spacing={2}>
        <Typography>{`${label('inUse')}\u00a0: ${label(`own.${used.owner}`)}${used.version ? ` (${label('version', { version: used.version.version }).toLowerCase()})` : ''}`}</Typography>
        {!writes && <Alert severity="info">{label('reader')}</Alert>}
        <TextField label={label('subject')} value={text.subject} onChange={({ target }) => type({ subject: target.value })} error={Boolean(errors.subject)} helperText={errors.subject} fullWidth slotProps={{ input: { readOnly: !writes }, htmlInput: { maxLength: 150 } }} />
        <TextField label={label('body')} value={text.body} onChange={({ target }) => type({ body: target.value })} error={Boolean(errors.body)} helperText={errors.body} fullWidth multiline minRows={12} inputRef={body} slotProps={{ input: { readOnly: !writes }, htmlInput: { maxLength: 5000 } }} />
        {writes && (
          <Box>
            <Typography variant="body2" id="variables" gutterBottom>{label('variables')}</Typography>
            <Stack component="ul" aria-labelledby="variables" direction="row" useFlexGap flexWrap="wrap" spacing={1} sx={{ listStyle: 'none', p: 0, m: 0 }}>
              {kind.variables.map((name) => (
                <li key={name}>
                  <Chip
                    label={`{${name}}${kind.required.includes(name) ? ` (${label('needed')})` : ''}`} variant="outlined" onClick={() => insert(name)} title={label(`names.${name}`)}
                    aria-label={label('insert', { name, help: label(`names.${name}`) })}
                  />
                </li>
              ))}
            </Stack>
          </Box>
        )}
        <Stack direction="row" useFlexGap flexWrap="wrap" spacing={1}>
          {writes && <Button variant="contained" disabled={busy || !typed} onClick={async () => done(await act(save, { id, ...given, input: text }, 'coaching.templates.saved'))}>{label('save')}</Button>}
          <Button variant="outlined" disabled={busy || Object.keys(errors).length > 0} onClick={() => void act(test, { id: v7(), kind: kind.kind, input: text, referentId: person }, 'coaching.templates.tested')}>{label('test')}</Button>
          {writes && own && <Button disabled={busy} onClick={() => setAsking(true)}>{label('reset')}</Button>}
          {writes && typed && <Button disabled={busy} onClick={() => void done(true)}>{label('discard')}</Button>}
        </Stack>
      </Stack>
      <TemplatePreview preview={preview} looking={looking} person={person} onPerson={setPerson} />
      {asking && (
        <ActDialog
          title={label('resetTitle')} text={label(`resetText.${departmentCode ? 'DEPARTMENT' : 'REGION'}`)} verb={label('reset')} hears={hears} busy={busy} onClose={() => setAsking(false)}
          onConfirm={async () => done(await act(reset, { id, ...given }, 'coaching.templates.resetDone'))}
        />
      )}
    </Box>
  )
}
