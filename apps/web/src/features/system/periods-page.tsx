import { CalendarOutlined } from '@ant-design/icons'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat } from '../../shared/fa.ts'
import { useText } from '../../shared/language.ts'
import { periodsQuery } from '../../shared/places.ts'
import { useMe } from '../../shared/session.ts'
import { Code } from '../../shared/ui/code.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { ForbiddenButton } from '../../shared/ui/forbidden-button.tsx'
import { ListTable } from '../../shared/ui/list-table.tsx'
import { PageHead } from '../../shared/ui/page-head.tsx'
import { SidePanel } from '../../shared/ui/side-panel.tsx'
import { AddPeriodForm } from './add-period-form.tsx'
import { ChangePeriodForm } from './change-period-form.tsx'
import { LISTS_TEXT } from './lists-text.ts'

/** The commitment periods of the province in the address. */
export function PeriodsPage() {
  const text = useText(LISTS_TEXT)
  const { may } = useMe()
  const { dayInWords, digits } = useFormat()
  const { province = '' } = useSearch({ from: '/administration/periods' })
  const [isAdding, setIsAdding] = useState(false)
  const [changed, setChanged] = useState<string | null>(null)
  const { periods } = useSuspenseQuery(periodsQuery(province)).data
  const changing = periods.find(({ period }) => period === changed)
  const add = (
    <ForbiddenButton
      type="primary"
      icon={<CalendarOutlined aria-hidden="true" />}
      reason={may('period.add') ? undefined : text.mayNotAdd}
      onClick={() => setIsAdding(true)}
    >
      {text.add}
    </ForbiddenButton>
  )
  return (
    <>
      <PageHead
        title={text.periods}
        about={text.periodsAbout}
        actions={periods.length === 0 ? undefined : add}
      />
      {periods.length === 0 ? (
        <EmptyState title={text.noPeriod} about={text.noPeriodWhy} action={add} />
      ) : (
        <ListTable
          caption={text.periods}
          label={text.periods}
          rows={periods.toSorted((one, other) => (one.from < other.from ? 1 : -1))}
          keyOf={({ period }) => period}
          columns={[
            { key: 'period', label: text.period, cell: ({ period }) => <Code>{digits(period)}</Code> },
            { key: 'title', label: text.title, isHead: true, cell: ({ title }) => digits(title) },
            { key: 'from', label: text.from, cell: ({ from }) => dayInWords(from) },
            { key: 'to', label: text.to, cell: ({ to }) => dayInWords(to) },
            { key: 'cutoff', label: text.cutoff, cell: ({ cutoff }) => dayInWords(cutoff) },
            {
              key: 'acts',
              label: text.acts,
              cell: ({ period, title }) => (
                <ForbiddenButton
                  size="small"
                  reason={may('period.add') ? undefined : text.mayNotChange}
                  aria-label={`${text.changePeriodOf}: ${digits(title)}`}
                  onClick={() => setChanged(period)}
                >
                  {text.changePeriodOf}
                </ForbiddenButton>
              ),
            },
          ]}
        />
      )}
      {changing && (
        <SidePanel
          title={`${text.changePeriod}: ${digits(changing.title)}`}
          size="narrow"
          onClose={() => setChanged(null)}
        >
          <ChangePeriodForm period={changing} onClose={() => setChanged(null)} />
        </SidePanel>
      )}
      {isAdding && (
        <SidePanel title={text.add} size="narrow" onClose={() => setIsAdding(false)}>
          <AddPeriodForm province={province} onClose={() => setIsAdding(false)} />
        </SidePanel>
      )}
    </>
  )
}
