import { writings } from '@/domain/api/writings'
import { hide } from '../../../../../do/moderation'
import { hidingWay } from '../../../moderating-ways'
import { writeRoute } from '../../../write-route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = writeRoute(writings.hideCase, hidingWay('hide', 'case', hide.deed))
