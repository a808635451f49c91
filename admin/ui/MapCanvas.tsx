/// <reference types="vite/client" />
import 'maplibre-gl/dist/maplibre-gl.css'
import { Alert, Box, Button, useTheme } from '@mui/material'
import { Map, Marker, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { useEffect, useRef, useState } from 'react'
import { useTranslate } from 'react-admin'
import { boundsOf, grouped } from './mapGroups.ts'
import { mapStyle } from './mapStyle.ts'
import { tones } from './StateChip.tsx'
import { MAP_HEIGHT, type Point, type TerritoryMapProps } from './TerritoryMap.tsx'

setWorkerUrl(workerUrl)

// Île-de-France.
const REGION: [number, number, number, number] = [1.44, 48.11, 3.57, 49.25]
const CITY_ZOOM = 13
const MOST_ZOOM = 17
const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6

/** The map itself, fetched when the first one is shown. */
export default function MapCanvas({ label, points, onOpen, centre, onPick }: TerritoryMapProps) {
  const translate = useTranslate()
  const theme = useTheme()
  const place = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<Map>()
  const [failed, setFailed] = useState(false)
  // The map’s own listeners call what the last rendering gave.
  const latest = useRef({ onOpen, onPick })
  latest.current = { onOpen, onPick }

  useEffect(() => {
    let made: Map
    try {
      made = new Map({
        container: place.current!, style: mapStyle(theme.palette), bounds: REGION, maxZoom: MOST_ZOOM, attributionControl: false, dragRotate: false, pitchWithRotate: false, touchPitch: false,
        locale: {
          'Map.Title': label, 'NavigationControl.ZoomIn': translate('coaching.map.zoomIn'), 'NavigationControl.ZoomOut': translate('coaching.map.zoomOut'),
        },
      })
    } catch {
      // Without WebGL there is no map; what stands beside it says the same.
      setFailed(true)
      return
    }
    made.touchZoomRotate.disableRotation()
    made.addControl(new NavigationControl({ showCompass: false }))
    made.on('click', ({ lngLat }) => latest.current.onPick?.({ longitude: rounded(lngLat.lng), latitude: rounded(lngLat.lat) }))
    setMap(made)
    return () => made.remove()
  }, [])

  const bounds = boundsOf(points)
  const around = centre ? `${centre.longitude} ${centre.latitude}` : bounds?.join(' ')
  useEffect(() => {
    if (!map || !around) return
    if (centre) map.jumpTo({ center: [centre.longitude, centre.latitude], zoom: Math.max(CITY_ZOOM, map.getZoom()) })
    else map.fitBounds(bounds!, { padding: 48, maxZoom: CITY_ZOOM, animate: false })
  }, [map, around])

  useEffect(() => {
    if (!map) return
    let marks: Marker[] = []
    const draw = () => {
      for (const mark of marks) mark.remove()
      marks = grouped(points, ({ longitude, latitude }) => map.project([longitude, latitude])).map((group) => markOf(group).addTo(map))
    }
    const markOf = (group: Point[]) => {
      const [first] = group as [Point]
      const button = document.createElement('button')
      const tone = tones.find((one) => group.some((point) => point.tone === one))!
      button.type = 'button'
      button.className = 'mark'
      button.textContent = group.length > 1 ? String(group.length) : ''
      button.style.backgroundColor = tone === 'default' ? theme.palette.text.secondary : theme.palette[tone].main
      button.setAttribute('aria-label', group.length > 1 ? translate('coaching.map.several', { smart_count: group.length, name: first.name }) : first.name)
      button.onclick = (event) => {
        event.stopPropagation()
        latest.current.onOpen?.(group, button)
      }
      return new Marker({ element: button }).setLngLat([first.longitude, first.latitude])
    }
    draw()
    map.on('zoomend', draw)
    return () => {
      map.off('zoomend', draw)
      for (const mark of marks) mark.remove()
    }
  }, [map, points])

  if (failed) return <Alert severity="info">{translate('coaching.map.failed')}</Alert>
  return (
    <Box>
      <Box
        ref={place}
        sx={{
          height: MAP_HEIGHT, border: 1, borderColor: 'divider', '& canvas': { cursor: onPick ? 'crosshair' : undefined },
          '& .mark': { minWidth: 28, height: 28, px: 0.5, borderRadius: '14px', border: '2px solid #fff', color: '#fff', fontWeight: 700, fontFamily: 'inherit', cursor: onOpen ? 'pointer' : 'default', boxShadow: 2 },
        }}
      />
      {onPick && map && (
        <Button variant="outlined" sx={{ mt: 1 }} onClick={() => { const { lng, lat } = map.getCenter(); onPick({ longitude: rounded(lng), latitude: rounded(lat) }) }}>
          {translate('coaching.map.pickCentre')}
        </Button>
      )}
    </Box>
  )
}
