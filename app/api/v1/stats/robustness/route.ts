import { figureRoute } from '../figure-route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = figureRoute('robustness')
