import { writings } from '@/domain/api/writings'
import { confirmCase } from '../../../../../do/cases'
import { writeRoute } from '../../../write-route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = writeRoute(writings.stillWaiting, {
  act: 'confirm-case',
  deed: confirmCase.deed,
  fields: ({ when }, id) => ({ case: [id], type: ['still_waiting'], when: [String(when)] }),
  back: id => `/cases/${id}`,
})
