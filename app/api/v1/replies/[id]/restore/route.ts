import { writings } from '@/domain/api/writings'
import { restore } from '../../../../../do/moderation'
import { hidingWay } from '../../../moderating-ways'
import { writeRoute } from '../../../write-route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = writeRoute(writings.restoreReply, hidingWay('restore', 'reply', restore.deed))
