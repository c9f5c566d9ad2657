// What is remembered, written once for both engines. Instants are epoch milliseconds; columns that end in
// "minute" are minutes since the Unix epoch, the unit in which cases tell time (domain/case/interval.ts).
export * from './schema/people'
export * from './schema/two-step'
export * from './schema/cases'
export * from './schema/threads'
export * from './schema/moderation'
export * from './schema/desk'
export * from './schema/figures'
export * from './schema/cells'
export * from './schema/changes'
export * from './schema/outbox'
export * from './schema/following'
