import { Button, Stack } from '@mui/material'
import { useState } from 'react'
import { Show, SimpleShowLayout, useRecordContext, useTranslate } from 'react-admin'
import { ActDialog } from '../ui/ActDialog.tsx'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Fact, Facts } from '../ui/Fact.tsx'
import { day } from '../ui/paris.ts'
import { open } from '../ui/reasons.ts'
import { useAct } from '../ui/useAct.ts'
import { whole } from '../ui/whole.ts'
import { disable, remove, type Account } from './account.queries.ts'
import { useRoleName } from './useRoleName.ts'

const label = (field: string) => `resources.accounts.fields.${field}`

export const AccountShow = () => <Show queryOptions={whole}><SimpleShowLayout><AccountFacts /></SimpleShowLayout></Show>

function AccountFacts() {
  const account = useRecordContext<Account>()
  const translate = useTranslate()
  const roleName = useRoleName()
  const { act, busy, hears } = useAct()
  const [asking, setAsking] = useState<'disable' | Account['memberships'][number]>()
  if (!account) return null
  const { id, name } = account
  const confirm = async () => {
    const done = asking === 'disable' ? await act(disable, { id }, 'coaching.accounts.disabledDone') : await act(remove, { id: asking!.id }, 'coaching.accounts.removed')
    if (done) setAsking(undefined)
  }
  return (
    <>
      <Facts>
        <Fact label={label('email')}>{account.email}</Fact>
        <Fact label={label('createdAt')}>{day(account.createdAt)}</Fact>
        <Fact label={label('standing')}>{translate(`coaching.accounts.${account.disabledAt ? 'disabled' : account.hasPassword ? 'active' : 'invited'}`)}</Fact>
        <Fact label={label('memberships')} wide>
          <Stack spacing={1}>
            {account.memberships.map((one) => (
              <Stack key={one.id} direction="row" spacing={2} alignItems="center" useFlexGap flexWrap="wrap">
                <span>{roleName(one)}</span>
                {open(one.can.remove) && <Button size="small" color="error" onClick={() => setAsking(one)}>{translate('coaching.accounts.remove')}</Button>}
              </Stack>
            ))}
          </Stack>
        </Fact>
      </Facts>
      {!account.disabledAt && <Stack alignItems="flex-start" sx={{ mt: 3 }}><ActionButton against={account.can.disable} color="error" variant="outlined" onClick={() => setAsking('disable')}>{translate('coaching.accounts.disable')}</ActionButton></Stack>}
      {asking && (
        <ActDialog
          title={asking === 'disable' ? translate('coaching.accounts.disableTitle', { name }) : translate('coaching.accounts.removeTitle', { name, role: roleName(asking) })}
          text={translate(`coaching.accounts.${asking === 'disable' ? 'disableText' : 'removeText'}`)} verb={translate(`coaching.accounts.${asking === 'disable' ? 'disable' : 'remove'}`)}
          dangerous hears={hears} busy={busy} onClose={() => setAsking(undefined)} onConfirm={() => void confirm()}
        />
      )}
    </>
  )
}
