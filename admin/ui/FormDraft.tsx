import { Alert, Button } from '@mui/material'
import { useEffect, useRef, useState } from 'react'
import { useResourceContext, useTranslate } from 'react-admin'
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

/**
 * Keeps what was typed when the page goes away by itself (the session ended, the tab was reloaded), and brings it back. Whoever
 * leaves the form for another screen is done with it.
 */
export function FormDraft({ of, id, base, onFound }: Props) {
  const translate = useTranslate()
  const form = useFormContext()
  const draft = useFormDraft(of)
  const [back, setBack] = useState(false)
  const began = base ?? (form.formState.defaultValues as Values)
  const latest = useRef({ began, draft })
  latest.current = { began, draft }
  useEffect(() => {
    const opened = location.pathname
    const keep = () => {
      const typed = typedOf(form, latest.current.began)
      // After saving, the address is already the next screen’s while this one may still be there.
      if (typed.length > 0 && location.pathname === opened) latest.current.draft.keep({ id, typed, base: latest.current.began })
      else latest.current.draft.forget()
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
      latest.current.draft.forget()
    }
  }, [])
  if (!back) return null
  const discard = () => {
    draft.forget()
    form.reset()
    onFound?.(form.formState.defaultValues as Values)
    setBack(false)
  }
  return <Alert severity="info" sx={{ mb: 3, width: 1 }} action={<Button color="inherit" size="small" onClick={discard}>{translate('coaching.draft.discard')}</Button>}>{translate('coaching.draft.back')}</Alert>
}
