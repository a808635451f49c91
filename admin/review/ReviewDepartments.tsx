import { Link, Table, TableBody, TableCell, TableContainer, TableFooter, TableHead, TableRow, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { number } from '../ui/paris.ts'
import type { Reviewed } from './review.queries.ts'

const figures = ['target', 'planned', 'published', 'held', 'referentsNeeded', 'referentsConfirmed'] as const

/** One line per department in reach, and their sum. */
export function ReviewDepartments({ reviewed: { id, reviews, target } }: { reviewed: Reviewed }) {
  const translate = useTranslate()
  const sum = (figure: (typeof figures)[number]) => reviews.reduce((total, one) => total + one[figure], 0)
  const shares = sum('target')
  const search = (departmentCode: string) => `/events?filter=${encodeURIComponent(JSON.stringify({ campaignId: id, departmentCodes: [departmentCode] }))}&displayedFilters=${encodeURIComponent(JSON.stringify({ campaignId: true, departmentCodes: true }))}`
  return (
    <>
      <Typography component="h2" variant="h6" sx={{ mb: 1 }}>{translate('coaching.review.departments')}</Typography>
      <TableContainer>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{translate('coaching.review.department')}</TableCell>
              {figures.map((figure) => <TableCell key={figure} align="right">{translate(`coaching.review.${figure}`)}</TableCell>)}
            </TableRow>
          </TableHead>
          <TableBody>
            {reviews.map((one) => (
              <TableRow key={one.id} hover>
                <TableCell component="th" scope="row"><Link component={RouterLink} to={search(one.departmentCode)}>{one.department?.name ?? one.departmentCode}</Link></TableCell>
                {figures.map((figure) => <TableCell key={figure} align="right">{number(one[figure])}</TableCell>)}
              </TableRow>
            ))}
          </TableBody>
          {reviews.length > 1 && (
            <TableFooter>
              <TableRow>
                <TableCell component="th" scope="row" sx={total}>{translate('coaching.review.total')}</TableCell>
                {figures.map((figure) => <TableCell key={figure} align="right" sx={total}>{number(sum(figure))}</TableCell>)}
              </TableRow>
            </TableFooter>
          )}
        </Table>
      </TableContainer>
      {reviews.length > 1 && <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>{translate('coaching.review.regionalTarget', { target: number(target), shares: number(shares) })}</Typography>}
    </>
  )
}

const total = { fontWeight: 700, fontSize: 'inherit', color: 'text.primary' }
