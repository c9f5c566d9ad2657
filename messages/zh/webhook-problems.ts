/** What can be wrong with the address of a webhook; part of messages.problems. */
export const webhookProblems = {
  webhook_not_url: '这不是一个网址，或者太长。',
  webhook_not_https: '网址要以 https:// 开头。',
  webhook_with_login: '网址里不要写用户名和密码。',
  webhook_port: '端口只能是 443 或 8443。',
  webhook_not_public: '这是内部网络的地址，只能发往公网。',
  webhook_own: '这是本站自己的地址。',
  too_many_webhooks: ({ most = 0 }: Record<string, string | number>) => `最多同时有 ${most} 个网址，请先删除一个不用的。`,
}
