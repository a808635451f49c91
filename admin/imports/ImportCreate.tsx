import { Alert, Box, Button, LinearProgress, Link, MenuItem, Paper, Stack, TextField, Typography } from '@mui/material'
import { useRef, useState, type FormEvent } from 'react'
import { Title, useDataProvider, useRedirect, useTranslate, type HttpError } from 'react-admin'
import { useSearchParams } from 'react-router-dom'
import { v7 } from 'uuid'
import type { Provider, Refusal } from '../app/dataProvider.ts'
import { useAnswer } from '../ui/useAnswer.ts'
import { choicesOf } from '../ui/choices.ts'
import { openCampaigns, prepare, type Import } from './import.queries.ts'
import { Shift } from './Shift.tsx'

const ACCEPTED = '.csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Sends a file and has it judged; nothing is created yet. */
export function ImportCreate() {
  const translate = useTranslate()
  const redirect = useRedirect()
  const provider = useDataProvider<Provider>()
  const [given] = useSearchParams()
  const [id] = useState(() => v7())
  const [kind, setKind] = useState<Import['kind']>(given.get('kind') === 'REFERENTS' ? 'REFERENTS' : 'EVENTS')
  const events = kind === 'EVENTS'
  const { data: campaigns, isLoading } = useAnswer(openCampaigns, {})
  const [campaignId, setCampaignId] = useState(given.get('campaign') ?? '')
  const [weeks, setWeeks] = useState(0)
  const [file, setFile] = useState<File>()
  const [sent, setSent] = useState<number>()
  const [told, setTold] = useState<string>()
  // A file already sent is not sent again because its campaign was corrected.
  const kept = useRef<{ file: File; id: string }>(undefined)

  const send = async (event: FormEvent) => {
    event.preventDefault()
    setTold(undefined)
    setSent(0)
    try {
      if (kept.current?.file !== file) kept.current = { file: file!, id: await provider.upload(file!, setSent) }
      await provider.ask(prepare, { id, fileId: kept.current!.id, kind, ...(events ? { campaignId, weeks } : { weeks: 0 }) })
      redirect(`/imports/${id}/show`)
    } catch (thrown) {
      const { message, body } = thrown as HttpError & { body?: Refusal }
      setTold(Object.values((body?.errors ?? {}) as Record<string, string>).join(' ') || message)
      setSent(undefined)
    }
  }
  return (
    <Paper variant="outlined" component="form" onSubmit={send} sx={{ p: 3, mt: 2, maxWidth: 720 }}>
      <Title title="coaching.imports.new" />
      <Stack spacing={3}>
        <Typography>
          {translate('coaching.imports.help')}{' '}
          <Link href={`/files/${translate(`coaching.imports.kinds.${kind}.example`)}`} download>{translate('coaching.imports.example')}</Link>
        </Typography>
        {told && <Alert severity="error">{told}</Alert>}
        <TextField select required label={translate('coaching.imports.kind')} value={kind} onChange={({ target }) => setKind(target.value as Import['kind'])}>
          {choicesOf('ImportKind').map(({ id, name }) => <MenuItem key={id} value={id}>{translate(name)}</MenuItem>)}
        </TextField>
        {events && !isLoading && campaigns?.items.length === 0 && <Alert severity="warning">{translate('coaching.imports.noCampaign')}</Alert>}
        {events && <TextField select required label={translate('resources.imports.fields.campaignId')} value={campaigns ? campaignId : ''} onChange={({ target }) => setCampaignId(target.value)}>
          {campaigns?.items.map(({ id, name }) => <MenuItem key={id} value={id}>{name}</MenuItem>)}
        </TextField>}
        <FileField file={file} choose={setFile} />
        {events && <Shift weeks={weeks} onChange={setWeeks} />}
        {sent !== undefined && (
          <Box role="status">
            <Typography variant="body2">{translate(sent < 1 ? 'coaching.imports.sending' : 'coaching.imports.judging')}</Typography>
            <LinearProgress aria-label={translate('coaching.imports.sending')} variant={sent < 1 ? 'determinate' : 'indeterminate'} value={sent * 100} />
          </Box>
        )}
        <Button type="submit" variant="contained" sx={{ alignSelf: 'start' }} disabled={!file || (events && !campaignId) || sent !== undefined}>{translate('coaching.imports.judge')}</Button>
      </Stack>
    </Paper>
  )
}

function FileField({ file, choose }: { file: File | undefined; choose: (file: File | undefined) => void }) {
  const translate = useTranslate()
  return (
    <Box sx={{ border: 1, borderColor: 'divider', p: 2 }} onDragOver={(event) => event.preventDefault()} onDrop={(event) => { event.preventDefault(); choose(event.dataTransfer.files[0]) }}>
      <Typography component="label" htmlFor="file" sx={{ display: 'block', fontWeight: 700 }}>{translate('coaching.imports.file')}</Typography>
      <Typography variant="body2" color="text.secondary" id="file-help" sx={{ mb: 1 }}>{translate('coaching.imports.fileHelp')}</Typography>
      <input id="file" type="file" accept={ACCEPTED} aria-describedby="file-help" onChange={({ target }) => choose(target.files?.[0])} />
      {file && <Typography variant="body2" sx={{ mt: 1 }}>{file.name}</Typography>}
    </Box>
  )
}
