import { Checkbox, ListItemText, Menu, MenuItem } from '@mui/material'
import { useResourceContext, useStore, useTranslate } from 'react-admin'

/** The columns of the list in use; what is left out is kept in the browser, where the table looks for it. */
export function ColumnsMenu({ columns, anchor, onClose }: { columns: string[]; anchor: HTMLElement; onClose: () => void }) {
  const translate = useTranslate()
  const resource = useResourceContext()
  const [hidden, hide] = useStore<string[]>(`${resource}.datatable`, [])
  return (
    <Menu open anchorEl={anchor} onClose={onClose}>
      {columns.map((column) => {
        const shown = !hidden.includes(column)
        return (
          <MenuItem key={column} dense role="menuitemcheckbox" aria-checked={shown} onClick={() => hide(shown ? [...hidden, column] : hidden.filter((one) => one !== column))}>
            <Checkbox checked={shown} tabIndex={-1} disableRipple sx={{ p: 0, mr: 1 }} slotProps={{ input: { 'aria-hidden': true } }} />
            <ListItemText primary={translate(`resources.${resource}.fields.${column}`)} />
          </MenuItem>
        )
      })}
    </Menu>
  )
}
