import { frFR } from '@mui/material/locale'
import { createTheme } from '@mui/material/styles'
import { defaultTheme } from 'react-admin'
import { fr } from './fr.ts'

// Colours of the State’s design system. Source: @gouvfr/dsfr, light theme.
const blueFrance = '#000091'
const grey = { text: '#161616', mention: '#666666', border: '#dddddd', alt: '#f6f6f6' }

/** The State’s look, within Material UI: its type, its blue, its square corners. */
export const theme = createTheme({
  ...defaultTheme,
  palette: {
    mode: 'light',
    primary: { main: blueFrance },
    secondary: { main: blueFrance },
    success: { main: '#18753c' },
    error: { main: '#ce0500' },
    warning: { main: '#b34000' },
    info: { main: '#0063cb' },
    text: { primary: grey.text, secondary: grey.mention },
    divider: grey.border,
    background: { default: '#ffffff', paper: '#ffffff' },
  },
  shape: { borderRadius: 0 },
  typography: {
    fontFamily: 'Marianne, arial, sans-serif',
    fontWeightMedium: 700,
    h4: { fontWeight: 700, fontSize: '1.75rem' },
    h5: { fontWeight: 700, fontSize: '1.375rem' },
    h6: { fontWeight: 700, fontSize: '1.125rem' },
    button: { textTransform: 'none', fontWeight: 700 },
  },
  components: {
    ...defaultTheme.components,
    MuiButton: { defaultProps: { disableElevation: true } },
    MuiChip: { styleOverrides: { root: { borderRadius: 4, fontWeight: 700 } } },
    MuiCard: { defaultProps: { variant: 'outlined' } },
    MuiCircularProgress: { defaultProps: { 'aria-label': fr.coaching.message.loading } },
    MuiLinearProgress: { defaultProps: { 'aria-label': fr.coaching.message.loading } },
    MuiLink: { defaultProps: { underline: 'always' } },
    // Rows on a phone hold links and buttons, which a paragraph may not.
    MuiListItemText: { defaultProps: { slotProps: { secondary: { component: 'div' } } } },
    MuiTableCell: { styleOverrides: { head: { fontWeight: 700, backgroundColor: grey.alt } } },
    MuiCssBaseline: { styleOverrides: { '*:focus-visible': { outline: '2px solid #0a76f6', outlineOffset: 2 } } },
  },
}, frFR)
