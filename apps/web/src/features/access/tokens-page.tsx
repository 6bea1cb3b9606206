import { KeyOutlined } from '@ant-design/icons'
import { revokeToken, type Token } from '@rasad/contracts/users'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../shared/api.ts'
import { NO_FIGURE, useFormat } from '../../shared/fa.ts'
import { untilFresh } from '../../shared/forgetting.ts'
import { useText } from '../../shared/language.ts'
import { useScopeWords } from '../../shared/scope-words.ts'
import { ActorName } from '../../shared/ui/actor-name.tsx'
import { ConfirmButton } from '../../shared/ui/confirm-button.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { ListTable } from '../../shared/ui/list-table.tsx'
import { PageHead } from '../../shared/ui/page-head.tsx'
import { ProblemAlert } from '../../shared/ui/problem-alert.tsx'
import { Mark } from '../../shared/ui/mark.tsx'
import { SidePanel } from '../../shared/ui/side-panel.tsx'
import { TOKEN_REFUSAL_TEXT } from '@rasad/domain/access/token-refusal-text'
import { tokensQuery } from './access-query.ts'
import { AddTokenForm } from './add-token-form.tsx'
import { PERMISSION_TEXT } from './permission-text.ts'
import { TOKENS_TEXT } from './tokens-text.ts'
import './access.css'

/** The keys with which other systems ask. */
export function TokensPage() {
  const text = useText(TOKENS_TEXT)
  const [isAdding, setIsAdding] = useState(false)
  const { tokens } = useSuspenseQuery(tokensQuery).data
  const add = (
    <Button type="primary" icon={<KeyOutlined aria-hidden="true" />} onClick={() => setIsAdding(true)}>
      {text.add}
    </Button>
  )
  return (
    <>
      <PageHead title={text.title} about={text.about} actions={tokens.length === 0 ? undefined : add} />
      {tokens.length === 0 ? (
        <EmptyState title={text.empty} about={text.emptyWhy} action={add} />
      ) : (
        <TokenTable tokens={tokens} />
      )}
      {isAdding && (
        <SidePanel title={text.add} size="narrow" onClose={() => setIsAdding(false)}>
          <AddTokenForm onClose={() => setIsAdding(false)} />
        </SidePanel>
      )}
    </>
  )
}

function TokenTable({ tokens }: { tokens: readonly Token[] }) {
  const text = useText(TOKENS_TEXT)
  const scopeWords = useScopeWords()
  const names = useText(PERMISSION_TEXT)
  const { moment, count } = useFormat()
  const queries = useQueryClient()
  const revoke = useMutation({
    mutationFn: (tokenId: number) => call(revokeToken, { params: { tokenId: String(tokenId) }, body: {} }),
    onSuccess: () => untilFresh(queries),
    onError: () => queries.invalidateQueries({ queryKey: tokensQuery.queryKey }),
  })
  const refusals = useText(TOKEN_REFUSAL_TEXT)
  const stateOf = ({ refusal, revokedAt }: Token) => {
    if (refusal === null) return <span>{text.valid}</span>
    if (revokedAt !== null) return <Mark tone="quiet">{`${refusals.revoked} · ${moment(revokedAt)}`}</Mark>
    return <Mark tone={refusal === 'expired' ? 'warning' : 'bad'}>{refusals[refusal]}</Mark>
  }
  const lostOf = ({ permissions, allowed, refusal }: Token) =>
    refusal === null ? permissions.filter((one) => !allowed.includes(one)) : []
  return (
    <>
      {revoke.error !== null && <ProblemAlert error={revoke.error} />}
      <ListTable
        caption={text.caption}
        label={text.title}
        rows={tokens}
        keyOf={({ tokenId }) => String(tokenId)}
        columns={[
          { key: 'name', label: text.name, isHead: true, cell: ({ name }) => name },
          {
            key: 'permissions',
            label: text.ofScope,
            isNumber: true,
            cell: (token) => (
              <>
                <span title={token.permissions.map((one) => names[one]).join('، ')}>
                  {count(token.permissions.length)}
                </span>
                {lostOf(token).length > 0 && (
                  <Mark tone="warning">
                    {`${text.lost} ${lostOf(token)
                      .map((one) => names[one])
                      .join('، ')}`}
                  </Mark>
                )}
              </>
            ),
          },
          { key: 'scope', label: text.scope, cell: ({ scope }) => scopeWords(scope) },
          { key: 'state', label: text.state, cell: stateOf },
          {
            key: 'expiresAt',
            label: text.expiresAt,
            cell: ({ expiresAt }) => (expiresAt === null ? text.noEnd : moment(expiresAt)),
          },
          { key: 'addedBy', label: text.addedBy, cell: ({ addedBy }) => <ActorName actor={addedBy} /> },
          { key: 'addedAt', label: text.addedAt, cell: ({ addedAt }) => moment(addedAt) },
          {
            key: 'acts',
            label: text.acts,
            cell: ({ tokenId, name, revokedAt }) =>
              revokedAt === null ? (
                <ConfirmButton
                  size="small"
                  danger
                  question={text.revokeWhich}
                  aria-label={`${text.revoke}: ${name}`}
                  onConfirm={() => revoke.mutate(tokenId)}
                >
                  {text.revoke}
                </ConfirmButton>
              ) : (
                NO_FIGURE
              ),
          },
        ]}
      />
    </>
  )
}
