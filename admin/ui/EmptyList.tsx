import { Box, Typography } from '@mui/material'
import { CreateButton, useCanAccess, useResourceContext, useResourceDefinition, useTranslate } from 'react-admin'

/** Says what would be here, and offers the first act. */
export function EmptyList() {
  const resource = useResourceContext()!
  const translate = useTranslate()
  const { hasCreate } = useResourceDefinition({ resource })
  const { canAccess } = useCanAccess({ resource, action: 'create' })
  return (
    <Box sx={{ textAlign: 'center', py: 8, px: 2 }}>
      <Typography variant="h6" component="p" gutterBottom>{translate(`resources.${resource}.empty`)}</Typography>
      <Typography color="text.secondary" sx={{ mb: 3 }}>{translate(`resources.${resource}.emptyHelp`)}</Typography>
      {hasCreate && canAccess && <CreateButton variant="contained" />}
    </Box>
  )
}
