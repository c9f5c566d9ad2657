/**
 * Whose posts wait until a moderator has let them in: nobody's, those of newcomers (trust level 0), or everybody's but
 * moderators'. The site setting `pre_moderation`, as it is stored.
 */
export const preModerationModes = ['off', 'newcomers', 'all'] as const
export type PreModeration = (typeof preModerationModes)[number]
