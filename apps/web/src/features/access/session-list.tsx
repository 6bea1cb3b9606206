import { endSession, type Session } from '@rasad/contracts/access'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { call } from '../../shared/api.ts'
import { NO_FIGURE, useFormat } from '../../shared/fa.ts'
import { untilFresh } from '../../shared/forgetting.ts'
import { useText } from '../../shared/language.ts'
import { Code } from '../../shared/ui/code.tsx'
import { ConfirmButton } from '../../shared/ui/confirm-button.tsx'
import { ListTable } from '../../shared/ui/list-table.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { Mark } from '../../shared/ui/mark.tsx'
import { sessionsQuery } from './access-query.ts'
import { ACCOUNT_TEXT } from './account-text.ts'
import { browserInWords } from './browser-words.ts'

/** Where the user is signed in; each of the other places can be ended. */
export function SessionList() {
  const text = useText(ACCOUNT_TEXT)
  const { moment } = useFormat()
  const queries = useQueryClient()
  const { sessions } = useSuspenseQuery(sessionsQuery).data
  const end = useMutation({
    mutationFn: (sessionId: string) => call(endSession, { params: { sessionId }, body: {} }),
    onSuccess: () => untilFresh(queries),
    onError: () => queries.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  })
  const browserOf = ({ browser }: Session) => browserInWords(browser) ?? text.unknownBrowser
  return (
    <>
      {end.error !== null && <ProblemAlert error={end.error} />}
      <ListTable
        caption={
          <>
            {text.sessions}
            <small>{text.sessionsWhy}</small>
          </>
        }
        label={text.sessions}
        rows={sessions}
        keyOf={({ sessionId }) => sessionId}
        columns={[
          {
            key: 'browser',
            label: text.browser,
            isHead: true,
            cell: (session) => <span title={session.browser ?? ''}>{browserOf(session)}</span>,
          },
          {
            key: 'address',
            label: text.address,
            cell: ({ address }) => (address === null ? NO_FIGURE : <Code>{address}</Code>),
          },
          { key: 'startedAt', label: text.startedAt, cell: ({ startedAt }) => moment(startedAt) },
          { key: 'endsAt', label: text.endsAt, cell: ({ endsAt }) => moment(endsAt) },
          {
            key: 'acts',
            label: text.acts,
            cell: (session) =>
              session.current ? (
                <Mark tone="good">{text.thisOne}</Mark>
              ) : (
                <ConfirmButton
                  size="small"
                  danger
                  question={text.endWhich}
                  aria-label={`${text.end}: ${browserOf(session)}، ${moment(session.startedAt)}`}
                  onConfirm={() => end.mutate(session.sessionId)}
                >
                  {text.end}
                </ConfirmButton>
              ),
          },
        ]}
      />
    </>
  )
}
