import { missing } from '../../missing'

export { generateMetadata } from '../not-found'

/** Any address that nobody else knows. */
export default missing
