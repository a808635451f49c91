import { Box, Button, CircularProgress, Typography } from '@mui/material'
import { fr } from './fr.ts'

/** What is said while there is no console to say it: before the session is known, or when there is none to open. */
export const Message = ({ of, detail }: { of: 'loading' | 'noScope' | 'failure'; detail?: string }) => (
  <Box component="main" role={of === 'failure' ? 'alert' : 'status'} sx={{ maxWidth: 560, mx: 'auto', mt: 12, px: 2, textAlign: 'center' }}>
    {of === 'loading' && <CircularProgress aria-hidden size={28} />}
    <Typography sx={{ my: 2 }}>{detail ?? fr.coaching.message[of]}</Typography>
    {of !== 'loading' && <Button variant="outlined" onClick={() => location.reload()}>{fr.coaching.message.again}</Button>}
  </Box>
)
