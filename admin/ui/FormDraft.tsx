import { Alert, Button } from '@mui/material'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useNotify, useRegisterMutationMiddleware, useResourceContext, useTranslate } from 'react-admin'
import { useFormContext } from 'react-hook-form'
import { useSession } from '../app/session.ts'
import { drafts } from './drafts.ts'
import { typedOf } from './typed.ts'

type Values = Record<string, unknown>
export type Draft = { id: string; typed: [name: string, value: unknown][]; base: Values }

/** Where what is typed about a record is kept until the server has taken it. */
export const useFormDraft = (id: string) => drafts.of<Draft>(useSession().me.id, `${useResourceContext()}/${id}`)

type Props = {
  /** The record, or `create`. */
  of: string
  /** The identifier to send it under. */
  id: string
  /** What the form began with, when that is no more what it would begin with. */
  base?: Values | undefined
  /** Hears what a draft that came back was made from. */
  onFound?: (base: Values) => void
}

type Save = (...args: unknown[]) => Promise<unknown>

/**
 * Keeps what was typed when the form goes away before the server took it (the session ended, the tab was reloaded, another
 * screen was opened), says so to whoever goes on, and brings it back when the form is opened again.
 */
export function FormDraft({ of, id, base, onFound }: Props) {
  const translate = useTranslate()
  const notify = useNotify()
  const form = useFormContext()
  const draft = useFormDraft(of)
  const [back, setBack] = useState(false)
  const latest = useRef({ base, draft })
  latest.current = { base, draft }
  // Asked of the form when it is needed: a state of it that this component saw may be older than its first values.
  const began = () => latest.current.base ?? (form.control._defaultValues as Values)
  // From the server’s answer on: the next screen is shown while this one may still be there.
  const taken = useRef(false)
  useRegisterMutationMiddleware(useCallback(async (...call: unknown[]) => {
    const save = call.pop() as Save
    const answer = await save(...call)
    taken.current = true
    return answer
  }, []))
  useEffect(() => {
    const keep = () => {
      const typed = taken.current ? [] : typedOf(form, began())
      if (typed.length > 0) latest.current.draft.keep({ id, typed, base: began() })
      else latest.current.draft.forget()
      return typed.length > 0
    }
    // The form takes its record once all below is there: what was typed comes after.
    const bring = setTimeout(() => {
      const found = latest.current.draft.found()
      if (!found) return
      for (const [name, value] of found.typed) form.setValue(name, value, { shouldDirty: true })
      if ('version' in found.base) form.setValue('version', found.base.version)
      onFound?.(found.base)
      setBack(true)
    })
    window.addEventListener('pagehide', keep)
    return () => {
      clearTimeout(bring)
      window.removeEventListener('pagehide', keep)
      if (keep()) notify('coaching.draft.kept', { type: 'info' })
    }
  }, [])
  if (!back) return null
  const discard = () => {
    draft.forget()
    // A record is taken up as it is now, not as it was when the draft was begun.
    const first = (onFound ? form.control._defaultValues : began()) as Values
    form.reset(first)
    onFound?.(first)
    setBack(false)
  }
  return <Alert severity="info" sx={{ mb: 3, width: 1 }} action={<Button color="inherit" size="small" onClick={discard}>{translate('coaching.draft.discard')}</Button>}>{translate('coaching.draft.back')}</Alert>
}
