import type { Act } from '../act'
import * as appeals from './appeals'
import * as calls from './calls'
import * as batches from './batches'
import * as byMail from './by-mail'
import * as cases from './cases'
import * as checkIns from './check-ins'
import * as figures from './figures'
import * as following from './following'
import * as holds from './holds'
import * as leaving from './leaving'
import * as merging from './merging'
import * as moderation from './moderation'
import * as ownData from './own-data'
import * as passkeys from './passkeys'
import * as names from './names'
import * as people from './people'
import * as queue from './queue'
import * as rules from './rules'
import * as site from './site'
import * as thread from './thread'
import * as threadImport from './thread-import'
import * as threadKeeping from './thread-keeping'
import * as tokens from './tokens'
import * as twoStep from './two-step'
import * as webhooks from './webhooks'
import * as words from './words'

/** Every act there is, under the name it has in the address. */
export const acts: Record<string, Act> = {
  'report-case': cases.reportCase,
  'edit-case': cases.editCase,
  'confirm-case': cases.confirmCase,
  'ask-estimate': cases.askEstimate,
  'withdraw-case': cases.withdraw,
  'arrange-case': cases.arrangeCase,
  'keep-draft': cases.keepDraft,
  'drop-draft': cases.dropDraft,
  tag: moderation.tag,
  untag: moderation.untag,
  'accept-suggestion': moderation.acceptSuggestion,
  'dismiss-suggestion': moderation.dismissSuggestion,
  hide: moderation.hide,
  restore: moderation.restore,
  flag: queue.flag,
  unflag: queue.unflag,
  'claim-item': queue.claim,
  'claim-next': queue.takeNext,
  'give-item-back': queue.giveBack,
  'decide-item': queue.decide,
  'keep-tag': moderation.keepTag,
  'keep-synonyms': moderation.keepSynonyms,
  'add-words': words.addWords,
  'edit-word': words.editWord,
  'try-words': words.tryWords,
  'do-in-bulk': batches.doInBulk,
  'undo-bulk': batches.undoBulk,
  'clear-batch': batches.clearBatch,
  'add-rule': rules.addRule,
  'edit-rule': rules.editRule,
  'withdraw-rule': rules.withdrawRule,
  'restore-rule': rules.restoreRule,
  'read-thread': threadImport.readThread,
  'drop-thread-item': threadImport.dropThreadItem,
  'accept-thread-case': threadImport.acceptThreadCase,
  reply: thread.reply,
  'edit-reply': thread.editReply,
  'delete-reply': thread.deleteReply,
  vote: thread.vote,
  favourite: thread.favourite,
  'silence-person': calls.silencePerson,
  'wish-check-ins': checkIns.wishCheckIns,
  'answer-check-in': checkIns.answerCheckIn,
  follow: following.follow,
  'set-mail-wish': following.setMailWish,
  'add-webhook': webhooks.addWebhook,
  'renew-webhook-secret': webhooks.renewWebhookSecret,
  'pause-webhook': webhooks.pauseWebhook,
  'test-webhook': webhooks.testWebhook,
  'remove-webhook': webhooks.removeWebhook,
  'read-notifications': thread.readNotifications,
  'keep-figure': figures.keepFigure,
  'sign-up': people.signUp,
  'sign-in': people.signIn,
  'sign-out': people.signOut,
  'keep-e-mail': byMail.keepEMail,
  'drop-e-mail': byMail.dropEMail,
  'ask-mail-link': byMail.askMailLink,
  'use-mail-link': byMail.useMailLink,
  'sign-in-by-passkey': passkeys.signInByPasskey,
  'add-passkey': passkeys.addPasskey,
  'remove-passkey': passkeys.removePasskey,
  'second-step': twoStep.secondStep,
  'plan-two-step': twoStep.planTwoSteps,
  'confirm-two-step': twoStep.confirmTwoSteps,
  'drop-two-step': twoStep.dropTwoStep,
  'take-recovery-codes': twoStep.takeRecoveryCodes,
  'turn-off-two-step': twoStep.turnOffTwoSteps,
  'revoke-session': people.revokeSession,
  'revoke-others': people.revokeOthers,
  'change-password': people.changePassword,
  'keep-settings': site.keepSettings,
  'decide-on-person': site.decideOnPerson,
  'change-name': names.changeName,
  'make-token': tokens.makeToken,
  'revoke-token': tokens.revokeToken,
  'leave-for-good': leaving.leaveForGood,
  'take-own-data': ownData.takeOwnData,
  'first-admin': people.firstAdmin,
  'set-role': people.setRole,
  suspend: holds.suspend,
  'lift-suspension': holds.liftSuspension,
  silence: holds.silence,
  'lift-silence': holds.liftSilence,
  'merge-case': merging.mergeCase,
  'unmerge-case': merging.unmergeCase,
  lock: threadKeeping.lock,
  unlock: threadKeeping.unlock,
  'move-branch': threadKeeping.moveBranch,
  appeal: appeals.appeal,
  'decide-appeal': appeals.decideAppeal,
}
