import type { Palette } from '@mui/material'
import type { StyleSpecification } from 'maplibre-gl'

// Addresses in full: the map’s worker does not know the page’s.
const outline = (name: string) => ({ type: 'geojson' as const, data: new URL(`/outlines/${name}.geojson`, location.href).href })

/** A background of our own outlines, with the communes’ names drawn by the browser’s fonts: nothing is asked of anybody else. */
export const mapStyle = ({ grey, divider, text, primary }: Palette): StyleSpecification => ({
  version: 8,
  sources: { departments: outline('departments'), communes: outline('communes') },
  layers: [
    { id: 'background', type: 'background', paint: { 'background-color': grey[100] } },
    { id: 'ground', type: 'fill', source: 'departments', paint: { 'fill-color': '#ffffff' } },
    { id: 'communes', type: 'line', source: 'communes', minzoom: 8.5, paint: { 'line-color': divider, 'line-width': 1 } },
    { id: 'departments', type: 'line', source: 'departments', paint: { 'line-color': primary.main, 'line-width': 1.5 } },
    {
      id: 'names', type: 'symbol', source: 'communes', minzoom: 10, layout: { 'text-field': ['get', 'name'], 'text-font': ['sans-serif'], 'text-size': 12, 'text-max-width': 8 },
      paint: { 'text-color': text.secondary, 'text-halo-color': '#ffffff', 'text-halo-width': 1.5 },
    },
  ],
})
