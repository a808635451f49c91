import { Box, Button, Stack, Typography } from '@mui/material'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { v7 } from 'uuid'
import { ActDialog } from '../ui/ActDialog.tsx'
import { dayAndHour } from '../ui/paris.ts'
import { useAct } from '../ui/useAct.ts'
import { restore, type Version } from './template.queries.ts'

/** Every version written in this scope, the last first; any may be read, and put back. */
export function TemplateVersions({ versions, writes }: { versions: Version[]; writes: boolean }) {
  const translate = useTranslate()
  const label = (one: string, words: object = {}) => translate(`coaching.templates.${one}`, words)
  const { act, busy } = useAct()
  const [asking, setAsking] = useState<Version>()
  const [id, setId] = useState(() => v7())
  const back = async () => {
    if (!(await act(restore, { id, from: asking!.id, version: versions[0]!.version }, 'coaching.templates.restored'))) return
    setAsking(undefined)
    setId(v7())
  }
  return (
    <Box component="section" aria-labelledby="versions" sx={{ mt: 4, maxWidth: 900 }}>
      <Typography variant="h6" component="h2" id="versions" gutterBottom>{label('versions')}</Typography>
      {versions.length === 0 && <Typography color="text.secondary">{label('noVersion')}</Typography>}
      <Stack component="ol" spacing={2} sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {versions.map((one) => (
          <Box component="li" key={one.id} sx={{ borderLeft: 3, borderColor: one.current ? 'primary.main' : 'divider', pl: 2 }}>
            <Typography sx={{ fontWeight: 700 }}>{[label('version', { version: one.version }), one.current && label('now'), one.body === null && label('gaveWay')].filter(Boolean).join(' · ')}</Typography>
            <Typography variant="body2" color="text.secondary">{label('by', { at: dayAndHour(one.createdAt), name: one.author?.name ?? label('gone') })}</Typography>
            {one.body !== null && (
              <details>
                <summary>{one.subject}</summary>
                <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', mt: 1 }}>{one.body}</Typography>
              </details>
            )}
            {writes && !one.current && one.body !== null && <Button size="small" aria-label={`${label('restore')}\u00a0: ${one.version}`} onClick={() => setAsking(one)}>{label('restore')}</Button>}
          </Box>
        ))}
      </Stack>
      {asking && <ActDialog title={label('restoreTitle', { version: asking.version })} text={label('restoreText')} verb={label('restore')} busy={busy} hears={undefined} onClose={() => setAsking(undefined)} onConfirm={() => void back()} />}
    </Box>
  )
}
