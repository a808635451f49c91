import { Alert, Skeleton } from '@mui/material'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'

/** A part of the page that has its own answer: waits, fails and is empty by itself. */
export function Answered<T>({ of: { data, error }, children }: { of: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (error) return <Alert severity="error">{error.message}</Alert>
  if (data === undefined) return <Skeleton variant="rectangular" height={96} />
  return children(data)
}
