import { movedRoute } from '../../moved-route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = movedRoute('outcomeMonths')
