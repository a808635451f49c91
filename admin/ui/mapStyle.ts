import type { Palette } from '@mui/material'
import type { StyleSpecification } from 'maplibre-gl'

// Addresses in full: the map’s worker does not know the page’s.
const outline = (name: string) => ({ type: 'geojson' as const, data: new URL(`/outlines/${name}.geojson`, location.href).href })
// A name is written once in each tile that its outline touches: in one tile that holds the whole region, once.
const named = (name: string) => ({ ...outline(name), maxzoom: 4, tolerance: 0 })

const names = (size: number) => ({ 'text-field': ['get', 'name'] as ['get', string], 'text-font': ['sans-serif'], 'text-size': size, 'text-max-width': 8 })
const halo = { 'text-halo-color': '#ffffff', 'text-halo-width': 1.5 }

/** A background of our own outlines, with the communes’ names drawn by the browser’s fonts: nothing is asked of anybody else. */
export const mapStyle = ({ grey, divider, text, primary }: Palette): StyleSpecification => ({
  version: 8,
  sources: { departments: outline('departments'), communes: outline('communes'), departmentNames: named('departments'), communeNames: named('communes') },
  layers: [
    { id: 'background', type: 'background', paint: { 'background-color': grey[100] } },
    { id: 'ground', type: 'fill', source: 'departments', paint: { 'fill-color': '#ffffff' } },
    { id: 'communes', type: 'line', source: 'communes', minzoom: 8.5, paint: { 'line-color': divider, 'line-width': 1 } },
    { id: 'departments', type: 'line', source: 'departments', paint: { 'line-color': primary.main, 'line-width': 1.5 } },
    { id: 'department names', type: 'symbol', source: 'departmentNames', maxzoom: 10, layout: names(13), paint: { ...halo, 'text-color': primary.main } },
    { id: 'commune names', type: 'symbol', source: 'communeNames', minzoom: 10, layout: names(12), paint: { ...halo, 'text-color': text.secondary } },
  ],
})
