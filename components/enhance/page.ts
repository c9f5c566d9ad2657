import { chooseByKey } from './choose-by-key'
import { keepDraftsHere } from './drafts'
import { moveByKeys } from './keys'
import { loadMoreInPlace } from './load-more'
import { askForPasskeys } from './passkeys'
import { quoteSelection } from './quotes'
import { submitQuietly } from './quiet-forms'
import { workForSignUp } from './sign-up-work'

// What JavaScript adds to pages that work without it. It is the only script a page carries (scripts/page-script.mjs),
// runs once the page is whole, listens at the document and owns nothing.
for (const enhance of [submitQuietly, loadMoreInPlace, keepDraftsHere, moveByKeys, chooseByKey, quoteSelection, askForPasskeys, workForSignUp]) enhance()
