import { writings } from '@/domain/api/writings'
import { tag } from '../../../../../do/moderation'
import { taggingWay } from '../../../moderating-ways'
import { writeRoute } from '../../../write-route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = writeRoute(writings.tag, taggingWay('tag', tag.deed))
