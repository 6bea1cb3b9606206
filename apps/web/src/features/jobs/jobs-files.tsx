import { DownloadOutlined } from '@ant-design/icons'
import { getJobCsv, getJobWorkbook } from '@rasad/contracts/papers'
import { useSearch } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { addressOf } from '../../shared/api.ts'
import { useLanguage, useText } from '../../shared/language.ts'
import { filterOf } from './jobs-search.ts'
import { JOBS_TEXT } from './jobs-text.ts'

const FILES = [
  { key: 'excel', path: getJobWorkbook.path },
  { key: 'csv', path: getJobCsv.path },
] as const

/** Everything that the filters leave, on all pages of the list, as a file; persons are masked in it. */
export function JobsFiles({ place }: { place: { province: string; period: string } }) {
  const text = useText(JOBS_TEXT)
  const language = useLanguage()
  const filter = filterOf(useSearch({ from: '/jobs' }))
  const fetchFile = (path: string) => {
    const link = document.createElement('a')
    link.href = addressOf(path, {}, { ...place, ...filter, language })
    link.download = ''
    link.click()
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: FILES.map(({ key, path }) => ({ key, label: text[key], onClick: () => fetchFile(path) })),
      }}
    >
      <Button icon={<DownloadOutlined aria-hidden="true" />} aria-haspopup="menu">
        {text.file}
      </Button>
    </Dropdown>
  )
}
