import { Alert, Box, TextField, type TextFieldProps } from '@mui/material'
import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react'
import type { Hearing, Refused } from './useAct.ts'

type Told = { sentenceOf: (field: string) => string | undefined; changed: (field: string) => void; here: Set<string> }
const Context = createContext<Told>({ sentenceOf: () => undefined, changed: () => {}, here: new Set() })

/** Hears what the server says against the fields inside: each has its sentence under it, and what is of no field here stands above. */
export function Refusals({ hears, children }: { hears: Hearing | undefined; children: ReactNode }) {
  const [refused, setRefused] = useState<Refused>()
  const here = useRef(new Set<string>())
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!hears) return
    hears.current = setRefused
    return () => { hears.current = null }
  }, [hears])
  useEffect(() => {
    if (refused?.fresh) place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refused])
  const told: Told = {
    here: here.current, sentenceOf: (field) => refused?.errors[field],
    changed: (field) => setRefused((before) => {
      if (!before?.errors[field]) return before
      const { [field]: _, ...errors } = before.errors
      return Object.keys(errors).length > 0 ? { ...before, errors, fresh: false } : undefined
    }),
  }
  return (
    <Context.Provider value={told}>
      <Box ref={place}>
        {refused && <Alert severity="error" sx={{ mb: 2 }}>{[refused.message, ...Object.entries(refused.errors).filter(([field]) => !here.current.has(field)).map(([, sentence]) => sentence)].join(' ')}</Alert>}
        {children}
      </Box>
    </Context.Provider>
  )
}

/** A field of what a person does, named as the server names it: what is refused is said under it until it is changed. */
export function ActField({ name, onChange, error, helperText, ...props }: TextFieldProps & { name: string }) {
  const { here, sentenceOf, changed } = useContext(Context)
  useEffect(() => {
    here.add(name)
    return () => { here.delete(name) }
  }, [here, name])
  const sentence = sentenceOf(name)
  return <TextField {...props} error={error || Boolean(sentence)} helperText={sentence ?? helperText} onChange={(event) => { changed(name); onChange?.(event) }} />
}
