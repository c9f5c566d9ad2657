import { writings } from '@/domain/api/writings'
import { reply } from '../../../../../do/thread'
import { writeRoute } from '../../../write-route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = writeRoute(writings.reply, {
  act: 'reply',
  deed: reply.deed,
  fields: ({ words, parent = '' }, id) => ({ case: [id], parent: [String(parent)], words: [String(words)] }),
  back: id => `/cases/${id}`,
})
