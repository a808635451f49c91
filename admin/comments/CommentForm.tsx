import { Box, Button, Stack, TextField, Typography } from '@mui/material'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslate } from 'react-admin'
import { useAnswer } from '../ui/useAnswer.ts'
import { colleagues, type Colleague } from './comment.queries.ts'

type Props = {
  departmentCode: string
  text: string
  mentions?: Colleague[]
  verb: string
  busy: boolean
  /** Hears each change, for what is typed to outlive the page. */
  onType?: (text: string) => void
  onSend: (input: { text: string; mentionIds: string[] }) => Promise<boolean>
  onClose?: () => void
}

const MOST = 4000
/** What is being typed after the last “@”: the beginning of a name. */
const NAME = /(?:^|\s)@([\p{L}\p{M}’'. -]{0,40})$/u

/** Where a comment is written. After “@”, the colleagues whose name goes on like that are offered, each as a button. */
export function CommentForm({ departmentCode, text: before, mentions = [], verb, busy, onType, onSend, onClose }: Props) {
  const translate = useTranslate()
  const [text, setText] = useState(before)
  const [named, setNamed] = useState(mentions)
  const [asked, setAsked] = useState<string>()
  const field = useRef<HTMLTextAreaElement>(null)
  const offers = useRef<HTMLUListElement>(null)
  const id = useId()
  const { data } = useAnswer(colleagues, { q: (asked ?? '').trim(), departmentCodes: [departmentCode] }, asked !== undefined)
  const told = named.filter(({ name }) => text.includes(`@${name}`))
  const type = (next: string) => {
    setText(next)
    onType?.(next)
    const written = NAME.exec(next.slice(0, field.current?.selectionStart ?? next.length))?.[1]
    // A name that stands there whole is no question any more.
    setAsked(written !== undefined && !named.some(({ name }) => written.startsWith(name)) ? written : undefined)
  }
  const choose = (one: Colleague) => {
    const caret = field.current?.selectionStart ?? text.length
    const start = text.slice(0, caret).lastIndexOf('@')
    const next = `${text.slice(0, start)}@${one.name} ${text.slice(caret)}`
    setNamed([...named.filter((other) => other.name !== one.name), one])
    setText(next)
    onType?.(next)
    setAsked(undefined)
    field.current?.focus()
  }
  const send = async () => {
    if (!(await onSend({ text, mentionIds: told.map((one) => one.id) }))) return
    setText('')
    setNamed([])
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (asked === undefined) return
    if (event.key === 'Escape') setAsked(undefined)
    else if (event.key === 'ArrowDown') offers.current?.querySelector('button')?.focus()
    else return
    event.preventDefault()
  }
  return (
    <Box component="form" onSubmit={(event) => { event.preventDefault(); void send() }} sx={{ maxWidth: 720 }}>
      <TextField
        label={translate('coaching.comments.text')} helperText={translate('coaching.comments.textHelp')} value={text} onChange={({ target }) => type(target.value)} onKeyDown={onKeyDown}
        inputRef={field} multiline minRows={3} fullWidth autoFocus={Boolean(onClose)} slotProps={{ htmlInput: { maxLength: MOST, ...(asked !== undefined ? { 'aria-controls': id } : {}) } }}
      />
      <Box role="status">
        {asked !== undefined && data?.items.length === 0 && <Typography variant="body2" color="text.secondary">{translate('coaching.comments.nobody')}</Typography>}
        {told.length > 0 && <Typography variant="body2">{translate('coaching.comments.told', { smart_count: told.length, names: told.map(({ name }) => name).join(', ') })}</Typography>}
      </Box>
      {asked !== undefined && data && data.items.length > 0 && (
        <Stack component="ul" id={id} ref={offers} direction="row" useFlexGap flexWrap="wrap" spacing={1} aria-label={translate('coaching.comments.colleagues')} sx={{ listStyle: 'none', p: 0, my: 1 }}>
          {data.items.map((one) => (
            <li key={one.id}><Button type="button" size="small" variant="outlined" aria-label={translate('coaching.comments.mention', { name: one.name })} onClick={() => choose(one)}>@{one.name}</Button></li>
          ))}
        </Stack>
      )}
      <Stack direction="row" spacing={1} sx={{ mt: 1 }}>
        <Button type="submit" variant="contained" disabled={busy || text.trim() === ''}>{verb}</Button>
        {onClose && <Button type="button" onClick={onClose}>{translate('coaching.act.giveUp')}</Button>}
      </Stack>
    </Box>
  )
}
