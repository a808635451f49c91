import { Box, Button, Stack, Typography } from '@mui/material'
import { useState } from 'react'
import { useRecordContext, useTranslate } from 'react-admin'
import { v7 } from 'uuid'
import { useSession } from '../app/session.ts'
import type { Event } from '../events/event.queries.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { ActionButton } from '../ui/ActionButton.tsx'
import { drafts } from '../ui/drafts.ts'
import { dayAndHour } from '../ui/paris.ts'
import { open } from '../ui/reasons.ts'
import { useAct } from '../ui/useAct.ts'
import { CommentForm } from './CommentForm.tsx'
import { create, remove, update, type Comment } from './comment.queries.ts'

/** The name of the tab, with how many there are. */
export function CommentsLabel() {
  const translate = useTranslate()
  const count = useRecordContext<Event>()?.comments?.length ?? 0
  return <>{translate(count ? 'coaching.comments.count' : 'coaching.comments.title', { count })}</>
}

/** What colleagues say to each other about an event. */
export function EventComments() {
  const event = useRecordContext<Event>()
  const translate = useTranslate()
  const { me } = useSession()
  if (!event) return null
  if (!open(event.can.readInternal)) return <Typography>{translate('coaching.comments.hidden')}</Typography>
  return (
    <Box>
      {event.comments.length === 0 ? <Typography sx={{ mb: 3 }}>{translate('coaching.comments.none')}</Typography> : (
        <Stack component="ol" spacing={2} sx={{ listStyle: 'none', p: 0, m: 0, mb: 3 }}>
          {event.comments.map((comment) => <OneComment key={`${comment.id} ${comment.version}`} comment={comment} departmentCode={event.departmentCode} />)}
        </Stack>
      )}
      {me.grants.includes('Comment.create') && <NewComment key={event.id} event={event} />}
    </Box>
  )
}

function NewComment({ event: { id: eventId, departmentCode } }: { event: Event }) {
  const translate = useTranslate()
  const { act, busy } = useAct()
  const draft = drafts.of<string>(useSession().me.id, `comment/${eventId}`)
  // The same one again while it is not known to be there: sent twice, it is written once.
  const [id, setId] = useState(() => v7())
  const send = async (input: { text: string; mentionIds: string[] }) => {
    const sent = await act(create, { id, eventId, input }, 'coaching.comments.sent')
    if (!sent) return false
    draft.forget()
    setId(v7())
    return true
  }
  return <CommentForm departmentCode={departmentCode} text={draft.found() ?? ''} verb={translate('coaching.comments.send')} busy={busy} onType={draft.keep} onSend={send} />
}

function OneComment({ comment: { id, version, text, author, mentions, createdAt, editedAt, can }, departmentCode }: { comment: Comment; departmentCode: string }) {
  const translate = useTranslate()
  const { act, busy, hears } = useAct()
  const [doing, setDoing] = useState<'update' | 'remove'>()
  const by = author?.name ?? translate('coaching.comments.gone')
  const at = dayAndHour(createdAt)
  const correct = async (input: { text: string; mentionIds: string[] }) => (await act(update, { id, version, input }, 'coaching.comments.updated')) !== null
  return (
    <Box component="li" aria-label={translate('coaching.comments.by', { name: by, at })} sx={{ borderLeft: 2, borderColor: 'divider', pl: 2 }}>
      <Typography variant="body2" color="text.secondary">
        <Box component="strong" sx={{ color: 'text.primary' }}>{by}</Box> · {at}{editedAt && ` · ${translate('coaching.comments.edited')}`}
      </Typography>
      {doing === 'update' ? (
        <CommentForm departmentCode={departmentCode} text={text} mentions={mentions} verb={translate('coaching.comments.save')} busy={busy} onSend={correct} onClose={() => setDoing(undefined)} />
      ) : (
        <>
          <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}><WithNames text={text} names={mentions.map(({ name }) => name)} /></Typography>
          <Stack direction="row" spacing={1}>
            {open(can.update) && <ActionButton size="small" against={can.update} onClick={() => setDoing('update')}>{translate('coaching.comments.update')}</ActionButton>}
            {open(can.remove) && <Button size="small" onClick={() => setDoing('remove')}>{translate('coaching.comments.remove')}</Button>}
          </Stack>
        </>
      )}
      {doing === 'remove' && (
        <ActDialog
          title={translate('coaching.comments.removeTitle')} text={translate('coaching.comments.removeText')} verb={translate('coaching.comments.remove')} dangerous hears={hears} busy={busy}
          onClose={() => setDoing(undefined)} onConfirm={() => void act(remove, { id }, 'coaching.comments.removed')}
        />
      )}
    </Box>
  )
}

/** The text, with the names that it mentions in bold. */
function WithNames({ text, names }: { text: string; names: string[] }) {
  const marks = names.map((name) => `@${name}`).sort((a, b) => b.length - a.length)
  const next = marks.map((mark) => ({ mark, at: text.indexOf(mark) })).filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at || b.mark.length - a.mark.length)[0]
  if (!next) return <>{text}</>
  return <>{text.slice(0, next.at)}<strong>{next.mark}</strong><WithNames text={text.slice(next.at + next.mark.length)} names={names} /></>
}
