import { Link, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { useAnswer } from '../ui/useAnswer.ts'
import { Answered } from './Answered.tsx'
import { todos } from './home.queries.ts'
import { listOf } from './listOf.ts'

/** A sentence for each thing that waits; it leads to the list of just those. */
export function Todos() {
  const translate = useTranslate()
  return (
    <Answered of={useAnswer(todos, {})}>
      {(waiting) => waiting.length === 0 ? <Typography color="text.secondary">{translate('coaching.home.nothing')}</Typography> : (
        <ul style={{ margin: 0, paddingLeft: '1.2em' }}>
          {waiting.map((todo) => (
            <Typography component="li" key={todo.code} sx={{ py: 0.5 }}><Link component={RouterLink} to={listOf(todo)}>{todo.sentence}</Link></Typography>
          ))}
        </ul>
      )}
    </Answered>
  )
}
