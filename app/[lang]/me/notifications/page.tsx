import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { FormKey } from '@/components/form/form-key'
import { CheckInWish } from '@/components/cases/check-in-wish'
import { SilencedList } from '@/components/people/silence-form'
import { NoticeList } from '@/components/thread/notice-list'
import { isId } from '@/domain/ids'
import { wishesOf } from '@/db/check-ins/wishes'
import { read } from '@/db/connection'
import { silencedBy } from '@/db/people/mentions'
import { notificationsOf } from '@/db/people/notifications'
import { pathIn } from '@/messages/languages'
import { languageOf, type PageProps } from '../../../page-words'
import { newFormKey } from '../../../typed-draft'
import { viewer } from '../../../viewer'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { thread, about } = languageOf(await params).words
  return { title: thread.notifications.title, description: about.notifications, robots: { index: false } }
}

/** What a person has been told. Looking at it changes nothing; a button says that it has been read. */
export default async function NotificationsPage({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const reader = await viewer()
  if (reader.kind === 'guest') redirect(pathIn(lang, '/sign-in?then=/me/notifications'))
  const { after } = await searchParams
  const page = await notificationsOf(await read(), reader.id, {
    after: typeof after === 'string' && isId(after) ? Number(after) : null,
  })
  const unread = page.notifications.filter(notice => notice.readAt === null)
  const { notifications } = words.thread
  return (
    <>
      <h1 className="finding mb-4">{notifications.title}</h1>
      {page.notifications.length === 0 && <p>{notifications.none}</p>}
      {unread[0] && !reader.suspended && (
        <form method="post" action="/do/read-notifications">
          <FormKey formKey={newFormKey()} lang={lang} back="/me/notifications" />
          <input type="hidden" name="until" value={unread[0].id} />
          <button className="button">{notifications.markRead}</button>
        </form>
      )}
      <NoticeList notices={page.notifications} lang={lang} words={words} newKey={newFormKey} />
      {page.next && (
        <p className="mt-4">
          <a className="button" data-more="notices" href={pathIn(lang, `/me/notifications?after=${page.next}`)}>
            {notifications.more}
          </a>
        </p>
      )}
      <section id="check-ins" className="mt-10 max-w-prose border-t border-hair pt-3">
        <CheckInWish caseId={null} on={(await wishesOf(await read(), { personId: reader.id })).all} lang={lang} words={words} back="/me/notifications" newKey={newFormKey} />
      </section>
      <SilencedList people={await silencedBy(await read(), reader.id)} lang={lang} words={words} newKey={newFormKey} />
    </>
  )
}
