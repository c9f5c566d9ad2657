import type { webhookProblems as zh } from '../zh/webhook-problems'

export const webhookProblems: typeof zh = {
  webhook_not_url: 'This is no address, or too long.',
  webhook_not_https: 'The address must begin with https://.',
  webhook_with_login: 'Please leave name and password out of the address.',
  webhook_port: 'The port can be 443 or 8443 only.',
  webhook_not_public: 'This address is inside a private network; only public ones are sent to.',
  webhook_own: 'This is an address of this site.',
  too_many_webhooks: ({ most = 0 }) => `You can have ${most} webhooks at a time. Please remove one that is not used.`,
}
