import Assessment from '@mui/icons-material/AssessmentOutlined'
import Business from '@mui/icons-material/BusinessOutlined'
import Event from '@mui/icons-material/EventOutlined'
import Flag from '@mui/icons-material/FlagOutlined'
import Group from '@mui/icons-material/GroupOutlined'
import Mail from '@mui/icons-material/MailOutlined'
import Autorenew from '@mui/icons-material/AutorenewOutlined'
import Map from '@mui/icons-material/MapOutlined'
import Person from '@mui/icons-material/PersonOutlined'
import Place from '@mui/icons-material/PlaceOutlined'
import TaskAlt from '@mui/icons-material/TaskAltOutlined'
import UploadFile from '@mui/icons-material/UploadFileOutlined'
import type { ComponentType } from 'react'

export { Assessment as Overview }
export const icons: Record<string, ComponentType> = {
  events: Event, tasks: TaskAlt, referents: Group, venues: Place, agencies: Business, imports: UploadFile, campaigns: Flag, messages: Mail, jobs: Autorenew, neighbourhoods: Map, accounts: Person,
}
